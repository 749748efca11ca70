#include "read/layout/strokes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "read/layout/weights.hpp"
#include "read/layout/words_of_lines.hpp"

namespace broadsheet::reading {

namespace {

namespace weight = weight::stroke;

// All in heights of a word.
constexpr float tall = 1.5F;
constexpr float one_place = 0.3F;
constexpr float near = 0.6F;     // more than the space between two words
constexpr float row_in = 10;     // words of one headline
constexpr float mates_in = 60;   // up and down; a page is seldom straight for longer
constexpr float crossed_in = 6;  // more than a drop capital, or the indent of some lines
constexpr int most_mates = 8;

constexpr std::uint64_t most_steps = 20'000'000;  // hostile files have all words in one place

class Strokes {
public:
    explicit Strokes(Document& d) : d_(d), words_(words_of_lines(d)), is_rule_(d.words.size(), false) {}

    void run() {
        for (std::uint32_t first = 0, last = 0; first < d_.lines.size(); first = last) {
            while (last < d_.lines.size() && d_.lines[last].page == d_.lines[first].page) ++last;
            page(first, last);
        }
        if (!found_) return;
        std::vector<Line> lines;
        lines.reserve(d_.lines.size());
        for (std::uint32_t i = 0; i < d_.lines.size(); ++i) split(i, lines);
        d_.lines = std::move(lines);
    }

private:
    struct Item {
        Box box;
        std::uint32_t word = 0;
    };

    [[nodiscard]] char32_t letter(std::uint32_t word) const { return d_.text.chars[d_.words[word].text.begin]; }

    [[nodiscard]] bool looks_like_a_stroke(std::uint32_t word) const {
        const Run text = d_.words[word].text;
        return text.end - text.begin == 1 &&
               std::u32string_view(U"Il|!i1][jJtfr/\\丨｜").find(letter(word)) != std::u32string_view::npos;
    }

    void page(std::uint32_t first, std::uint32_t last) {
        strokes_.clear();
        items_.clear();
        std::vector<float> heights;
        for (auto i = first; i < last; ++i) {
            const Line& line = d_.lines[i];
            const bool plain =
                !line.upright && (line.region == none || d_.regions[line.region].kind != RegionKind::table);
            for (auto w = words_[i].begin; w < words_[i].end; ++w) {
                if (d_.words[w].box == none) continue;
                const Box& box = d_.boxes[d_.words[w].box];
                heights.push_back(height(box));
                (plain && looks_like_a_stroke(w) ? strokes_ : items_).push_back({box, w});
            }
        }
        if (strokes_.empty()) return;
        height_ = value_at(heights, 50);
        if (!(height_ > 0)) return;
        const auto by_top = [](const Item& a, const Item& b) { return a.box.top < b.box.top; };
        std::stable_sort(items_.begin(), items_.end(), by_top);
        std::stable_sort(strokes_.begin(), strokes_.end(), by_top);
        for (const Item& stroke : strokes_)
            if (is_rule(stroke)) is_rule_[stroke.word] = found_ = true;
    }

    [[nodiscard]] bool is_rule(const Item& stroke) {
        const char32_t c = letter(stroke.word);
        float sum = weight::mate * static_cast<float>(std::min(most_mates, mates(stroke.box)));
        sum += is(c, cls::digit) ? weight::figure : 0;
        const bool high = height(stroke.box) > tall * height_;
        if (sum + (high ? weight::tall : 0) + weight::apart < weight::least) return false;
        const Around around = look_around(stroke.box);
        sum += weight::crossed * static_cast<float>(around.crossing);
        return sum + (high && !around.as_high ? weight::tall : 0) + (around.close ? 0 : weight::apart) >= weight::least;
    }

    [[nodiscard]] int mates(const Box& box) {
        int out = -1;  // itself
        near_by(strokes_, box, mates_in, [&](const Box& other) {
            out += std::abs(middle(other) - middle(box)) < one_place * height_ ? 1 : 0;
            return out < most_mates;
        });
        return out;
    }

    struct Around {
        int crossing = 0;      // words above and below that stand at its place
        bool close = false;    // a word beside it
        bool as_high = false;  // one in its row is as high: both are a headline's
    };
    [[nodiscard]] Around look_around(const Box& box) {
        Around out;
        constexpr int enough = 5;
        near_by(items_, box, crossed_in, [&](const Box& word) {
            const float shared = shared_height(word, box), far = -shared_width(word, box);
            if (shared > 0.3F * std::min(height(word), height(box))) {
                out.close = out.close || far < near * height_;
                out.as_high = out.as_high || (far < row_in * height_ && shared > 0.6F * height(box));
            } else {
                out.crossing += far < -0.1F * height_ ? 1 : 0;
            }
            return out.crossing < enough;
        });
        return out;
    }

    // Asks all that begin not farther above or below than this, until f has enough.
    template <class F>
    void near_by(const std::vector<Item>& items, const Box& box, float reach, const F& f) {
        auto at = std::lower_bound(items.begin(), items.end(), box.top - reach * height_,
                                   [](const Item& item, float top) { return item.box.top < top; });
        for (; at != items.end() && at->box.top < box.bottom + reach * height_; ++at)
            if (++steps_ > most_steps || !f(at->box)) return;
    }

    void split(std::uint32_t i, std::vector<Line>& out) {
        const Line& line = d_.lines[i];
        const auto begin = words_[i].begin, end = words_[i].end;
        const auto rule = is_rule_.begin();
        if (std::find(rule + begin, rule + end, true) == rule + end) return out.push_back(line);
        const auto first = out.size();
        std::size_t text = none;  // its last part
        for (auto start = begin; start < end;) {
            auto w = start + 1;
            while (w < end && is_rule_[w] == is_rule_[start]) ++w;
            Line part = line;
            part.text = {d_.words[start].text.begin, d_.words[w - 1].text.end};
            part.gap = 0;
            part.wrap = Wrap::unsaid;
            if (is_rule_[start]) part.kind = RegionKind::separator;
            set_box(part, start, w);
            if (!is_rule_[start]) {
                if (text == none) part.gap = line.gap;
                text = out.size();
            }
            out.push_back(part);
            start = w;
        }
        if (text == none)
            out[first].gap = line.gap;
        else
            out[text].wrap = line.wrap;
    }

    void set_box(Line& part, std::uint32_t start, std::uint32_t end) {
        std::optional<Box> box;
        for (auto w = start; w < end; ++w)
            if (d_.words[w].box != none) include(box, d_.boxes[d_.words[w].box]);
        if (!box) return;
        part.box = static_cast<std::uint32_t>(d_.boxes.size());
        d_.boxes.push_back(*box);
    }

    Document& d_;
    std::vector<Run> words_;  // of each line
    std::vector<bool> is_rule_;
    bool found_ = false;
    std::vector<Item> strokes_, items_;  // of the page, from the top downward
    float height_ = 0;                   // of a word
    std::uint64_t steps_ = 0;
};

}  // namespace

void cut_strokes(Document& document) {
    if (!document.words.empty()) Strokes(document).run();
}

}  // namespace broadsheet::reading
