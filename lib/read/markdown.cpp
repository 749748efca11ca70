// Markdown as vision models write it: CommonMark's marks, page comments, a fence round the whole answer, tables in
// pipes or HTML. Marks go to `dropped`; nothing else is taken away.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "read/formats.hpp"
#include "read/lines.hpp"
#include "read/markdown_front_matter.hpp"
#include "read/markdown_inline.hpp"
#include "read/markdown_rows.hpp"

namespace broadsheet::reading {

namespace {

class MarkdownReader {
public:
    MarkdownReader(Document& document, const Decoded& decoded)
        : d_(document), maker_(document, decoded.broken), inline_(document.text.chars) {
        Rows rows(document.text, decoded);
        for (Row row; rows.next(row);) rows_.push_back(row);
    }

    void run() {
        for (std::size_t i = 0; i < rows_.size();) i = block(i);
        end_paragraph();
        maker_.finish();
    }

private:
    // A row whose marks of blocks are known and whose inner ones are not yet.
    struct Open {
        std::size_t row;
        Run content;
        std::vector<Cut> before;  // marks before the content
        std::vector<Cut> after;   // and behind it
        Mark mark = Mark::plain;
        std::uint8_t level = 0;
    };

    [[nodiscard]] std::u32string_view text(const Row& row) const { return d_.text.view(row.run); }

    // Runs of white space at both ends taken off.
    [[nodiscard]] Run core(Run run) const {
        while (run.begin < run.end && is(d_.text.chars[run.begin], cls::space)) ++run.begin;
        while (run.end > run.begin && is(d_.text.chars[run.end - 1], cls::space)) --run.end;
        return run;
    }

    // A row that holds nothing but marks.
    void hide(const Row& row) {
        const Run run = core(row.run);
        if (run.empty()) {
            maker_.add(row);
            return;
        }
        const Cut cut{run, Reason::markup};
        maker_.add(row, {&cut, 1}, Mark::plain);
    }

    std::size_t block(std::size_t i) {
        const Row& row = rows_[i];
        const Run run = core(row.run);
        const auto line = d_.text.view(run);
        if (row.new_page) end_paragraph();
        if (line.empty()) {
            end_paragraph();
            table_ = false;
            maker_.add(row);
            return i + 1;
        }
        if (literal_) return literal(i, line);
        if (const auto fence = parse_fence(line); fence.length > 0) {
            end_paragraph();
            hide(row);
            if (fence.literal && closing_fence_follows(i + 1)) literal_ = true;
            return i + 1;
        }
        if (starts_comment(line)) return comment(i, run);
        if (is_rule(line)) {
            if (const auto rows = front_matter(d_.text, rows_, i); rows > 0) {
                end_paragraph();
                for (const auto end = i + rows; i < end; ++i) hide(rows_[i]);
                return i;
            }
            const bool under_title = line[0] == U'-' && setext_title();
            if (under_title) make_title(2);
            end_paragraph();
            hide(row);
            maker_.add_gap();
            if (folio_follows(i + 1)) break_page();
            return i + 1;
        }
        if (line.size() >= 3 && line.find_first_not_of(U'=') == std::u32string_view::npos && setext_title()) {
            make_title(1);
            end_paragraph();
            hide(row);
            return i + 1;
        }
        open(i, run, {});
        return i + 1;
    }

    std::size_t literal(std::size_t i, std::u32string_view line) {
        if (const auto fence = parse_fence(line); fence.length > 0 && !fence.named) {
            literal_ = false;
            hide(rows_[i]);
        } else {
            maker_.add(rows_[i]);
        }
        return i + 1;
    }

    // Counted once: without the mark that closes it, a fence is a line that was forgotten.
    [[nodiscard]] bool closing_fence_follows(std::size_t i) {
        if (last_fence_ == 0)
            for (last_fence_ = rows_.size(); last_fence_ > 1; --last_fence_) {
                const auto fence = parse_fence(trimmed(text(rows_[last_fence_ - 1])));
                if (fence.length > 0 && !fence.named) break;
            }
        return i < last_fence_;
    }

    // A comment that begins a row; what follows it in its last row is read as any row.
    std::size_t comment(std::size_t i, Run run) {
        const auto open_at = run.begin + 4;
        std::size_t last = i;
        auto close = find_comment_end({open_at, rows_[i].run.end});
        while (close == none && last + 1 < rows_.size() && last + 1 < no_comment_end_from_) {
            ++last;
            close = find_comment_end(rows_[last].run);
        }
        if (close == none) {
            no_comment_end_from_ = std::min(no_comment_end_from_, i);
            open(i, run, {});
            return i + 1;
        }
        end_paragraph();
        const bool page = last == i && is_page_comment(d_.text.view({open_at, close - 3}));
        for (std::size_t k = i; k < last; ++k) hide(rows_[k]);
        const Run rest = core({close, rows_[last].run.end});
        const Cut cut{{last == i ? run.begin : core(rows_[last].run).begin, close}, Reason::markup};
        if (rest.empty()) {
            maker_.add(rows_[last], {&cut, 1}, Mark::plain);
            if (page) break_page();
        } else {
            if (page) break_page();
            open(last, rest, {cut});
        }
        return last + 1;
    }

    // A rule before a running head or a folio stands between two pages.
    [[nodiscard]] bool folio_follows(std::size_t i) const {
        constexpr std::size_t most_blank = 3, longest = 100;
        const auto end = std::min(rows_.size(), i + most_blank + 1);
        while (i < end && trimmed(text(rows_[i])).empty()) ++i;
        if (i == end) return false;
        auto line = trimmed(text(rows_[i]));
        line = trimmed(line.substr(heading_level(line)));
        return line.size() <= longest && (language::cues(line) & language::Cue::folio) != 0;
    }

    void break_page() {
        if (!maker_.page_is_empty()) maker_.new_page();
    }

    // The place behind "-->".
    [[nodiscard]] std::uint32_t find_comment_end(Run run) const {
        const auto at = d_.text.view(run).find(U"-->");
        return at == std::u32string_view::npos ? none : run.begin + static_cast<std::uint32_t>(at) + 3;
    }

    // The paragraph above a row of - or = is a title: one line, short, no sentence.
    [[nodiscard]] bool setext_title() const {
        if (paragraph_.size() != 1 || paragraph_[0].mark != Mark::plain || paragraph_[0].content.empty()) return false;
        const auto title = d_.text.view(paragraph_[0].content);
        return title.size() <= 100 && !is(title.back(), cls::terminal | cls::pause);
    }

    void make_title(std::uint8_t level) {
        paragraph_[0].mark = Mark::heading;
        paragraph_[0].level = level;
    }

    // Takes the marks at a row's beginning and puts the row into the paragraph.
    void open(std::size_t i, Run run, std::vector<Cut> before) {
        Open row{i, run, std::move(before), {}};
        const auto view = [&] { return d_.text.view(row.content); };
        const auto take = [&](std::uint32_t size, Mark mark, std::uint8_t level = 0) {
            row.mark = mark;
            row.level = level;
            row.before.push_back(
                {{row.content.begin, row.content.begin + size}, Reason::markup, Cut::Then::goes_on, mark, level});
            row.content = core({row.content.begin + size, row.content.end});
        };
        for (int depth = 0; depth < 8 && !row.content.empty() && view()[0] == U'>'; ++depth) take(1, Mark::quote);
        if (const auto level = heading_level(view()); level > 0) {
            end_paragraph();
            take(level, Mark::heading, level);
            if (const auto closing = closing_hashes(view()); closing > 0) {
                const Run mark{row.content.end - closing, row.content.end};
                row.after.push_back({mark, Reason::markup, Cut::Then::goes_on, row.mark, row.level});
                row.content = core({row.content.begin, mark.begin});
            }
            paragraph_.push_back(std::move(row));
            end_paragraph();
            return;
        }
        if (const auto item = parse_list_item(view()); item.length > 0) {
            end_paragraph();
            row.mark = Mark::list_item;
            if (!item.is_number) take(item.length, Mark::list_item);
            paragraph_.push_back(std::move(row));
            return;
        }
        if (is_table_row(i, view())) {
            end_paragraph();
            if (is_delimiter_row(view())) {
                hide(rows_[i]);
                return;
            }
            row.mark = Mark::table_row;
            paragraph_.push_back(std::move(row));
            end_paragraph();
            return;
        }
        table_ = false;
        if (!paragraph_.empty() && paragraph_.back().mark != row.mark && row.mark == Mark::quote) end_paragraph();
        paragraph_.push_back(std::move(row));
    }

    // Pipes at both ends, or a table that a row of dashes has opened, or is about to open.
    [[nodiscard]] bool is_table_row(std::size_t i, std::u32string_view line) {
        if (line.find(U'|') == std::u32string_view::npos) return false;
        if (table_) return true;
        const bool framed = line.size() > 2 && line.front() == U'|' && line.back() == U'|';
        table_ =
            framed || is_delimiter_row(line) || (i + 1 < rows_.size() && is_delimiter_row(trimmed(text(rows_[i + 1]))));
        return table_;
    }

    void end_paragraph() {
        if (paragraph_.empty()) return;
        contents_.clear();
        for (const Open& row : paragraph_) contents_.push_back({row.content, row.mark, row.level});
        inline_.parse(contents_);
        const auto& marks = inline_.cuts();
        std::size_t next = 0;
        for (std::size_t i = 0; i < paragraph_.size(); ++i) {
            Open& row = paragraph_[i];
            const Content& content = contents_[i];
            if (!row.before.empty()) {
                row.before.back().mark = content.mark;
                row.before.back().level = content.level;
            }
            cuts_ = row.before;
            for (; next < marks.size() && marks[next].run.begin < row.content.end; ++next) cuts_.push_back(marks[next]);
            cuts_.insert(cuts_.end(), row.after.begin(), row.after.end());
            maker_.add(rows_[row.row], cuts_, content.mark, content.level);
        }
        paragraph_.clear();
        if (inline_.breaks_page()) break_page();
    }

    Document& d_;
    LineMaker maker_;
    InlineParser inline_;
    std::vector<Row> rows_;
    std::vector<Open> paragraph_;
    std::vector<Content> contents_;
    std::vector<Cut> cuts_;
    bool literal_ = false;
    bool table_ = false;
    std::size_t last_fence_ = 0;
    std::size_t no_comment_end_from_ = static_cast<std::size_t>(-1);
};

}  // namespace

void read_markdown(Document& document, const Decoded& decoded) { MarkdownReader(document, decoded).run(); }

}  // namespace broadsheet::reading
