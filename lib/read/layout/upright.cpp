#include "read/layout/upright.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "read/layout/upright_columns.hpp"
#include "read/layout/words_of_lines.hpp"

namespace broadsheet::reading {

namespace {

// Writes text, words and lines anew.
class Rewriter {
public:
    explicit Rewriter(Document& d) : d_(d), words_in_(words_of_lines(d)) {}

    void run() {
        line_of_.assign(d_.words.size(), none);
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i)
            std::fill(line_of_.begin() + words_in_[i].begin, line_of_.begin() + words_in_[i].end, i);
        column_of_.assign(d_.words.size(), none);
        for (std::uint32_t i = 0; i < d_.lines.size();) {
            const auto first = i;
            while (i < d_.lines.size() && d_.lines[i].page == d_.lines[first].page) ++i;
            find_columns(first, i);
        }
        if (columns_.empty()) return;
        text_.chars.reserve(d_.text.chars.size());
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i) put_line(i);
        text_.at.push_back(d_.text.at.back());
        d_.text = std::move(text_);
        d_.words = std::move(words_);
        d_.lines = std::move(lines_);
    }

private:
    void find_columns(std::uint32_t first, std::uint32_t last) {
        auto columns = upright_columns(d_, {words_in_[first].begin, words_in_[last - 1].end});
        const auto offset = static_cast<std::uint32_t>(columns_.size());
        for (UprightColumn& c : columns) {
            if (c.next != none) c.next += offset;
            for (const auto w : c.words) column_of_[w] = static_cast<std::uint32_t>(columns_.size());
            columns_.push_back(std::move(c));
        }
        written_.resize(columns_.size(), false);
    }

    // Columns are written where the first one of their text begins.
    void put_line(std::uint32_t i) {
        const auto [begin, end] = words_in_[i];
        const bool whole =
            std::all_of(column_of_.begin() + begin, column_of_.begin() + end, [](auto c) { return c == none; });
        if (whole) {
            Line line = d_.lines[i];
            const auto from = line.text.begin;
            const auto to = copy(line.text);
            for (auto w = begin; w < end; ++w) {
                Word word = d_.words[w];
                word.text = {word.text.begin - from + to, word.text.end - from + to};
                words_.push_back(word);
            }
            line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
            lines_.push_back(line);
            return;
        }
        rest_.clear();
        for (auto w = begin; w < end; ++w) {
            if (column_of_[w] != none) continue;
            // What stood between is gone.
            if (w > begin && column_of_[w - 1] != none) put_words(rest_, d_.lines[i]);
            rest_.push_back(w);
        }
        put_words(rest_, d_.lines[i]);
        for (auto w = begin; w < end; ++w) {
            auto c = column_of_[w];
            if (c == none || written_[c] || columns_[c].follows) continue;
            for (; c != none && !written_[c]; c = columns_[c].next) {
                written_[c] = true;
                put_column(columns_[c]);
            }
        }
    }

    std::uint32_t copy(Run run) {
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        const auto begin = static_cast<std::ptrdiff_t>(run.begin), end = static_cast<std::ptrdiff_t>(run.end);
        text_.chars.append(d_.text.chars, run.begin, run.size());
        text_.at.insert(text_.at.end(), d_.text.at.begin() + begin, d_.text.at.begin() + end);
        text_.ends.insert(text_.ends.end(), d_.text.ends.begin() + begin, d_.text.ends.begin() + end);
        return to;
    }

    Word put_word(std::uint32_t w) {
        Word word = d_.words[w];
        const auto to = copy(word.text);
        word.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        words_.push_back(word);
        return word;
    }

    // Words of a line that stood side by side, with what stands between them.
    void put_words(std::vector<std::uint32_t>& words, Line line) {
        if (words.empty()) return;
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        std::optional<Box> box;
        for (std::size_t k = 0; k < words.size(); ++k) {
            if (k > 0) copy({d_.words[words[k - 1]].text.end, d_.words[words[k]].text.begin});
            const Word word = put_word(words[k]);
            if (word.box == none) continue;
            const Box& b = d_.boxes[word.box];
            include(box, b);
        }
        line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        if (box) {
            d_.boxes.push_back(*box);
            line.box = static_cast<std::uint32_t>(d_.boxes.size()) - 1;
        }
        lines_.push_back(line);
        words.clear();
    }

    void put_column(const UprightColumn& column) {
        Line line = d_.lines[line_of_[column.words[0]]];
        const auto to = static_cast<std::uint32_t>(text_.chars.size());
        for (std::size_t k = 0; k < column.words.size(); ++k) {
            const auto w = column.words[k];
            if (column.after_space[k]) {
                text_.chars.push_back(U' ');
                text_.at.push_back(text_.ends.back());
                text_.ends.push_back(text_.ends.back());
            }
            put_word(w);
            if (d_.lines[line_of_[w]].region != line.region) line.region = none;
        }
        if (line.region == none) line.kind = RegionKind::text;
        line.text = {to, static_cast<std::uint32_t>(text_.chars.size())};
        d_.boxes.push_back(column.box);
        line.box = static_cast<std::uint32_t>(d_.boxes.size()) - 1;
        line.upright = true;
        line.wrap = Wrap::unsaid;
        line.gap = 0;
        lines_.push_back(line);
    }

    Document& d_;
    std::vector<Run> words_in_;  // of each line
    std::vector<std::uint32_t> line_of_, column_of_;
    std::vector<UprightColumn> columns_;
    std::vector<bool> written_;
    std::vector<std::uint32_t> rest_;
    Text text_;
    std::vector<Word> words_;
    std::vector<Line> lines_;
};

}  // namespace

void find_upright_lines(Document& document) {
    if (!document.words.empty() && !document.lines.empty()) Rewriter(document).run();
}

}  // namespace broadsheet::reading
