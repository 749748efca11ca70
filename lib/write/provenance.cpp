#include "write/provenance.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::write_detail {

namespace {

// The number of characters that are not white space in bytes [begin, end) of the source.
std::size_t marks_in(const Text& text, const Span& span) {
    const auto first = std::lower_bound(text.at.begin(), text.at.end(), static_cast<std::uint32_t>(span.begin));
    std::size_t marks = 0;
    for (auto i = static_cast<std::size_t>(first - text.at.begin()); i < text.chars.size() && text.at[i] < span.end;
         ++i)
        if (!is(text.chars[i], cls::space)) ++marks;
    return marks;
}

}  // namespace

std::uint64_t count_code_points(std::string_view utf8) {
    return static_cast<std::uint64_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void append_origins(const Document& document, const Block& block, std::string_view rendered, std::uint64_t offset,
                    std::vector<Origin>& out) {
    const std::u32string text = to_utf32(rendered);
    std::vector<std::uint64_t> marks;  // positions of the characters that are not white space
    marks.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is(text[i], cls::space)) marks.push_back(i);

    const std::size_t first_row = out.size();
    std::size_t used = 0;
    bool counts_agree = true;
    for (const Span& span : spans(document, block)) {
        const std::size_t count = marks_in(document.text, span);
        if (count == 0) continue;
        counts_agree = counts_agree && used + count <= marks.size();
        if (counts_agree)
            out.push_back({offset + marks[used], offset + marks[used + count - 1] + 1, span});
        else
            out.push_back({0, 0, span});
        used += count;
    }
    if (counts_agree && used == marks.size()) return;
    for (std::size_t i = first_row; i < out.size(); ++i) {
        out[i].text_begin = offset;
        out[i].text_end = offset + text.size();
    }
}

}  // namespace broadsheet::write_detail
