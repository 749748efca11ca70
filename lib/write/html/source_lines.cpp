// The source line by line, as the file has it: each character that is not white space once, marked with where it went.
#include <algorithm>
#include <map>
#include <utility>

#include "core/chars.hpp"
#include "write/html/views.hpp"

namespace broadsheet::write_detail::report {

namespace {

std::string row_id(std::uint32_t row) { return "r" + std::to_string(row + 1); }

class Lines {
public:
    Lines(Markup& html, const Facts& facts, const PageParts& page) : html_(html), f_(facts), page_(page) {
        for (const auto i : page.parts)
            if (!f_.parts[i].is_dropped()) starts_.emplace(f_.piece_of(f_.parts[i].lines.front()), i);
    }

    void write() {
        html_.open("ol", f_.has_columns(page_.page.number) ? "rows grid" : "rows");
        html_.attribute("data-ways", ways());
        const auto [first, last] = f_.rows_of(page_.page.number);
        for (auto r = first; r < last; ++r) row(r);
        html_.close();
        html_.line_break();
    }

private:
    void row(std::uint32_t index) {
        const Row& row = f_.rows[index];
        const auto blank = row.blank;
        if (blank > 3) {
            html_.leaf("li", "blank", counted(blank, "blank line", "blank lines"));
        } else {
            for (std::uint32_t i = 0; i < blank; ++i) html_.leaf("li", "blank", "");
        }
        html_.open("li");
        html_.attribute("id", row_id(index));
        html_.leaf_with("a", {{"class", "no"}, {"href", "#" + row_id(index)}}, std::to_string(row.number));
        html_.open("span", "tx");
        bool first = true;
        for (const Run run : row.runs) {
            if (!std::exchange(first, false)) html_.text("   ");
            this->run(run);
        }
        html_.close();
        html_.close();
        html_.line_break();
    }

    // White space between two characters of one piece belongs to it.
    void run(Run run) {
        auto c = run.begin;
        while (c < run.end) {
            const auto piece = f_.piece_at[c];
            auto end = c + 1;
            while (end < run.end && f_.piece_at[end] == piece) ++end;
            if (piece != none) {
                auto next = end;
                while (next < run.end && f_.piece_at[next] == none) ++next;
                while (next < run.end && f_.piece_at[next] == piece) {
                    end = next;
                    while (end < run.end && f_.piece_at[end] == piece) ++end;
                    next = end;
                    while (next < run.end && f_.piece_at[next] == none) ++next;
                }
                this->piece(piece, {c, end});
            } else {
                html_.text(f_.d.text.view({c, end}));
            }
            c = end;
        }
    }

    void piece(std::uint32_t piece, Run run) {
        const Owner& owner = f_.owners[piece];
        std::string classes = owner.dropped != none   ? "s off"
                              : owner.article == none ? "s none"
                                                      : "s " + look_of(owner.article);
        const auto start = starts_.find(piece);
        html_.open("span", classes);
        html_.attribute("data-k", std::uint64_t{piece});
        html_.attribute("data-b", f_.bytes_of(run));
        if (owner.article != none) html_.attribute("data-a", owner.article + std::uint64_t{1});
        if (owner.dropped != none) {
            const Dropped& item = f_.d.dropped[owner.dropped];
            html_.attribute("data-why", name(item.reason));
            html_.attribute("data-x", owner.dropped + std::uint64_t{1});
        } else if (start != starts_.end()) {
            html_.attribute("data-n", f_.number_of(f_.parts[start->second]));
            starts_.erase(start);  // a line that a mark stands in is two runs of one piece
        }
        html_.text(f_.d.text.view(run));
        html_.close();
    }

    // "1:10-55 2:60-p3": where the parts of an article do not follow one another, from piece to piece or to a page.
    [[nodiscard]] std::string ways() const {
        std::string out;
        for (const auto i : page_.parts) {
            const Part& from = f_.parts[i];
            if (from.article == none || i + 1 >= f_.parts.size() || f_.parts[i + 1].article != from.article) continue;
            const Part& to = f_.parts[i + 1];
            const bool same_page = from.page == to.page;
            if (same_page && follows(f_.d.lines[from.lines.back().line], f_.d.lines[to.lines.front().line])) continue;
            if (!out.empty()) out += ' ';
            out += std::to_string(from.article + 1) + ":" + std::to_string(f_.piece_of(from.lines.back())) + "-" +
                   (same_page ? std::to_string(f_.piece_of(to.lines.front())) : "p" + std::to_string(to.page));
        }
        return out;
    }

    // In the next row of the same column, or in the same row where there are no columns.
    [[nodiscard]] bool follows(const Line& a, const Line& b) const {
        const auto from = f_.row_of(a), to = f_.row_of(b);
        return a.frame == b.frame && (to == from || (to == from + 1 && f_.rows[to].blank < 4));
    }

    Markup& html_;
    const Facts& f_;
    const PageParts& page_;
    std::map<std::uint32_t, std::size_t> starts_;  // pieces that a part begins with
};

// A row as a stroke as long as its text, in the colours of its articles.
class Strokes {
public:
    Strokes(Markup& html, const Facts& facts, const PageParts& page) : html_(html), f_(facts), page_(page) {}

    void write() {
        constexpr std::size_t most = 150;  // an index may have thousands of these
        const auto [first, last] = f_.rows_of(page_.page.number);
        const auto count = std::min<std::size_t>(last - first, most);
        if (count == 0) return;
        html_.open("svg", "thumbnail");
        html_.attribute("viewBox", "0 0 " + std::to_string(widest + 8) + " " + std::to_string(3 * count + 8));
        html_.attribute("aria-hidden", "true");
        rectangle("paper", 0, 0, widest + 8, 3 * count + 8);
        for (std::size_t i = 0; i < count; ++i) row(f_.rows[first + i], 3 * i + 4);
        html_.close();
    }

private:
    static constexpr std::size_t widest = 120;  // cells

    void rectangle(std::string_view classes, std::size_t x, std::size_t y, std::size_t width, std::size_t height) {
        html_.open("rect", classes);
        html_.attribute("x", std::uint64_t{x});
        html_.attribute("y", std::uint64_t{y});
        html_.attribute("width", std::uint64_t{width});
        html_.attribute("height", std::uint64_t{height});
        html_.close();
    }

    void row(const Row& row, std::size_t y) {
        std::size_t x = 0;  // half cells
        for (const Run run : row.runs)
            for (auto c = run.begin; c < run.end && x < 2 * widest;) {
                const auto piece = f_.piece_at[c];
                const auto from = x;
                for (; c < run.end && (f_.piece_at[c] == piece || (piece != none && is_inside(c, run, piece))); ++c)
                    x += static_cast<std::size_t>(half_cells(f_.d.text.chars[c]));
                if (piece == none || x / 2 <= from / 2) continue;
                const auto article = f_.owners[piece].article;
                rectangle(article == none ? "off" : look_of(article), 4 + from / 2, y,
                          std::min(x / 2, widest) - std::min(from / 2, widest - 1), 2);
            }
    }

    // White space between two words of one piece.
    [[nodiscard]] bool is_inside(std::uint32_t c, Run run, std::uint32_t piece) const {
        return f_.piece_at[c] == none && c + 1 < run.end && f_.piece_at[c + 1] == piece;
    }

    Markup& html_;
    const Facts& f_;
    const PageParts& page_;
};

}  // namespace

void line_thumbnail(Markup& html, const Facts& facts, const PageParts& page) { Strokes(html, facts, page).write(); }

void source_lines(Markup& html, const Facts& facts, const PageParts& page) { Lines(html, facts, page).write(); }

void row_link(Markup& html, const Facts& facts, std::uint32_t page, std::uint32_t line) {
    const auto row = facts.row_of(page, line);
    if (row == none || line == 0) return;
    html.leaf_with("a", {{"class", "row"}, {"href", "#" + row_id(row)}}, "line " + std::to_string(line));
}

}  // namespace broadsheet::write_detail::report
