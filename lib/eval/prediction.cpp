// What is compared with gold: a document, or any text; and the page it comes from.
#include <fmt/format.h>

#include <algorithm>

#include "broadsheet/eval.hpp"
#include "core/chars.hpp"
#include "eval/normal.hpp"

namespace broadsheet::eval {

namespace {

std::vector<Place> places(const std::vector<Span>& spans) {
    std::vector<Place> out;
    out.reserve(spans.size());
    for (const Span& span : spans) out.push_back({span.line, span.begin, span.end, span.file});
    return out;
}

}  // namespace

Prediction prediction_of(const Document& document, const RenderOptions& options) {
    Prediction out;
    out.source = document.source.name;
    out.format = document.source.format;
    out.encoding = document.source.encoding;
    out.digest = document.source.digest;
    out.has_places = true;
    for (const Article& article : document.articles) {
        auto& made = out.articles.emplace_back();
        made.id = article.id;
        made.confidence = static_cast<double>(article.confidence);
        if (article.starts_open) made.hints.emplace_back("starts_mid_sentence");
        if (article.ends_open) made.hints.emplace_back("ends_mid_sentence");
        for (const Jump& jump : article.jumps)
            if (!jump.resolved) made.hints.push_back(fmt::format("jump_unresolved to page {}", jump.to_page));
        for (const auto index : article.blocks) {
            const Block& block = document.blocks[index];
            made.blocks.push_back({std::string(name(block.role)), render(document, block, options),
                                   static_cast<double>(block.confidence), places(spans(document, block))});
        }
    }
    for (const Dropped& item : document.dropped)
        out.dropped.push_back({std::string(name(item.reason)), render(document, item), places(spans(document, item))});
    return out;
}

Prediction read_plain(std::string_view text) {
    Prediction out;
    bool in_article = false;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of("\n\r\f"), text.size());
        const auto line = to_utf32(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto inside = stripped(line);
        if (inside == U"====") {
            in_article = false;
        } else if (!inside.empty()) {
            if (!in_article) out.articles.emplace_back();
            in_article = true;
            out.articles.back().blocks.push_back({"paragraph", to_utf8(line), 1, {}});
        }
    }
    return out;
}

SourcePage read_page(std::string_view bytes, const ReadOptions& options) {
    SourcePage out{read(bytes, options), {}, {0}};
    const Text& text = out.document.text;
    if (!text.ends.empty()) return out;  // a layout file
    out.lines.emplace_back();
    for (std::size_t i = 0; i < text.chars.size(); ++i) {
        const char32_t c = text.chars[i];
        if (c == U'\n' || c == U'\r') {
            if (c == U'\r' && i + 1 < text.chars.size() && text.chars[i + 1] == U'\n') ++i;
            out.lines.emplace_back();
            out.line_at.push_back(static_cast<std::uint32_t>(i + 1));
        } else {
            out.lines.back().push_back(c);
        }
    }
    return out;
}

}  // namespace broadsheet::eval
