// Drafts become blocks: the only place of this stage that writes blocks, pieces and joints into the document.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "core/chars.hpp"
#include "repair/hyphens.hpp"
#include "repair/inner_hyphens.hpp"
#include "repair/joints.hpp"
#include "repair/torn_words.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

class Assembler {
public:
    explicit Assembler(Work& work) : w_(work), d_(work.d), torn_(work) {}

    void run() {
        holes_ = dropped_runs(d_);
        std::sort(w_.spaced.begin(), w_.spaced.end());
        inner_ = inner_hyphens(w_);
        torn_.link_drop_capitals();
        count_words();
        torn_.decide(counts_);
        const auto count = static_cast<std::uint32_t>(w_.drafts.size());
        block_of_.assign(count, none);
        d_.blocks.reserve(count);
        d_.pieces.reserve(d_.pieces.size() + w_.pieces.size());
        for (std::uint32_t i = 0; i < count; ++i)
            if (!w_.drafts[i].dropped && w_.drafts[i].previous == none) write_block(i);
        for (std::uint32_t i = 0; i < count; ++i)
            if (w_.drafts[i].dropped) drop(w_.drafts[i]);
        for (const CutOut& cut : w_.cuts) drop({cut.text, cut.line, Joint::glue}, cut.reason, block(cut.kept));
        for (std::uint32_t i = 0; i < w_.taken.size(); ++i)
            if (w_.taken[i]) drop({d_.lines[i].text, i, Joint::space}, static_cast<Reason>(w_.taken[i] - 1), none);
        for (const Piece& hyphen : hyphens_) drop(hyphen, Reason::hyphen, none);
    }

private:
    // The piece that follows piece p of a draft, there or in the draft that goes on with it.
    [[nodiscard]] const Piece* following(const Draft& d, std::uint32_t p) const {
        if (p + 1 < d.last) return &w_.pieces[p + 1];
        return d.next != none ? &w_.pieces[w_.drafts[d.next].first] : nullptr;
    }

    // How often the page has the words that line ends may have torn.
    void count_words() {
        torn_.ask(counts_);
        for (const Draft& d : w_.drafts) {
            if (d.dropped) continue;
            for (auto p = d.first; p < d.last; ++p) {
                const Piece* next = following(d, p);
                if (!next || w_.vertical[w_.pieces[p].line]) continue;
                const auto before = d_.text.view(w_.pieces[p].text), after = d_.text.view(next->text);
                if (!Break::is(before, after)) continue;
                const Break at(before, after);
                counts_.ask(at.left, at.right);
            }
        }
        if (counts_.nothing_asked()) return;
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i)
            if (d_.lines[i].mark != Mark::hidden) counts_.read(unhyphened(i));
    }

    // The language of a block, if it says enough to tell, or else of the page.
    const language::Hyphenation& language(std::uint32_t head) {
        constexpr std::size_t telling = 200, sample = 400;  // characters
        if (head == asked_) return *block_language_;
        asked_ = head;
        std::u32string text;
        for (auto i = head; i != none && text.size() < sample; i = w_.drafts[i].next)
            for (auto p = w_.drafts[i].first; p < w_.drafts[i].last && text.size() < sample; ++p)
                (text += d_.text.view(w_.pieces[p].text)) += U' ';
        if (text.size() >= telling) {
            block_language_.emplace(text);
            if (!block_language_->tag().empty()) return *block_language_;
        }
        if (!page_language_) {
            text.clear();
            for (std::uint32_t i = 0; i < d_.lines.size() && text.size() < sample; ++i)
                if (d_.lines[i].mark != Mark::hidden && w_.facts[i].has(starts_lower)) (text += w_.view(i)) += U' ';
            page_language_.emplace(text);
        }
        return *(block_language_ = page_language_);
    }

    // A line without the hyphens in it that are no part of a word: they would be taken for the word's own.
    std::u32string_view unhyphened(std::uint32_t line) {
        const Run run = d_.lines[line].text;
        auto at = std::lower_bound(inner_.begin(), inner_.end(), run.begin);
        if (at == inner_.end() || *at >= run.end) return d_.text.view(run);
        line_.clear();
        auto from = run.begin;
        for (; at != inner_.end() && *at < run.end; from = *at++ + 1) line_ += d_.text.view({from, *at});
        return line_ += d_.text.view({from, run.end});
    }

    void write_block(std::uint32_t head) {
        Block block;
        block.first = static_cast<std::uint32_t>(d_.pieces.size());
        auto last = head;
        for (auto i = head; i != none; i = w_.drafts[i].next) {
            const Draft& d = w_.drafts[i];
            block_of_[i] = static_cast<std::uint32_t>(d_.blocks.size());
            for (auto p = d.first; p < d.last; ++p) {
                Piece piece = w_.pieces[p];
                if (const Piece* next = following(d, p); next && !torn_.whole_with_next(p)) join(piece, *next, head);
                write_unhyphened(piece);
            }
            last = i;
        }
        block.last = static_cast<std::uint32_t>(d_.pieces.size());
        block.starts_open = w_.drafts[head].starts_open;
        block.ends_open = w_.drafts[last].ends_open;
        if (block.first == block.last) return;
        d_.blocks.push_back(block);
    }

    void join(Piece& piece, const Piece& next, std::uint32_t head) {
        if (piece.after == Joint::space) return;
        if (piece.line == next.line && piece.text.end <= next.text.begin) {
            // Parts of one line with a hole between them: their own white space stands.
            piece.after = Joint::glue;
            return;
        }
        if (w_.vertical[piece.line] && w_.vertical[piece.line] == w_.vertical[next.line])
            return;  // one below the other
        const auto left = d_.text.view(piece.text), right = d_.text.view(next.text);
        // Columns break between any two characters, also inside a number.
        if (d_.lines[piece.line].upright && d_.lines[next.line].upright && !is(left.back(), cls::hyphen)) {
            piece.after = Joint::glue;
            return;
        }
        if (Break::is(left, right)) {
            unhyphen(piece, next, Break(left, right), head);
            return;
        }
        piece.after = joint_between(left, right);
    }

    void unhyphen(Piece& piece, const Piece& next, const Break& at, std::uint32_t head) {
        const auto decision =
            decide_hyphen(at, counts_.seen(at.left, at.right), language(head), w_.options, d_.lines[piece.line].wrap);
        piece.after = decision.joint;
        if (piece.after == Joint::unhyphen)
            hyphens_.push_back({{piece.text.end - 1, piece.text.end}, piece.line, Joint::glue});
        if (!w_.options.explain) return;
        const auto* done = piece.after == Joint::unhyphen ? "taken out of"
                           : piece.after == Joint::glue   ? "kept in"
                                                          : "left in";
        w_.explain(next.line, fmt::format("hyphen {} {}-{}: {}", done, to_utf8(at.token_before()),
                                          to_utf8(at.token_after()), decision.evidence.why()));
    }

    // One piece, parted at the hyphens in it that are no part of a word.
    void write_unhyphened(Piece piece) {
        const auto& spaces = torn_.spaces();
        if (const auto at = std::lower_bound(spaces.begin(), spaces.end(), piece.text.begin);
            at != spaces.end() && *at < piece.text.end) {
            write_piece({{piece.text.begin, *at}, piece.line, Joint::glue});
            piece.text.begin = *at + 1;
        }
        for (auto at = std::lower_bound(inner_.begin(), inner_.end(), piece.text.begin);
             at != inner_.end() && *at + 1 < piece.text.end; ++at) {
            write_piece({{piece.text.begin, *at + 1}, piece.line, Joint::unhyphen});
            hyphens_.push_back({{*at, *at + 1}, piece.line, Joint::glue});
            piece.text.begin = *at + 1;
        }
        write_piece(piece);
    }

    // One piece, without what was dropped out of it.
    void write_piece(const Piece& piece) {
        auto at = std::lower_bound(holes_.begin(), holes_.end(), piece.text.begin,
                                   [](const Run& hole, std::uint32_t begin) { return hole.end <= begin; });
        Run rest = piece.text;
        for (; at != holes_.end() && at->begin < rest.end; ++at) {
            if (at->begin > rest.begin) d_.pieces.push_back({{rest.begin, at->begin}, piece.line, Joint::glue});
            rest.begin = std::max(rest.begin, std::min(at->end, rest.end));
            // The cells of a table have no white space between them but their marks.
            if (std::binary_search(w_.spaced.begin(), w_.spaced.end(), rest.begin) && !d_.pieces.empty() &&
                d_.pieces.back().line == piece.line)
                d_.pieces.back().after = Joint::space;
        }
        if (!rest.empty()) {
            d_.pieces.push_back({rest, piece.line, piece.after});
        } else if (rest.begin > piece.text.begin && !d_.pieces.empty() && d_.pieces.back().line == piece.line) {
            d_.pieces.back().after = piece.after;
        }
    }

    // The block that holds the copy kept. A copy may itself be a copy: each way is gone once, and made short.
    std::uint32_t block(std::uint32_t draft) {
        auto last = draft;
        while (last != none && block_of_[last] == none) last = w_.drafts[last].kept;
        while (draft != last) {
            const auto next = w_.drafts[draft].kept;
            w_.drafts[draft].kept = last;
            draft = next;
        }
        return last == none ? none : block_of_[last];
    }

    void drop(const Draft& draft) {
        Dropped x;
        x.reason = draft.reason;
        x.first = static_cast<std::uint32_t>(d_.pieces.size());
        for (auto p = draft.first; p < draft.last; ++p) write_piece(w_.pieces[p]);
        x.last = static_cast<std::uint32_t>(d_.pieces.size());
        x.kept = block(draft.kept);
        if (x.first < x.last) d_.dropped.push_back(x);
    }

    void drop(const Piece& piece, Reason reason, std::uint32_t kept) {
        Dropped x;
        x.reason = reason;
        x.first = static_cast<std::uint32_t>(d_.pieces.size());
        write_piece(piece);
        x.last = static_cast<std::uint32_t>(d_.pieces.size());
        x.kept = kept;
        if (x.first < x.last) d_.dropped.push_back(x);
    }

    Work& w_;
    Document& d_;
    WordCounts counts_;
    TornWords torn_;
    std::optional<language::Hyphenation> page_language_, block_language_;
    std::uint32_t asked_ = none;  // the block of which block_language_ is
    // What the reader has dropped out of the middle of lines (marks of Markdown, noise) is in no block.
    std::vector<Run> holes_;
    std::vector<std::uint32_t> block_of_;
    std::vector<Piece> hyphens_;
    std::vector<std::uint32_t> inner_;  // hyphens in mid line
    std::u32string line_;
};

}  // namespace

void assemble(Work& work) { Assembler(work).run(); }

}  // namespace broadsheet::repair_stage
