#include "write/html/edits.hpp"

#include <utility>

#include "core/chars.hpp"

namespace broadsheet::write_detail::report {

namespace {

// Rendering changes white space and the shape of a character, never the number or the order of characters that are not
// white space: the two texts are walked side by side.
class Walk {
public:
    Walk(const Document& document, const Block& block, std::string_view rendered)
        : d_(document), block_(block), clean_(to_utf32(rendered)) {}

    std::vector<Edit> operator()() {
        for (piece_ = block_.first; piece_ < block_.last; ++piece_) {
            const Piece& piece = d_.pieces[piece_];
            const bool last = piece_ + 1 == block_.last;
            Run run = piece.text;
            const bool unhyphens =
                !last && piece.after == Joint::unhyphen && !run.empty() && is(d_.text.chars[run.end - 1], cls::hyphen);
            if (unhyphens) --run.end;
            walk(d_.text.view(run));
            if (last) break;
            Edit joint;
            joint.kind = unhyphens ? Edit::Kind::unhyphened : Edit::Kind::joined;
            joint.piece = piece_;
            joint.joint = piece.after;
            if (unhyphens) joint.before = d_.text.chars[run.end];
            joint.after = space();
            out_.push_back(std::move(joint));
        }
        if (at_ < clean_.size()) add(Edit::Kind::put, {}, std::u32string_view(clean_).substr(at_));
        return std::move(out_);
    }

private:
    void walk(std::u32string_view raw) {
        bool begun = false;
        std::u32string spaces;  // of the source, before the next mark
        for (const char32_t c : raw) {
            if (is(c, cls::space)) {
                if (begun) spaces += c;
                continue;
            }
            const auto between = space();
            if (between == spaces)
                add(Edit::Kind::same, between, between);
            else if (spaces.empty())
                add(Edit::Kind::put, {}, between);
            else
                add(between.empty() ? Edit::Kind::taken : Edit::Kind::changed, spaces, between);
            spaces.clear();
            begun = true;
            const std::u32string_view one(&c, 1);
            if (at_ >= clean_.size()) {
                add(Edit::Kind::taken, one, {});  // never, as long as rendering keeps its word: it is seen
                continue;
            }
            const auto became = std::u32string_view(clean_).substr(at_++, 1);
            add(became == one ? Edit::Kind::same : Edit::Kind::changed, one, became);
        }
    }

    // The white space at this place of the clean text.
    std::u32string space() {
        const auto from = at_;
        while (at_ < clean_.size() && is(clean_[at_], cls::space)) ++at_;
        return clean_.substr(from, at_ - from);
    }

    void add(Edit::Kind kind, std::u32string_view before, std::u32string_view after) {
        if (before.empty() && after.empty()) return;
        if (out_.empty() || out_.back().kind != kind || out_.back().piece != piece_) {
            out_.emplace_back();
            out_.back().kind = kind;
            out_.back().piece = piece_;
        }
        out_.back().before += before;
        out_.back().after += after;
    }

    const Document& d_;
    const Block& block_;
    std::u32string clean_;
    std::size_t at_ = 0;  // in the clean text
    std::uint32_t piece_ = 0;
    std::vector<Edit> out_;
};

}  // namespace

std::vector<Edit> edits_of(const Document& document, const Block& block, std::string_view rendered) {
    return Walk(document, block, rendered)();
}

}  // namespace broadsheet::write_detail::report
