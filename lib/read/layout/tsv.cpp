// Tables of words: Tesseract's TSV, and `pdftotext -tsv`, whose columns have another order and points for pixels.
// Nothing is quoted: quotation marks are text.
#include <algorithm>
#include <array>
#include <string>

#include "read/layout/formats.hpp"

namespace broadsheet::reading {

namespace {

enum Column : std::uint8_t { level, page, block, par, line, word, left, top, width, height, conf, text };
constexpr std::array<std::string_view, 12> names = {"level", "page_num", "block_num", "par_num", "line_num", "word_num",
                                                    "left",  "top",      "width",     "height",  "conf",     "text"};

using Cells = std::array<Slice, names.size()>;

class TsvReader {
public:
    TsvReader(Document& document, PageMaker& maker, const Markup& markup)
        : d_(document), m_(maker), all_(markup.utf8()) {
        for (std::size_t i = 0; i < names.size(); ++i) column_[i] = i;
    }

    void run() {
        std::uint32_t number = 0;
        for (std::uint32_t at = 0; at < all_.size();) {
            const auto end = static_cast<std::uint32_t>(std::min(all_.find('\n', at), all_.size()));
            auto last = end;
            while (last > at && all_[last - 1] == '\r') --last;
            ++number;
            if (last > at) row({at, last}, number);
            at = end + 1;
        }
        if (faults_ > 0)
            d_.notes.push_back({Severity::warning, "read", 0, first_fault_,
                                std::to_string(faults_) + (faults_ == 1 ? " row has" : " rows have") +
                                    " not the columns of this table and " + (faults_ == 1 ? "is" : "are") +
                                    " passed over; the first is on this line of the file"});
    }

private:
    [[nodiscard]] std::string_view view(Slice slice) const { return all_.substr(slice.begin, slice.end - slice.begin); }

    // The last cell is all the rest: text is not quoted, and may hold a tab.
    [[nodiscard]] bool cut(Slice row, Cells& cells) const {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool last = i + 1 == names.size();
            const auto tab = last ? row.end
                                  : static_cast<std::uint32_t>(
                                        std::min<std::size_t>(all_.substr(0, row.end).find('\t', row.begin), row.end));
            cells[i] = {row.begin, tab};
            if (!last && tab == row.end) return i + 2 == names.size();  // the text is missing where it is empty
            row.begin = tab + 1;
        }
        return true;
    }

    void row(Slice slice, std::uint32_t number) {
        Cells cells{};
        const bool whole = cut(slice, cells);
        if (whole && view(cells[0]) == names[level]) return header(cells);
        float of_level = 0;
        auto first = view(cells[column_[level]]);
        if (!whole || !take_number(first, of_level)) {
            if (faults_++ == 0) first_fault_ = number;
            return;
        }
        const auto box = box_of(cells);
        if (of_level < 1.5F) {
            new_page(cells, box);
        } else if (of_level < 3.5F) {
            new_region(cells, box);
        } else if (of_level < 4.5F) {
            enter(cells);
            new_line(cells, box);
        } else {
            // Tables are filtered: words may stand there without the rows of what holds them.
            enter(cells);
            if (key(cells, line) != line_) new_line(cells, std::nullopt);
            float percent = -1;
            auto sure = view(cells[column_[conf]]);
            if (!take_number(sure, percent) || percent < 0) percent = -100;
            m_.word(cells[column_[text]], box, std::min(percent / 100, 1.0F));
        }
    }

    // Which table it is; files that were put one behind the other begin anew.
    void header(const Cells& cells) {
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t k = 0; k < names.size(); ++k)
                if (view(cells[k]) == names[i]) column_[i] = k;
        if (column_[par] < column_[block]) {
            unit_ = Unit::point;
            m_.boxes_are_exact();
        }
        page_ = region_ = line_ = {};
    }

    [[nodiscard]] std::optional<Box> box_of(const Cells& cells) const {
        std::array<float, 4> at{};
        for (std::size_t i = 0; i < at.size(); ++i) {
            auto number = view(cells[column_[left + i]]);
            if (!take_number(number, at[i])) return std::nullopt;
        }
        return Box{at[0], at[1], at[0] + at[2], at[1] + at[3]};
    }

    // The numbers down to that one, which tell one line from the next one.
    [[nodiscard]] std::string key(const Cells& cells, Column last) const {
        std::string out;
        for (auto i = static_cast<std::size_t>(page); i <= last; ++i) out.append(view(cells[column_[i]])) += ' ';
        return out;
    }

    void enter(const Cells& cells) {
        if (key(cells, page) != page_) new_page(cells, std::nullopt);
        if (key(cells, par) != region_) new_region(cells, std::nullopt);
    }

    void new_page(const Cells& cells, const std::optional<Box>& box) {
        m_.page(unit_, box ? box->right : 0, box ? box->bottom : 0);
        page_ = key(cells, page);
        region_ = line_ = {};
    }

    void new_region(const Cells& cells, const std::optional<Box>& box) {
        if (key(cells, page) != page_) new_page(cells, std::nullopt);
        m_.region({}, box);
        region_ = key(cells, par);
        line_ = {};
    }

    void new_line(const Cells& cells, const std::optional<Box>& box) {
        m_.begin_line(box);
        line_ = key(cells, line);
    }

    Document& d_;
    PageMaker& m_;
    std::string_view all_;
    std::array<std::size_t, names.size()> column_{};  // where each stands
    Unit unit_ = Unit::pixel;
    std::string page_, region_, line_;  // keys
    std::uint32_t faults_ = 0;
    std::uint32_t first_fault_ = 0;
};

}  // namespace

bool is_tsv(std::string_view head) { return head.substr(0, 15) == "level\tpage_num\t"; }

void read_tsv(Document& document, PageMaker& maker, const Markup& markup) { TsvReader(document, maker, markup).run(); }

}  // namespace broadsheet::reading
