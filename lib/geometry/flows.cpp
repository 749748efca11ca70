// Does the text of a page run down its columns and on at the top of the next one, over all headings?
#include <algorithm>
#include <cmath>

#include "geometry/sheet.hpp"
#include "geometry/weights.hpp"

namespace broadsheet::geometry {

namespace {

namespace weight = weight::flow;

constexpr float few = 6;            // ems: less text is no line of a column
constexpr float heading = 1.3F;     // surely so
constexpr float long_line = 0.35F;  // of the width of the text: a print with one column or two

class Page {
public:
    explicit Page(const Sheet& sheet) : s_(sheet) {
        std::vector<float> widths;
        for (const Row& r : s_.rows)
            if (is_line(r)) widths.push_back(width(r.box));
        if (widths.empty()) return;
        const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
        std::nth_element(widths.begin(), at, widths.end());
        column_ = *at;
    }

    [[nodiscard]] bool flows() const {
        if (s_.turned) return wide_headings() == 0;
        const auto [tall, columns] = find_columns();
        const float sum = weight::tall * tall + weight::wide * wide_inside() / columns +
                          weight::upright * upright_headings() / columns + weight::together * together();
        return sum > weight::least;
    }

    [[nodiscard]] bool is_book() const {
        return line_share() >= long_line && (s_.turned || wide_headings() + upright_headings() == 0);
    }

private:
    [[nodiscard]] static bool is_line(const Row& r) { return r.ems >= few && r.size < larger_type; }

    [[nodiscard]] bool is_wide(const Row& r) const {
        return r.size > heading && (s_.turned || !r.upright) && column_ > 0 && width(r.box) > 1.25F * column_;
    }
    // Rows in larger type that stand over more than one column.
    [[nodiscard]] float wide_headings() const {
        return static_cast<float>(
            std::count_if(s_.rows.begin(), s_.rows.end(), [&](const Row& r) { return is_wide(r); }));
    }
    // ... below text, or beside something and over columns: no title of the paper, no advertisement.
    [[nodiscard]] float wide_inside() const {
        constexpr std::size_t some = 4;
        float out = 0;
        for (const Row& r : s_.rows) {
            if (!is_wide(r)) continue;
            std::size_t above = 0;
            bool beside = false;
            const Box *below = nullptr, *next = nullptr;
            for (const Row& line : s_.rows) {
                const float shared = shared_width(line.box, r.box), far = line.box.top - r.box.bottom;
                if (shared <= 0) {
                    beside = beside || (line.ems >= few && shared_height(line.box, r.box) > 0.4F * height(line.box));
                    continue;
                }
                if (!is_line(line)) continue;
                above += line.box.bottom < r.box.top + s_.height ? 1 : 0;
                if (far < -s_.height || far > 5 * s_.pitch || shared < 0.5F * width(line.box)) continue;
                if (!below)
                    below = &line.box;
                else if (shared_width(*below, line.box) <= 0)
                    next = &line.box;
            }
            out += above >= some || (beside && next) ? 1.0F : 0.0F;
        }
        return out;
    }
    [[nodiscard]] float upright_headings() const {
        return static_cast<float>(std::count_if(s_.rows.begin(), s_.rows.end(), [&](const Row& r) {
            return r.upright && !s_.turned && r.size > larger_type;
        }));
    }

    // The share of text in columns that begin side by side at one height; not at the top of the page, where all begin.
    [[nodiscard]] float together() const {
        Sheet sheet = s_;
        find_stacks(sheet);
        std::vector<const Stack*> texts;
        for (const Stack& x : sheet.stacks)
            if (!x.heading && x.rows.size() > 2 && x.right - x.left > few * s_.em) texts.push_back(&x);
        if (texts.empty()) return 0;
        constexpr float top_rows = 4;  // a heading may stand at the top of a column
        float all = 0, out = 0, top = texts[0]->box.top;
        for (const Stack* x : texts) top = std::min(top, x->box.top);
        const float most = begins_most(texts);
        for (const Stack* x : texts) {
            const auto rows = static_cast<float>(x->rows.size());
            all += rows;
            if (std::abs(x->box.top - most) < s_.pitch || x->box.top < top + top_rows * s_.pitch) continue;
            out +=
                std::any_of(texts.begin(), texts.end(), [&](const Stack* y) { return are_one_row(*x, *y); }) ? rows : 0;
        }
        return out / all;
    }
    // The height at which most text begins.
    [[nodiscard]] float begins_most(const std::vector<const Stack*>& texts) const {
        float out = 0;
        std::size_t most = 0;
        for (const Stack* x : texts) {
            std::size_t rows = 0;
            for (const Stack* y : texts) rows += std::abs(x->box.top - y->box.top) < s_.pitch ? y->rows.size() : 0;
            if (rows > most) {
                most = rows;
                out = x->box.top;
            }
        }
        return out;
    }
    [[nodiscard]] bool are_one_row(const Stack& x, const Stack& y) const {
        const bool right = middle(x.box) < y.left && y.left - x.right < 4 * s_.em;
        const bool left = middle(y.box) < x.left && x.left - y.right < 4 * s_.em;
        return (right || left) && std::abs(x.box.top - y.box.top) < 0.4F * s_.pitch;
    }

    struct Columns {
        float tall = 0;   // of the page's height, that a row's column runs on without anything wide across it
        float count = 1;  // of columns, each as far as it runs
    };
    [[nodiscard]] Columns find_columns() const {
        std::vector<std::uint32_t> by_top;
        Box whole = s_.rows[0].box;
        for (std::uint32_t i = 0; i < s_.rows.size(); ++i) {
            include(whole, s_.rows[i].box);
            by_top.push_back(i);
        }
        std::sort(by_top.begin(), by_top.end(),
                  [&](auto a, auto b) { return s_.rows[a].box.top < s_.rows[b].box.top; });
        struct Column {
            Box last;
            float top = 0, bottom = 0;
            std::size_t rows = 0;
        };
        std::vector<Column> columns, done;
        std::size_t all = 0;
        for (const auto i : by_top) {
            const Box& box = s_.rows[i].box;
            if (s_.rows[i].ems < few) continue;
            bool taken = false;
            for (std::size_t c = 0; c < columns.size();) {
                Column& column = columns[c];
                const float shared = shared_width(column.last, box);
                if (!taken && shared > 0.75F * std::max(width(column.last), width(box))) {
                    column.last = box;
                    column.bottom = std::max(column.bottom, box.bottom);
                    ++column.rows;
                    taken = true;
                } else if (shared > 0.15F * width(column.last) && width(box) > 1.4F * width(column.last)) {
                    done.push_back(column);
                    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
                    continue;
                }
                ++c;
            }
            ++all;
            if (!taken) columns.push_back({box, box.top, box.bottom, 1});
        }
        done.insert(done.end(), columns.begin(), columns.end());
        float tall = 0, runs = 0;
        for (const Column& column : done) {
            tall += (column.bottom - column.top) * static_cast<float>(column.rows);
            runs += column.rows > 3 ? 1 : 0;
        }
        return {tall / (height(whole) * static_cast<float>(std::max<std::size_t>(1, all))), std::max(1.0F, runs)};
    }

    // What the lines of most text take of the page's width.
    [[nodiscard]] float line_share() const {
        Box whole = s_.rows[0].box;
        std::vector<std::pair<float, float>> widths;
        float all = 0, sum = 0;
        for (const Row& r : s_.rows) {
            include(whole, r.box);
            widths.emplace_back(width(r.box), r.ems);
            all += r.ems;
        }
        std::sort(widths.begin(), widths.end());
        for (const auto& [w, ems] : widths)
            if ((sum += ems) * 2 >= all) return w / width(whole);
        return 0;
    }

    const Sheet& s_;
    float column_ = 0;  // the width of most lines
};

}  // namespace

bool flows(const Sheet& sheet) { return Page(sheet).flows(); }
bool is_book(const Sheet& sheet) { return Page(sheet).is_book(); }

}  // namespace broadsheet::geometry
