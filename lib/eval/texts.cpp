#include "eval/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "broadsheet/error.hpp"
#include "core/chars.hpp"
#include "eval/normal.hpp"

namespace broadsheet::eval {

bool Gold::has_spans() const {
    for (const GoldArticle& article : articles)
        for (const GoldElement& element : article.elements)
            if (!element.spans) return false;
    return true;
}

bool Gold::needs_lines() const {
    for (const GoldArticle& article : articles)
        for (const GoldElement& element : article.elements)
            if (!element.text) return true;
    return false;
}

std::vector<LinePart> parts_of(const GoldElement& element, const SourcePage& page, const std::string& name) {
    std::vector<LinePart> out;
    if (!element.spans) return out;
    for (const LineSpan& span : *element.spans) {
        if (span.line > page.lines.size())
            throw Error(Error::Code::option, name,
                        fmt::format("there is no line {} on the page, which has {}", span.line,
                                    page.lines.size() - (page.lines.back().empty() ? 1 : 0)),
                        "is it the page that was annotated? --page names it");
        const std::u32string_view line = page.lines[span.line - 1];
        const auto begin = std::min<std::size_t>(span.begin, line.size());
        const auto end = std::clamp<std::size_t>(span.end, begin, line.size());
        out.push_back({span.line, line.substr(begin, end - begin)});
    }
    return out;
}

Grouped texts_of(const Gold& gold, const SourcePage* page) {
    if (gold.needs_lines() && (page == nullptr || page->lines.empty()))
        throw Error(Error::Code::option, gold.name, "its texts are lines of a page of text, which is not at hand",
                    "name it with --page");
    Grouped out;
    for (const GoldArticle& article : gold.articles) {
        auto& blocks = out.emplace_back();
        for (const GoldElement& element : article.elements) {
            if (element.text) {
                blocks.push_back({element.role, normal(to_utf32(*element.text))});
                continue;
            }
            std::vector<std::u32string_view> pieces;
            for (const LinePart& part : parts_of(element, *page, gold.name)) pieces.push_back(part.text);
            blocks.push_back({element.role, normal(put_together(pieces))});
        }
    }
    return out;
}

Grouped texts_of(const Prediction& prediction) {
    Grouped out;
    for (const PredictedArticle& article : prediction.articles) {
        auto& blocks = out.emplace_back();
        for (const PredictedBlock& block : article.blocks) {
            const auto text = to_utf32(block.text);
            if (!stripped(text).empty()) blocks.push_back({block.role, normal(text)});
        }
    }
    return out;
}

std::vector<std::u32string> wholes_of(const Grouped& articles) {
    std::vector<std::u32string> out;
    for (const auto& article : articles) {
        auto& whole = out.emplace_back();
        for (const Labelled& block : article) whole += block.text;
    }
    return out;
}

}  // namespace broadsheet::eval
