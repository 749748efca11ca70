// The rows of a headline become one block; kickers, decks, bylines and other short lines stay by themselves.
#include <algorithm>

#include "core/chars.hpp"
#include "repair/row_pairs.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::uint32_t most_rows = 6;  // of one headline

class Rows {
public:
    explicit Rows(Work& work) : w_(work) {}

    void run() {
        std::vector<std::uint32_t> pairs;
        for (std::uint32_t i = 0; i + 1 < w_.drafts.size(); ++i)
            if (candidates(i)) pairs.push_back(i);
        const bool columns = join_columns();
        if (!pairs.empty()) join_rows(pairs);
        if (!pairs.empty() || columns) compact();
    }

private:
    void join_rows(const std::vector<std::uint32_t>& pairs) {
        const auto& drafts = w_.drafts;
        RowPairs judge(w_, pairs);
        RowsAbove above;
        for (const auto i : pairs) {
            if (!merged_from_[i]) above = {};
            if (above.count < most_rows && judge.one_headline(i, above)) {
                merged_from_[i + 1] = true;
                // Rows of one length are parallel halves, not a line that was broken where it was full.
                if (drafts[i].size == drafts[i + 1].size && above.count == 1 && w_.tail_facts(drafts[i]).has(cjk))
                    w_.pieces[drafts[i].last - 1].after = Joint::space;
                ++above.count;
                above.widest = std::max(above.widest, w_.tail_facts(drafts[i]).middle());
            }
        }
    }

    // Two short lines, one after the other.
    [[nodiscard]] bool candidates(std::uint32_t i) const {
        const Draft &a = w_.drafts[i], &b = w_.drafts[i + 1];
        if (a.dropped || b.dropped) return false;
        if (w_.tail_facts(a).has(no_letter) || (a.size < 3 && b.size < 3)) return false;  // a list
        if (a.shape != Shape::row || b.shape != Shape::row) {
            // A headline may end like a sentence.
            const auto marked = [this](const Draft& d) {
                return d.shape == Shape::text && d.last - d.first == 1 && d.size < 40 &&
                       !w_.head_facts(d).has(has_stop | has_comma | long_line) &&
                       w_.view(w_.head(d).line).back() != U'。';
            };
            if (!(a.shape == Shape::row || marked(a)) || !(b.shape == Shape::row || marked(b))) return false;
        }
        const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
        // Rows of one headline are set in one size.
        constexpr float one_size = 1.15F;
        if (x.size > 0 && std::max(x.size, y.size) > one_size * std::min(x.size, y.size)) return false;
        return x.page == y.page && x.frame == y.frame && y.gap <= 1;
    }

    // Columns of one vertical headline, one after the other.
    bool join_columns() {
        bool any = false;
        auto& drafts = w_.drafts;
        merged_from_.assign(drafts.size(), false);
        for (std::uint32_t i = 0; i + 1 < drafts.size(); ++i) {
            const Draft &a = drafts[i], &b = drafts[i + 1];
            if (a.shape != Shape::vertical || b.shape != Shape::vertical || a.dropped || b.dropped) continue;
            const Line &x = w_.d.lines[w_.tail(a).line], &y = w_.d.lines[w_.head(b).line];
            if (x.page != y.page || y.gap > 2) continue;
            const char32_t last = w_.view(w_.tail(a).line).back(), first = w_.view(w_.head(b).line).front();
            // A kicker leads in with a colon or a dash; a deck opens with one.
            if (is(last, cls::terminal | cls::dash) || last == U'：' || last == U':' || last == U'︰' ||
                is(first, cls::dash))
                continue;
            const auto m = a.last - a.first, n = b.last - b.first;
            if (n > 2 * m) continue;
            merged_from_[i + 1] = true;
            if (!is(first, cls::close | cls::terminal | cls::pause)) w_.pieces[a.last - 1].after = Joint::space;
            any = true;
        }
        return any;
    }

    // Pieces of a draft stand in a row. Those of lines that were split stand apart, so they are copied.
    void append(Draft& head, const Draft& more) {
        auto& pieces = w_.pieces;
        if (head.last != more.first) {
            if (head.last != pieces.size()) {
                const auto first = static_cast<std::uint32_t>(pieces.size());
                for (auto p = head.first; p < head.last; ++p) pieces.push_back(Piece(pieces[p]));
                head.first = first;
            }
            for (auto p = more.first; p < more.last; ++p) pieces.push_back(Piece(pieces[p]));
            head.last = static_cast<std::uint32_t>(pieces.size());
        } else {
            head.last = more.last;
        }
    }

    void compact() {
        auto& drafts = w_.drafts;
        std::vector<std::uint32_t> place(drafts.size());  // of each draft after this
        std::uint32_t out = 0;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            if (merged_from_[i] && out > 0) {
                Draft& head = drafts[out - 1];
                append(head, drafts[i]);
                head.size += drafts[i].size;
                if (head.shape == Shape::text) head.shape = Shape::row;
            } else {
                drafts[out++] = drafts[i];
            }
            place[i] = out - 1;
        }
        drafts.resize(out);
        for (Draft& d : drafts)
            if (d.kept != none) d.kept = place[d.kept];
        for (CutOut& cut : w_.cuts)
            if (cut.kept != none) cut.kept = place[cut.kept];
    }

    Work& w_;
    std::vector<bool> merged_from_;
};

}  // namespace

void headlines(Work& work) { Rows(work).run(); }

}  // namespace broadsheet::repair_stage
