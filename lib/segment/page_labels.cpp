#include "segment/page_labels.hpp"

#include <algorithm>
#include <map>

#include "core/chars.hpp"
#include "language/cues.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::uint32_t most_pages = 999;
constexpr float by_place = -0.4F;  // no folio tells: the input may begin with any page

bool is_section(char32_t c) { return c >= U'A' && c <= U'Z'; }

// Does a word for a page stand before the number: Page, Seite, 第?
bool named_before(std::u32string_view text) {
    while (!text.empty() && is(text.back(), cls::space)) text.remove_suffix(1);
    if (!text.empty() && text.back() == U'第') return true;
    std::u32string word;
    for (const char32_t c : last_letters(text, 8)) word.push_back(folded(c));
    return word == U"page" || word == U"seite" || word == U"p";
}

bool named_behind(std::u32string_view text) {
    while (!text.empty() && is(text.front(), cls::space)) text.remove_prefix(1);
    return !text.empty() && std::u32string_view(U"版面頁页").find(text.front()) != std::u32string_view::npos;
}

struct Number {
    PageLabel label;
    bool named = false;
};

// The numbers of a folio: the date's and the page's.
std::vector<Number> numbers_in(std::u32string_view text) {
    constexpr std::u32string_view han = U"〇一二三四五六七八九十";
    const auto figure = [](char32_t c) { return is(c, cls::digit) && (c < 0x80 || c >= U'０'); };
    std::vector<Number> out;
    for (std::size_t i = 0; i < text.size();) {
        const bool digits = figure(text[i]);
        if (!digits && han.find(text[i]) == std::u32string_view::npos) {
            ++i;
            continue;
        }
        auto end = i;
        while (end < text.size() && (digits ? figure(text[end]) : han.find(text[end]) != std::u32string_view::npos))
            ++end;
        Number n;
        n.label.number = language::number_in(text.substr(i, end - i));
        auto begin = i;
        if (begin > 0 && is_section(text[begin - 1]) && (begin == 1 || !is(text[begin - 2], cls::letter))) {
            n.label.section = text[begin - 1];
            --begin;
        }
        n.named = named_before(text.substr(0, begin)) || named_behind(text.substr(end));
        if (n.label.number > 0 && n.label.number <= most_pages && (digits || n.named)) out.push_back(n);
        i = end;
    }
    return out;
}

}  // namespace

char32_t section_in(std::u32string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i)
        if (is(text[i], cls::digit))
            return is_section(text[i - 1]) && (i == 1 || !is(text[i - 2], cls::letter)) ? text[i - 1] : U'\0';
    return 0;
}

PageLabels::PageLabels(const Document& document) {
    std::map<std::uint32_t, std::vector<Number>> found;
    for (const auto& page : document.pages) found[page.number];
    for (const auto& line : document.lines) found[line.page];
    for (const auto& x : document.dropped) {
        if (x.reason != Reason::folio && x.reason != Reason::running_head && x.reason != Reason::furniture) continue;
        for (auto p = x.first; p < x.last; ++p) {
            const Piece& piece = document.pieces[p];
            const auto numbers = numbers_in(document.text.view(piece.text));
            auto& all = found[document.lines[piece.line].page];
            all.insert(all.end(), numbers.begin(), numbers.end());
        }
    }
    // A number that grows with the pages is theirs; those of a date stay, or stand on one page.
    struct Step {
        std::uint32_t pages = 0, weight = 0;
    };
    std::map<std::int64_t, Step> steps;
    std::uint32_t told = 0;
    for (const auto& [page, numbers] : found) {
        std::map<std::int64_t, std::uint32_t> once;
        for (const auto& n : numbers) {
            auto& weight = once[static_cast<std::int64_t>(n.label.number) - static_cast<std::int64_t>(page)];
            weight = std::max(weight, n.named ? 3U : 1U);
        }
        for (const auto& [step, weight] : once) {
            ++steps[step].pages;
            steps[step].weight += weight;
        }
        told += !numbers.empty();
    }
    const auto best = std::max_element(steps.begin(), steps.end(),
                                       [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; });
    const bool known = best != steps.end() && best->second.pages > 1 && best->second.pages * 2 >= told;
    for (const auto& [page, numbers] : found) {
        Labels labels{page, {}, 0};
        const auto own = std::find_if(numbers.begin(), numbers.end(), [](const Number& n) { return n.named; });
        if (own != numbers.end()) labels.read = own->label;
        if (known) {
            const auto counted = static_cast<std::int64_t>(page) + best->first;
            labels.counted = counted > 0 ? static_cast<std::uint32_t>(counted) : 0;
        }
        pages_.push_back(labels);
    }
}

float PageLabels::agrees(std::uint32_t page, const PageLabel& label) const {
    if (label.number == 0) return 0;
    const auto at = std::lower_bound(pages_.begin(), pages_.end(), page,
                                     [](const Labels& labels, std::uint32_t wanted) { return labels.page < wanted; });
    if (at == pages_.end() || at->page != page) return 0;
    if (at->read.number == 0 && at->counted == 0) return label.number == page ? 1 : by_place;
    if (at->read.section && label.section && at->read.section != label.section) return -1;
    return label.number == at->read.number || label.number == at->counted ? 1 : -1;
}

}  // namespace broadsheet::segment_stage
