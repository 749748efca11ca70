#include "text_layer.hpp"

#include <algorithm>
#include <charconv>

namespace broadsheet::app {

namespace {

float attribute(std::string_view tag, std::string_view name) {
    const auto at = tag.find(name);
    if (at == std::string_view::npos) return 0;
    const char* const begin = tag.data() + at + name.size();
    float out = 0;
    return std::from_chars(begin, tag.data() + tag.size(), out).ec == std::errc() ? out : 0;
}

void count(std::string_view text, LayerPage& page) {
    while (!text.empty()) {
        const auto c = static_cast<unsigned char>(text.front());
        std::size_t size = 1;
        if (c == '&') {
            const auto end = text.find(';');
            if (end < 12) size = end + 1;
        } else if (c >= 0xC0) {
            size = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
        }
        const auto one = text.substr(0, size);
        const bool is_private = one.size() == 3 && one >= "\xEE\x80\x80" && one <= "\xEF\xA3\xBF";
        const bool is_control = c < 0x20 || c == 0x7F || (c == 0xC2 && one.size() == 2 && one < "\xC2\xA0");
        if (is_private || is_control || one == "\xEF\xBF\xBD")
            ++page.odd;
        else if (c != ' ' && one != "\xC2\xA0")
            ++page.chars;
        text.remove_prefix(one.size());
    }
}

}  // namespace

std::vector<LayerPage> pages_of(std::string_view bbox) {
    constexpr std::string_view opening = "<page ", closing = "</page>", word = "<word ", end_of_word = "</word>";
    std::vector<LayerPage> out;
    for (auto at = bbox.find(opening); at != std::string_view::npos; at = bbox.find(opening, at)) {
        const auto end = std::min(bbox.find(closing, at), bbox.size() - closing.size()) + closing.size();
        LayerPage page;
        page.bytes = bbox.substr(at, end - at);
        const auto tag = page.bytes.substr(0, page.bytes.find('>'));
        page.width = attribute(tag, "width=\"");
        page.height = attribute(tag, "height=\"");
        for (auto w = page.bytes.find(word); w != std::string_view::npos; w = page.bytes.find(word, w + 1)) {
            const auto begin = page.bytes.find('>', w);
            const auto last = page.bytes.find(end_of_word, w);
            if (begin < last && last != std::string_view::npos)
                count(page.bytes.substr(begin + 1, last - begin - 1), page);
        }
        out.push_back(page);
        at = end;
    }
    return out;
}

}  // namespace broadsheet::app
