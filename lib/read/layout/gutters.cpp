#include "read/layout/gutters.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "read/layout/words_of_lines.hpp"

namespace broadsheet::reading {

namespace {

// All in heights of a word.
constexpr float clear_white = 0.6F;               // more than the space between two words
constexpr float same_edge = 0.3F;                 // as engines measure
constexpr float reach = 14;                       // how far up and down a gutter is followed
constexpr float wide = 1.1F;                      // measures: what runs over two columns is wider
constexpr float least_measure = 5;                // of a column on either side; cells of a table are narrower
constexpr std::uint32_t most_words = 500;         // of a line
constexpr std::uint64_t most_steps = 50'000'000;  // hostile files have all words in one place

constexpr Box nowhere = {-1e9F, 0, -1e9F, 0};  // of a word without a box

struct Item {
    float middle = 0;
    std::uint32_t line = 0;
};

// A word at an edge.
struct Beside {
    Box box;
    std::uint32_t line = none;
    std::uint32_t word = 0;
    explicit operator bool() const { return line != none; }
};

class Gutters {
public:
    Gutters(Document& d, bool exact)
        : d_(d), words_(words_of_lines(d)), exact_(exact), least_white_(exact ? -0.02F : 0.2F), enough_(exact ? 4 : 6) {
        boxes_.reserve(d.words.size());
        for (const Word& w : d.words) boxes_.push_back(w.box == none ? nowhere : d.boxes[w.box]);
    }

    void run() {
        std::vector<Line> lines;
        lines.reserve(d_.lines.size());
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i) {
            if (i == 0 || d_.lines[i].page != d_.lines[i - 1].page) page(i);
            split(i, lines);
        }
        d_.lines = std::move(lines);
    }

private:
    void page(std::uint32_t first) {
        items_.clear();
        for (auto i = first; i < d_.lines.size() && d_.lines[i].page == d_.lines[first].page; ++i)
            if (words_[i].begin < words_[i].end) items_.push_back({middle(i), i});
        find_measure();
        std::stable_sort(items_.begin(), items_.end(),
                         [](const auto& a, const auto& b) { return a.middle < b.middle; });
    }

    // Most lines run over one column, few over two.
    void find_measure() {
        constexpr std::size_t short_ones = 30;  // in a hundred: last lines of paragraphs, scraps
        widths_.clear();
        for (const Item& item : items_) widths_.push_back(width(item.line));
        if (widths_.empty()) return;
        measure_ = value_at(widths_, short_ones);
        // ... unless the engine ran all of them together: such lines take much of the page.
        float left = 1e9F, right = 0;
        for (const Item& item : items_) {
            if (d_.lines[item.line].box == none) continue;
            const Box& box = d_.boxes[d_.lines[item.line].box];
            left = std::min(left, box.left);
            right = std::max(right, box.right);
        }
        if (measure_ > 0.3F * (right - left)) measure_ = 0;
    }

    [[nodiscard]] float width(std::uint32_t line) const {
        if (d_.lines[line].box == none) return 0;
        const Box& box = d_.boxes[d_.lines[line].box];
        return box.right - box.left;
    }

    // Of a line; that of a word says less, a comma stands low.
    [[nodiscard]] float middle(std::uint32_t line) const {
        if (d_.lines[line].box == none) return 0;
        const Box& box = d_.boxes[d_.lines[line].box];
        return (box.top + box.bottom) / 2;
    }

    [[nodiscard]] bool is_one_size(std::uint32_t a, std::uint32_t b) const {
        if (d_.lines[a].box == none || d_.lines[b].box == none) return true;
        const float x = height(d_.boxes[d_.lines[a].box]), y = height(d_.boxes[d_.lines[b].box]);
        return std::max(x, y) < 1.5F * std::min(x, y);
    }

    void split(std::uint32_t i, std::vector<Line>& out) {
        Line line = d_.lines[i];
        const auto begin = words_[i].begin, end = words_[i].end;
        bool can = !line.upright && width(i) > wide * measure_ && end - begin > 1 && end - begin < most_words &&
                   (line.region == none || d_.regions[line.region].kind != RegionKind::table);
        for (auto w = begin; can && w < end; ++w) can = d_.words[w].box != none;
        if (!can) return out.push_back(line);
        auto start = begin;
        const Wrap wrap = line.wrap;
        for (auto w = begin + 1; w <= end; ++w) {
            if (w < end && !is_gutter(i, w)) continue;
            if (start == begin && w == end) return out.push_back(line);
            Line part = line;
            part.text = {d_.words[start].text.begin, d_.words[w - 1].text.end};
            Box box = d_.boxes[d_.words[start].box];
            for (auto k = start + 1; k < w; ++k) include(box, d_.boxes[d_.words[k].box]);
            part.box = static_cast<std::uint32_t>(d_.boxes.size());
            d_.boxes.push_back(box);
            if (start > begin) part.gap = 0;
            part.wrap = w == end ? wrap : Wrap::unsaid;
            out.push_back(part);
            start = w;
        }
    }

    [[nodiscard]] bool is_gutter(std::uint32_t line, std::uint32_t w) {
        const Box &a = d_.boxes[d_.words[w - 1].box], &b = d_.boxes[d_.words[w].box];
        const float h = std::min(height(a), height(b));
        const float white = b.left - a.right;
        if (white < least_white_ * h) return false;
        // No line begins with a comma.
        if (is(d_.text.chars[d_.words[w].text.begin], cls::close | cls::pause | cls::terminal)) return false;
        // Words have spaces between them; Chinese has none, and its marks hang into the gutter.
        if (!is_tight(w) && !(exact_ && hangs(w - 1)) && white < clear_white * h) return false;
        const Box &left = d_.boxes[d_.words[words_[line].begin].box],
                  &right = d_.boxes[d_.words[words_[line].end - 1].box];
        if (a.right - left.left < least_measure * h && right.right - b.left < least_measure * h) return false;
        const int own = points_of(w, white, h) + (!is_tight(w) && is_far_wider(line, w) ? 2 : 0);
        int points = own;
        for (const bool up : {true, false})
            if (points < enough_) points += follow(line, b.left, h, up, enough_ - points);
        return points >= enough_;
    }

    [[nodiscard]] bool is_tight(std::uint32_t w) const {
        return broadsheet::is_tight(d_.text.chars[d_.words[w - 1].text.end - 1]) &&
               broadsheet::is_tight(d_.text.chars[d_.words[w].text.begin]);
    }

    [[nodiscard]] bool hangs(std::uint32_t w) const {
        const char32_t c = d_.text.chars[d_.words[w].text.end - 1];
        return broadsheet::is_tight(c) && is(c, cls::close | cls::pause | cls::terminal);
    }

    [[nodiscard]] bool begins_line(const Beside& item) const { return item.word == words_[item.line].begin; }

    // The white before a word. Where boxes are exact, there is none inside a Chinese text but that of a gutter.
    [[nodiscard]] int points_of(std::uint32_t w, float white, float h) const {
        if (white < clear_white * h) return 0;
        return w > 0 && is_tight(w) && exact_ ? 2 : 1;
    }

    // Than the spaces between the other words of its line.
    [[nodiscard]] bool is_far_wider(std::uint32_t line, std::uint32_t w) {
        spaces_.clear();
        for (auto k = words_[line].begin + 1; k < words_[line].end; ++k)
            spaces_.push_back(d_.boxes[d_.words[k].box].left - d_.boxes[d_.words[k - 1].box].right);
        if (spaces_.size() < 4) return false;
        const float white = spaces_[w - words_[line].begin - 1];
        const auto at = spaces_.begin() + static_cast<std::ptrdiff_t>(spaces_.size() / 2);
        std::nth_element(spaces_.begin(), at, spaces_.end());
        return white > 2.2F * *at;
    }

    // The words of a line that begin before x and behind it, nearest to it.
    void look_at(std::uint32_t line, float x, Beside& before, Beside& behind) const {
        const auto begin = boxes_.begin() + words_[line].begin, end = boxes_.begin() + words_[line].end;
        const auto at = std::lower_bound(begin, end, x, [](const Box& box, float edge) { return box.left < edge; });
        const auto number = [&](auto word) { return static_cast<std::uint32_t>(word - boxes_.begin()); };
        constexpr std::ptrdiff_t nested = 3;  // engines put boxes of one word into another's
        for (auto w = at; w > begin && at - w < nested;) {
            --w;
            if (w->right > w->left && (!before || w->right > before.box.right)) before = {*w, line, number(w)};
        }
        if (at != end && (!behind || at->left < behind.box.left)) behind = {*at, line, number(at)};
    }

    // From a row on, upward or downward, as long as there is white at the left of x. A point for each row that begins
    // at x behind clear white; two where the engine has two lines there. No more than is wanted.
    [[nodiscard]] int follow(std::uint32_t line, float x, float h, bool up, int wanted) {
        const float y = middle(line);
        const auto at =
            std::lower_bound(items_.begin(), items_.end(), y, [](const Item& i, float v) { return i.middle < v; });
        auto k = at - items_.begin();
        if (up) --k;
        const auto size = static_cast<std::ptrdiff_t>(items_.size());
        int points = 0;
        while (points < wanted && k >= 0 && k < size) {
            const float row = items_[static_cast<std::size_t>(k)].middle;
            if (std::abs(row - y) > reach * h) break;
            Beside before, behind;
            // The items of one row, whatever their column.
            for (; k >= 0 && k < size; k += up ? -1 : 1) {
                const Item& item = items_[static_cast<std::size_t>(k)];
                if (std::abs(item.middle - row) > 0.4F * h) break;
                if (++steps_ > most_steps) return 0;
                look_at(item.line, x - same_edge * h, before, behind);
            }
            if (std::abs(row - y) < 0.4F * h) continue;  // its own
            if (before && before.box.right > x + 0.1F * h) break;
            if (!before && behind && std::abs(behind.box.left - x) < same_edge * h && begins_line(behind) &&
                d_.lines[behind.line].region == d_.lines[line].region)
                ++points;
            if (!before || !behind || behind.box.left > x + same_edge * h) continue;
            const float white = behind.box.left - before.box.right;
            if (white < least_white_ * h) break;
            if (!is_one_size(line, behind.line) &&
                !(exact_ && std::abs(behind.box.left - x) < 0.15F * height(behind.box)))
                break;
            if (behind.line == before.line)
                points += points_of(behind.word, white, h);
            else if (exact_ || (d_.lines[before.line].region == d_.lines[line].region &&
                                d_.lines[behind.line].region == d_.lines[line].region))
                points += 2;
        }
        return points;
    }

    Document& d_;
    std::vector<Run> words_;   // of each line
    std::vector<Box> boxes_;   // of words, side by side: each is looked at from many lines
    bool exact_;               // boxes come from the fonts, not from ink
    float least_white_;        // less is no gutter, though punctuation may hang into it
    int enough_;               // points
    std::vector<Item> items_;  // lines of the page, from the top downward
    std::vector<float> spaces_, widths_;
    float measure_ = 0;  // of the page's columns, or less
    std::uint64_t steps_ = 0;
};

}  // namespace

void split_at_gutters(Document& document, bool exact) {
    if (!document.words.empty()) Gutters(document, exact).run();
}

}  // namespace broadsheet::reading
