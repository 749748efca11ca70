#include "read/layout/page_maker.hpp"

#include <algorithm>
#include <utility>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "read/decode.hpp"
#include "read/layout/gutters.hpp"
#include "read/layout/strokes.hpp"
#include "read/layout/upright.hpp"

namespace broadsheet::reading {

namespace {

// Quotation marks, dashes and dots are of East and West. Those in one word with a letter or mark of the West (times,”)
// are of the West, where words have spaces between them.
bool is_tight_mark(char32_t mark, char32_t beside) {
    return is_tight(mark) && (is(mark, cls::wide | cls::cjk) || beside == 0 || is_tight(beside));
}

}  // namespace

void PageMaker::page(Unit unit, float width, float height) {
    end_line();
    Page page;
    page.number = static_cast<std::uint32_t>(d_.pages.size()) + 1;
    page.unit = unit;
    page.width = width;
    page.height = height;
    d_.pages.push_back(page);
    region_ = none;
    number_ = 0;
}

std::uint32_t PageMaker::add(const std::optional<Box>& box) {
    if (!box || !(box->right > box->left) || !(box->bottom > box->top)) return none;
    d_.boxes.push_back(*box);
    return static_cast<std::uint32_t>(d_.boxes.size()) - 1;
}

std::uint32_t PageMaker::region(Region region, const std::optional<Box>& box) {
    end_line();
    region.page = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(d_.pages.size()));
    region.box = add(box);
    d_.regions.push_back(std::move(region));
    region_ = static_cast<std::uint32_t>(d_.regions.size()) - 1;
    return region_;
}

void PageMaker::begin_line(const std::optional<Box>& box, bool upright) {
    end_line();
    ++number_;
    in_line_ = true;
    upright_ = upright;
    line_box_ = box;
    word_box_ = words_box_ = std::nullopt;
    begin_ = static_cast<std::uint32_t>(d_.text.chars.size());
    touches_ = false;
    wrap_ = Wrap::unsaid;
}

void PageMaker::find_line(const std::optional<Box>& word) {
    if (in_line_ && word && word_box_) {
        const Box &a = *word_box_, &b = *word;
        const float low = std::min(a.bottom - a.top, b.bottom - b.top);
        const float beside = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
        constexpr float gutter = 1.2F;  // heights: no space between two words is as wide
        if (beside > 0.5F * low && b.left > a.left && b.left - a.right < gutter * low) return;
    }
    begin_line(std::nullopt);
}

// OCR engines give Chinese a word of one or two characters at a time, with a space between all of them.
bool PageMaker::wants_space(const Text& word, const std::optional<Box>& box) const {
    const auto& chars = d_.text.chars;
    const bool is_long = !d_.words.empty() && d_.words.back().text.end - d_.words.back().text.begin > 1;
    const char32_t second_last = is_long ? chars[chars.size() - 2] : 0;
    const bool tight_before = is_tight_mark(chars.back(), second_last);
    const bool tight_after = is_tight_mark(word.chars.front(), word.chars.size() > 1 ? word.chars[1] : 0);
    if (!tight_before && !tight_after) return true;
    if (!tight_before || !tight_after || !word_box_ || !box) return false;
    // Two halves of a headline stand apart.
    const float size = upright_ ? box->right - box->left : box->bottom - box->top;
    const float gap = upright_ ? box->top - word_box_->bottom : box->left - word_box_->right;
    return gap > 0.8F * size;
}

void PageMaker::put(Slice text, const std::optional<Box>& box, float confidence, bool apart) {
    word_.chars.clear();
    word_.at.clear();
    word_.ends.clear();
    markup_.append(text, word_);
    std::size_t first = 0, last = word_.chars.size();
    while (first < last && is(word_.chars[first], cls::space)) ++first;
    while (last > first && is(word_.chars[last - 1], cls::space)) --last;
    if (first == last) return;
    if (!in_line_) begin_line(std::nullopt);
    Text& t = d_.text;
    word_.chars.resize(last);
    word_.chars.erase(0, first);
    if (t.chars.size() > begin_ && apart && !touches_ && wants_space(word_, box)) {
        t.chars.push_back(U' ');
        t.at.push_back(t.ends.back());
        t.ends.push_back(t.ends.back());
    }
    touches_ = false;
    Word word;
    word.text.begin = static_cast<std::uint32_t>(t.chars.size());
    // Line ends and controls inside a word are white space of the file.
    for (char32_t& c : word_.chars)
        if (is_control(c)) c = U' ';
    t.chars += word_.chars;
    t.at.insert(t.at.end(), word_.at.begin() + static_cast<std::ptrdiff_t>(first),
                word_.at.begin() + static_cast<std::ptrdiff_t>(last));
    t.ends.insert(t.ends.end(), word_.ends.begin() + static_cast<std::ptrdiff_t>(first),
                  word_.ends.begin() + static_cast<std::ptrdiff_t>(last));
    word.text.end = static_cast<std::uint32_t>(t.chars.size());
    word.box = add(box);
    word.confidence = confidence;
    if (word.box != none) {
        word_box_ = box;
        include(words_box_, *box);
    }
    d_.words.push_back(word);
}

void PageMaker::word(Slice text, const std::optional<Box>& box, float confidence) { put(text, box, confidence, true); }

void PageMaker::hyphen(Slice text, const std::optional<Box>& box) { put(text, box, -1, false); }

void PageMaker::end_line() {
    if (!in_line_) return;
    in_line_ = false;
    const auto end = static_cast<std::uint32_t>(d_.text.chars.size());
    if (end == begin_) return;
    if (d_.pages.empty()) d_.pages.push_back({1, Unit::pixel});
    Line line;
    line.text = {begin_, end};
    line.number = number_;
    line.page = static_cast<std::uint32_t>(d_.pages.size());
    // Some OCR engines give a line whose last word is torn the room of two lines: its words know better.
    constexpr float far_taller = 1.5F;
    const auto thickness = [this](const Box& box) { return upright_ ? box.right - box.left : box.bottom - box.top; };
    if (line_box_ && words_box_ && thickness(*line_box_) > far_taller * thickness(*words_box_)) line_box_ = words_box_;
    line.box = add(line_box_ ? line_box_ : words_box_);
    line.region = region_;
    if (region_ != none) line.kind = d_.regions[region_].kind;
    line.wrap = wrap_;
    line.upright = upright_;
    if (!d_.lines.empty() && (region_ != last_region_ || line.page != last_page_)) line.gap = 1;
    last_region_ = region_;
    last_page_ = line.page;
    d_.lines.push_back(line);
}

// Lines without a box, of a block that has one, share its room: without it the whole page would count as one that
// knows no places.
void PageMaker::share_out_blocks() {
    auto& lines = d_.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto region = lines[i].region;
        if (lines[i].box != none || region == none || d_.regions[region].box == none) continue;
        auto last = i;
        while (last < lines.size() && lines[last].region == region && lines[last].box == none) ++last;
        Box box = d_.boxes[d_.regions[region].box];
        const auto known = [&](std::size_t k) { return lines[k].region == region && lines[k].box != none; };
        if (i > 0 && known(i - 1)) box.top = std::min(box.bottom, d_.boxes[lines[i - 1].box].bottom);
        if (last < lines.size() && known(last)) box.bottom = std::max(box.top, d_.boxes[lines[last].box].top);
        const float step = (box.bottom - box.top) / static_cast<float>(last - i);
        for (float top = box.top; i < last; ++i, top += step)
            lines[i].box = add(Box{box.left, top, box.right, top + step});
        --i;
    }
}

void PageMaker::finish(std::uint64_t bytes) {
    end_line();
    d_.text.at.push_back(static_cast<std::uint32_t>(bytes));
    if (d_.pages.empty()) d_.pages.emplace_back();
    share_out_blocks();
    if (exact_) find_upright_lines(d_);
    if (!exact_) cut_strokes(d_);
    split_at_gutters(d_, exact_);
}

}  // namespace broadsheet::reading
