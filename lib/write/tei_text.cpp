#include "write/tei_text.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::write_detail {

namespace {

std::size_t marks_in(std::u32string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char32_t c) { return !is(c, cls::space); }));
}

bool ends_in_hyphen(const Document& d, const PartLine& line) {
    return is(d.text.chars[line.tokens.back().text.end - 1], cls::hyphen);
}

}  // namespace

void TeiText::page(std::uint32_t number) {
    if (number == page_) return;
    page_ = number;
    xml_.open("pb");
    xml_.attribute("n", number);
    xml_.attribute("facs", "#" + xml_id("page", number));
    xml_.close();
}

// <lb break="no"/>: no word ends here. The hyphen that was taken out is named, so that it can be put back.
void TeiText::line_begins(const PartLine& line, const PartLine* before) {
    xml_.open("lb");
    if (before != nullptr && (!before->hyphen.empty() || ends_in_hyphen(d_, *before))) xml_.attribute("break", "no");
    if (before != nullptr && !before->hyphen.empty()) xml_.attribute("rend", d_.text.view(before->hyphen));
    xml_.attribute("n", d_.lines[line.line].number);
    xml_.close();
}

void TeiText::put(const std::vector<Part>& parts, std::size_t first, std::size_t last, const std::string& rendered) {
    // Rendering changes white space only: places are found by counting what is none.
    const std::u32string text = to_utf32(rendered);
    std::size_t done = 0;  // characters put
    const PartLine* before = nullptr;
    for (auto i = first; i < last; ++i) {
        for (const PartLine& line : parts[i].lines) {
            const auto from = done;
            while (done < text.size() && is(text[done], cls::space)) ++done;
            auto space = std::u32string_view(text).substr(from, done - from);
            xml_.text(to_utf8(space));
            if (before != nullptr) {
                if (parts[i].page != page_)
                    page(parts[i].page);
                else if (&line == &parts[i].lines.front()) {
                    xml_.open("cb");
                    xml_.close();
                }
                line_begins(line, before);
            }
            std::size_t marks = 0;
            for (const Token& token : line.tokens) marks += marks_in(d_.text.view(token.text));
            const auto begin = done;
            for (; marks > 0 && done < text.size(); ++done) marks -= is(text[done], cls::space) ? 0 : 1;
            xml_.text(to_utf8(std::u32string_view(text).substr(begin, done - begin)));
            before = &line;
        }
    }
    xml_.text(to_utf8(std::u32string_view(text).substr(done)));
}

void TeiText::put_lines(const Part& part) {
    const PartLine* before = nullptr;
    for (const PartLine& line : part.lines) {
        if (before != nullptr) xml_.text("\n");
        line_begins(line, nullptr);
        for (std::size_t i = 0; i < line.tokens.size(); ++i) {
            if (line.tokens[i].behind_space) xml_.text(" ");
            xml_.text(to_utf8(text_of(d_, line, i, true)));
        }
        before = &line;
    }
}

}  // namespace broadsheet::write_detail
