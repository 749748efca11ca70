// Stub: UTF-8 text only.
#include "broadsheet/read.hpp"
#include "core/chars.hpp"

namespace broadsheet {

std::span<const Reader> readers() {
    static constexpr Reader table[] = {{"text", "plain text"}};
    return table;
}

Document read(std::string_view bytes, const ReadOptions& options) {
    Document d;
    d.source = {options.name, "text", "UTF-8", bytes.size(), ""};
    d.pages.push_back({});
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        d.text.chars.push_back(to_utf32(bytes.substr(i, n)).at(0));
        d.text.at.push_back(static_cast<std::uint32_t>(i));
        i += n;
    }
    d.text.at.push_back(static_cast<std::uint32_t>(bytes.size()));
    std::uint32_t number = 1, begin = 0;
    std::uint16_t gap = 0;
    const auto size = static_cast<std::uint32_t>(d.text.chars.size());
    for (std::uint32_t i = 0; i <= size; ++i) {
        if (i < size && d.text.chars[i] != U'\n') continue;
        std::uint32_t b = begin, e = i;
        while (b < e && is(d.text.chars[b], cls::space)) ++b;
        while (e > b && is(d.text.chars[e - 1], cls::space)) --e;
        if (b < e) {
            Line line;
            line.text = {b, e};
            line.number = number;
            line.gap = gap;
            line.indent = static_cast<std::uint16_t>(cells(d.text.view({begin, b})));
            d.lines.push_back(line);
            gap = 0;
        } else {
            ++gap;
        }
        ++number;
        begin = i + 1;
    }
    return d;
}

}  // namespace broadsheet
