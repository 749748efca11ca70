#include "write/parts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/boxes.hpp"
#include "core/chars.hpp"

namespace broadsheet::write_detail {

namespace {

std::optional<Box> box_at(const Document& d, std::uint32_t index) {
    if (index == none || index >= d.boxes.size()) return std::nullopt;
    return d.boxes[index];
}

// One after another in one column, as far as is known.
bool go_on(const Document& d, const Line& a, const Line& b) {
    if (a.page != b.page || a.upright != b.upright || a.region != b.region) return false;
    if (a.region == none && a.frame != b.frame) return false;
    const auto from = box_at(d, a.box), to = box_at(d, b.box);
    if (!from || !to) return true;
    return a.upright ? to->left < from->right : to->bottom > from->top;
}

std::u32string_view last_word(std::u32string_view text) {
    auto i = text.size();
    while (i > 0 && !is(text[i - 1], cls::space)) --i;
    return text.substr(i);
}

std::u32string_view first_word(std::u32string_view text) {
    std::size_t i = 0;
    while (i < text.size() && !is(text[i], cls::space)) ++i;
    return text.substr(0, i);
}

class PartMaker {
public:
    PartMaker(const Document& document, std::vector<Part>& out) : d_(document), out_(out) {}

    void block(std::uint32_t index, std::uint32_t article) {
        const Block& block = d_.blocks[index];
        start_.block = index;
        start_.article = article;
        start_.role = block.role;
        begin_ = out_.size();
        before_ = nullptr;
        for (auto i = block.first; i < block.last; ++i) {
            const Piece& piece = d_.pieces[i];
            Run run = piece.text, hyphen;
            if (i + 1 < block.last && piece.after == Joint::unhyphen && !run.empty() &&
                is(d_.text.chars[run.end - 1], cls::hyphen)) {
                hyphen = {run.end - 1, run.end};
                --run.end;
                hyphens_.push_back(hyphen.begin);
            }
            put(piece.line, run, hyphen);
            before_ = &piece;
        }
        finish();
    }

    void dropped(const Dropped& item) {
        start_ = {};
        start_.reason = item.reason;
        begin_ = out_.size();
        before_ = nullptr;
        std::sort(hyphens_.begin(), hyphens_.end());
        for (auto i = item.first; i < item.last; ++i) {
            const Piece& piece = d_.pieces[i];
            if (item.reason == Reason::hyphen && piece.text.size() == 1 &&
                std::binary_search(hyphens_.begin(), hyphens_.end(), piece.text.begin))
                continue;
            put(piece.line, piece.text, {});
        }
        finish();
    }

private:
    void put(std::uint32_t index, Run run, Run hyphen) {
        const Line& line = d_.lines[index];
        std::vector<Token> tokens = tokens_in(run);
        if (tokens.empty() && !hyphen.empty()) {
            // Nothing stands before it: it is a word like any other.
            tokens.push_back({hyphen, word_box(hyphen), -1, false, 0, {}});
            hyphen = {};
        }
        if (tokens.empty()) return;
        const bool first = out_.size() == begin_;
        if (first ||
            (out_.back().lines.back().line != index && !go_on(d_, d_.lines[out_.back().lines.back().line], line))) {
            if (!first && before_ != nullptr)
                out_.back().seam = before_->after == Joint::unhyphen || before_->after == Joint::glue
                                       ? Seam::inside_word
                                       : Seam::between_words;
            Part part = start_;
            part.page = line.page;
            part.upright = line.upright;
            out_.push_back(std::move(part));
        }
        join_torn(tokens.front());
        Part& part = out_.back();
        if (part.lines.empty() || part.lines.back().line != index || !part.lines.back().hyphen.empty()) {
            part.lines.emplace_back();
            part.lines.back().line = index;
        } else {
            const Run before = part.lines.back().tokens.back().text;
            tokens.front().behind_space =
                before.end <= tokens.front().text.begin && has_space({before.end, tokens.front().text.begin});
        }
        PartLine& to = part.lines.back();
        for (Token& token : tokens) to.tokens.push_back(std::move(token));
        to.hyphen = hyphen;
        if (!hyphen.empty()) {
            to.hyphen_box = word_box(hyphen);
            waits_ = true;
        }
    }

    // The first half waits at the end of the line before.
    void join_torn(Token& second) {
        if (!waits_) return;
        waits_ = false;
        // The line may stand in a part that is no longer the last one.
        Part& part = out_.back().lines.empty() ? out_[out_.size() - 2] : out_.back();
        Token& first = part.lines.back().tokens.back();
        const auto word = to_utf8(last_word(d_.text.view(first.text))) + to_utf8(first_word(d_.text.view(second.text)));
        first.torn = 1;
        second.torn = 2;
        first.whole = second.whole = word;
    }

    [[nodiscard]] bool has_space(Run run) const {
        const auto text = d_.text.view(run);
        return std::any_of(text.begin(), text.end(), [](char32_t c) { return is(c, cls::space); });
    }

    [[nodiscard]] std::vector<Word>::const_iterator word_at(std::uint32_t c) const {
        return std::upper_bound(d_.words.begin(), d_.words.end(), c,
                                [](std::uint32_t i, const Word& w) { return i < w.text.end; });
    }

    // Where the word is this and nothing else.
    [[nodiscard]] std::uint32_t word_box(Run run) const {
        const auto word = word_at(run.begin);
        return word != d_.words.end() && word->text.begin == run.begin && word->text.end == run.end ? word->box : none;
    }

    [[nodiscard]] std::vector<Token> tokens_in(Run run) const {
        std::vector<Token> out;
        auto word = word_at(run.begin);
        bool space = false;
        for (auto c = run.begin; c < run.end;) {
            if (is(d_.text.chars[c], cls::space)) {
                space = true;
                ++c;
                continue;
            }
            while (word != d_.words.end() && word->text.end <= c) ++word;
            const bool inside = word != d_.words.end() && word->text.begin <= c;
            auto end = c + 1;
            auto stop = inside ? std::min(run.end, word->text.end) : run.end;
            if (!inside && word != d_.words.end()) stop = std::min(stop, word->text.begin);
            while (end < stop && (inside || !is(d_.text.chars[end], cls::space))) ++end;
            const auto next = end;
            while (is(d_.text.chars[end - 1], cls::space)) --end;
            Token token;
            token.text = {c, end};
            token.behind_space = space && !out.empty();
            if (inside) {
                token.box = word->box;
                token.confidence = word->confidence;
            }
            out.push_back(std::move(token));
            space = end != next;
            c = next;
        }
        return out;
    }

    void finish() {
        waits_ = false;
        for (auto i = begin_; i < out_.size(); ++i)
            for (PartLine& line : out_[i].lines) {
                line.box = box_of(line);
                if (line.box) include(out_[i].box, *line.box);
            }
    }

    // That of the line, where all of it is here; otherwise of the words.
    [[nodiscard]] std::optional<Box> box_of(const PartLine& part) const {
        const Line& line = d_.lines[part.line];
        const auto text = trimmed(d_.text.view(line.text));
        const auto begin = static_cast<std::uint32_t>(text.data() - d_.text.chars.data());
        const auto last = part.hyphen.empty() ? part.tokens.back().text.end : part.hyphen.end;
        const auto whole = box_at(d_, line.box);
        if (part.tokens.front().text.begin == begin && last == begin + text.size()) return whole;
        std::optional<Box> all;
        for (const Token& token : part.tokens) {
            const auto box = box_at(d_, token.box);
            if (!box) return whole;
            if (box) include(all, *box);
        }
        return all;
    }

    const Document& d_;
    std::vector<Part>& out_;
    Part start_;
    std::size_t begin_ = 0;          // the first part of this block
    const Piece* before_ = nullptr;  // in this block
    bool waits_ = false;             // a hyphen was taken out; its word goes on in what comes next
    std::vector<std::uint32_t> hyphens_;
};

}  // namespace

std::vector<Part> parts(const Document& document, const Article* only) {
    std::vector<Part> out;
    PartMaker maker(document, out);
    std::vector<bool> placed(document.blocks.size(), false);
    for (std::uint32_t a = 0; a < document.articles.size(); ++a) {
        const Article& article = document.articles[a];
        if (only != nullptr && only != &article) continue;
        for (const auto block : article.blocks) {
            maker.block(block, a);
            placed[block] = true;
        }
    }
    if (only != nullptr) return out;
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b)
        if (!placed[b]) maker.block(b, none);
    for (const Dropped& item : document.dropped) maker.dropped(item);
    return out;
}

std::string_view label(const Part& part) { return part.is_dropped() ? name(part.reason) : name(part.role); }

std::u32string text_of(const Document& document, const PartLine& line, std::size_t token, bool with_hyphen) {
    std::u32string out(document.text.view(line.tokens[token].text));
    if (with_hyphen && token + 1 == line.tokens.size()) out += document.text.view(line.hyphen);
    return out;
}

double pixels(Unit unit) { return unit == Unit::point ? 300.0 / 72.0 : 1.0; }

std::vector<PageParts> by_page(const Document& document, const std::vector<Part>& parts, bool all) {
    std::map<std::uint32_t, PageParts> pages;
    for (std::size_t i = 0; i < parts.size(); ++i) pages[parts[i].page].parts.push_back(i);
    if (all) {
        for (const Page& page : document.pages) pages.try_emplace(page.number);
        for (const Region& region : document.regions)
            if (region.box != none && (region.kind == RegionKind::image || region.kind == RegionKind::separator))
                pages[region.page].pictures.push_back(&region);
    }
    if (pages.empty()) pages.try_emplace(1);
    for (auto& [number, page] : pages) page.page.number = number;
    for (const Page& page : document.pages)
        if (const auto at = pages.find(page.number); at != pages.end()) at->second.page = page;
    std::vector<PageParts> out;
    out.reserve(pages.size());
    for (auto& [number, page] : pages) out.push_back(std::move(page));
    return out;
}

}  // namespace broadsheet::write_detail
