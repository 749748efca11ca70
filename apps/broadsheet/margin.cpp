#include "margin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "progress.hpp"

namespace broadsheet::app {

namespace {

struct Row {
    std::uint32_t begin = 0;  // of its text, in characters
    std::uint32_t page = 1, line = 0;
    std::uint32_t block = none;
    std::string place, mark, text;
};

class Margin {
public:
    explicit Margin(const Document& document) : d_(document) {}

    std::string operator()() {
        for (const Article& article : d_.articles)
            for (std::size_t i = 0; i < article.blocks.size(); ++i) add(article, i);
        for (const Dropped& item : d_.dropped)
            if (item.reason != Reason::hyphen)  // it has a mark on the line behind it
                for (auto p = item.first; p < item.last; ++p) add(item, p);
        std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.begin < b.begin; });
        std::string out = printable(d_.source.name) +
                          ": + goes on, - goes on without its hyphen, | goes on in a new line, ^N goes on from line N, "
                          "x dropped\n";
        std::size_t wide = 0, marks = 0;
        for (const Row& row : rows_) {
            wide = std::max(wide, row.place.size());
            marks = std::max(marks, row.mark.size());
        }
        std::uint32_t page = 1, block = none;
        for (const Row& row : rows_) {
            if (row.page != page) out += fmt::format("page {}\n", row.page);
            const bool same = row.block == block && row.block != none && row.page == page;
            page = row.page;
            block = row.block;
            out += fmt::format("{:6}  {:{}}  {:{}}  {}\n", row.line, same ? "" : row.place, wide, row.mark, marks,
                               row.text);
        }
        return out;
    }

private:
    [[nodiscard]] const Line& line_of(std::uint32_t piece) const { return d_.lines[d_.pieces[piece].line]; }

    [[nodiscard]] Row row_of(std::uint32_t piece) const {
        Row row;
        row.begin = d_.pieces[piece].text.begin;
        row.page = line_of(piece).page;
        row.line = line_of(piece).number;
        Block part;
        part.first = piece;
        part.last = piece + 1;
        row.text = printable(render(d_, part, {Spacing::source, Width::source}));
        return row;
    }

    void add(const Article& article, std::size_t i) {
        const Block& block = d_.blocks[article.blocks[i]];
        for (auto p = block.first; p < block.last; ++p) {
            Row row = row_of(p);
            row.block = article.blocks[i];
            row.place = fmt::format("{}/{} {}", article.id, i, name(block.role));
            if (p > block.first) row.mark = mark(p - 1, p);
            rows_.push_back(std::move(row));
        }
    }

    [[nodiscard]] std::string mark(std::uint32_t before, std::uint32_t piece) const {
        const Joint joint = d_.pieces[before].after;
        std::string out = joint == Joint::unhyphen ? "-" : joint == Joint::line ? "|" : "+";
        const Line &a = line_of(before), &b = line_of(piece);
        if (a.page != b.page || b.number < a.number || b.number > a.number + 1)
            out = fmt::format("{}^{}", joint == Joint::unhyphen ? "-" : "", a.number);
        return out;
    }

    void add(const Dropped& item, std::uint32_t piece) {
        Row row = row_of(piece);
        row.place = name(item.reason);
        row.mark = "x";
        rows_.push_back(std::move(row));
    }

    const Document& d_;
    std::vector<Row> rows_;
};

}  // namespace

std::string margin(const Document& document) { return Margin(document)(); }

}  // namespace broadsheet::app
