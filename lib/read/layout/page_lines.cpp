#include "read/layout/page_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/chars.hpp"

namespace broadsheet::reading {

namespace {

bool is_space(char32_t c) { return is(c, cls::space); }

void erase_spaces(std::u32string& text) { text.erase(std::remove_if(text.begin(), text.end(), is_space), text.end()); }

const std::vector<Slice>& slices_of(const Equiv& equiv) { return equiv.unicode.empty() ? equiv.plain : equiv.unicode; }

}  // namespace

std::u32string PageLines::chars_of(const std::vector<Slice>& slices) const {
    Text text;
    for (const Slice slice : slices) markup_.append(slice, text);
    return std::move(text.chars);
}

void PageLines::keep_better(Equiv& kept, const Equiv& equiv) const {
    const auto is_blank = [&](const std::vector<Slice>& slices) {
        const auto chars = chars_of(slices);
        return std::all_of(chars.begin(), chars.end(), is_space);
    };
    Equiv candidate = equiv;
    if (is_blank(candidate.unicode)) candidate.unicode.clear();
    if (candidate.unicode.empty() && is_blank(candidate.plain)) return;
    if (slices_of(kept).empty() || candidate.index < kept.index) kept = std::move(candidate);
}

void PageLines::begin_line(bool upright, float index) {
    end_line();
    line_ = {};
    line_.upright = upright;
    line_.index = index;
    in_line_ = true;
}

void PageLines::word() {
    if (in_line_) line_.words.emplace_back();
}

void PageLines::word_coords(const std::optional<Box>& box) {
    if (in_line_ && !line_.words.empty()) line_.words.back().box = box;
}

void PageLines::word_text(const Equiv& equiv) {
    if (in_line_ && !line_.words.empty()) keep_better(line_.words.back().equiv, equiv);
}

void PageLines::glyph() {
    if (in_line_ && !line_.words.empty()) line_.words.back().glyphs.emplace_back();
}

void PageLines::glyph_text(const Equiv& equiv) {
    if (!in_line_ || line_.words.empty() || line_.words.back().glyphs.empty()) return;
    keep_better(line_.words.back().glyphs.back(), equiv);
}

std::u32string PageLines::words_of(const LineIn& line) const {
    std::u32string out;
    for (const WordIn& word : line.words) {
        if (!slices_of(word.equiv).empty())
            out += chars_of(slices_of(word.equiv));
        else
            for (const Equiv& glyph : word.glyphs) out += chars_of(slices_of(glyph));
    }
    erase_spaces(out);
    return out;
}

// Of a line that has nothing but a baseline, as high as its letters are wide.
std::optional<Box> PageLines::box_of(const LineIn& line, std::u32string_view text) const {
    if (line.box || !line.baseline.box()) return line.box;
    Box box = *line.baseline.box();
    float ems = 0;
    for (const char32_t c : text) ems += is_tight(c) ? 1.0F : 0.5F;
    if (ems <= 0) return std::nullopt;
    if (line.upright) {
        const float em = (box.bottom - box.top) / ems;
        box.left -= em / 2;
        box.right += em / 2;
    } else {
        const float em = (box.right - box.left) / ems;
        box.top -= 0.8F * em;
        box.bottom += 0.2F * em;
    }
    return box;
}

void PageLines::put(const std::vector<Slice>& slices, const std::optional<Box>& box, float confidence) {
    bool touches = false;
    for (const Slice slice : slices) {
        // Comments and CDATA may stand in the middle of a word.
        const auto chars = chars_of({slice});
        if (chars.empty()) continue;
        if (touches && !is_space(chars.front())) m_.touch();
        m_.word(slice, box, confidence);
        touches = !is_space(chars.back());
    }
}

// Where the line's own text has no space between two words, there is none.
void PageLines::put_words(const std::u32string& line) {
    std::size_t at = 0;
    bool is_first = true;
    for (const WordIn& word : line_.words) {
        std::vector<Slice> slices = slices_of(word.equiv);
        std::u32string chars = chars_of(slices);
        if (slices.empty())
            for (const Equiv& glyph : word.glyphs)
                for (const Slice slice : slices_of(glyph)) {
                    slices.push_back(slice);
                    chars += chars_of({slice});
                }
        erase_spaces(chars);
        if (chars.empty()) continue;
        const auto before = at;
        while (at < line.size() && is_space(line[at])) ++at;
        if (!line.empty() && at == before && !is_first) m_.touch();
        for (std::size_t left = chars.size(); left > 0 && at < line.size(); ++at) left -= is_space(line[at]) ? 0 : 1;
        is_first = false;
        put(slices, word.box, word.equiv.confidence);
    }
}

void PageLines::end_line() {
    if (!in_line_) return;
    in_line_ = false;
    const auto& own = slices_of(line_.equiv);
    const auto text = chars_of(own);
    auto dense = text;
    erase_spaces(dense);
    const auto words = words_of(line_);
    const bool by_words = !words.empty() && (dense.empty() || words == dense);
    const auto& said = dense.empty() ? words : dense;
    // Baselines of upright lines run downward. Other scripts stand so where they are turned.
    const bool is_cjk =
        std::count_if(said.begin(), said.end(), is_tight) * 2 > static_cast<std::ptrdiff_t>(said.size());
    Outline shape;
    if (line_.box) {
        shape.add(line_.box->left, line_.box->top);
        shape.add(line_.box->right, line_.box->bottom);
    }
    if (is_cjk && said.size() > 1)
        line_.upright = line_.upright || line_.baseline.is_upright() || (!line_.baseline.box() && shape.is_upright());
    m_.begin_line(box_of(line_, said), line_.upright);
    if (by_words) {
        put_words(text);
    } else if (!dense.empty()) {
        put(own, line_.box, line_.equiv.confidence);
    }
    const auto before = d_.lines.size();
    m_.end_line();
    if (d_.lines.size() == before) return;
    (by_words ? from_words_ : from_lines_) += 1;
    disagree_ += !by_words && !words.empty();
    indices_.resize(before, -1);
    indices_.push_back(line_.index);
}

void PageLines::region_text(const Equiv& equiv, bool upright) {
    bool has_text = false;
    for (const Slice slice : slices_of(equiv)) {
        const auto text = markup_.utf8();
        for (auto begin = slice.begin; begin < slice.end;) {
            const auto end = std::min(
                static_cast<std::uint32_t>(std::min(text.find('\n', begin), std::size_t{slice.end})), slice.end);
            m_.begin_line(std::nullopt, upright);
            m_.word({begin, end}, std::nullopt, equiv.confidence);
            const auto before = d_.lines.size();
            m_.end_line();
            has_text = has_text || d_.lines.size() > before;
            begin = end + 1;
        }
    }
    from_regions_ += has_text;
}

// Lines of a region stand in the order of their indices.
void PageLines::order_lines() {
    indices_.resize(d_.lines.size(), -1);
    std::vector<std::pair<float, Line>> lines;
    for (std::size_t first = 0, last = 0; first < d_.lines.size(); first = last) {
        bool known = true;
        while (last < d_.lines.size() && d_.lines[last].region == d_.lines[first].region &&
               d_.lines[last].page == d_.lines[first].page)
            known = indices_[last++] >= 0 && known;
        if (!known || std::is_sorted(indices_.begin() + static_cast<std::ptrdiff_t>(first),
                                     indices_.begin() + static_cast<std::ptrdiff_t>(last)))
            continue;
        lines.clear();
        for (auto i = first; i < last; ++i) lines.emplace_back(indices_[i], d_.lines[i]);
        std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const auto gap = d_.lines[first].gap;
        for (auto i = first; i < last; ++i) {
            d_.lines[i] = lines[i - first].second;
            d_.lines[i].gap = i == first ? gap : std::uint16_t{0};
        }
    }
}

void PageLines::join(const std::vector<std::pair<std::string, std::string>>& joins) {
    if (joins.empty()) return;
    std::unordered_map<std::string_view, std::uint32_t> last;  // line of each region
    for (std::uint32_t i = 0; i < d_.lines.size(); ++i)
        if (d_.lines[i].region != none) last[d_.regions[d_.lines[i].region].id] = i;
    for (const auto& [from, to] : joins) {
        const auto at = last.find(from);
        if (at == last.end() || last.find(to) == last.end()) continue;
        Line& line = d_.lines[at->second];
        // Joined regions may be no more than two halves of a paragraph; a word is torn where something shows it.
        const bool is_torn = is(d_.text.chars[line.text.end - 1], cls::hyphen) ||
                             d_.regions[line.region].kind == RegionKind::drop_capital;
        if (is_torn) line.wrap = Wrap::joins;
    }
}

void PageLines::finish() {
    order_lines();
    if (from_words_ + from_lines_ + from_regions_ == 0) return;
    std::string levels;
    const auto level = [&](std::uint32_t n, std::string_view name) {
        if (n > 0) levels += fmt::format("{}{} {}", levels.empty() ? "" : ", ", name, n);
    };
    level(from_words_, "lines by their words");
    level(from_lines_, "lines as a whole");
    level(from_regions_, "regions as a whole");
    d_.notes.push_back({Severity::info, "read", 0, 0, fmt::format("the text is that of: {}", levels)});
    if (disagree_ > 0)
        d_.notes.push_back({Severity::warning, "read", 0, 0,
                            fmt::format("the words of {} line{} say other than the line; the line is taken", disagree_,
                                        disagree_ == 1 ? "" : "s")});
}

}  // namespace broadsheet::reading
