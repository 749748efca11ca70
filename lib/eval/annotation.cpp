// A prediction as gold, for people to correct.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "broadsheet/eval.hpp"
#include "core/chars.hpp"
#include "eval/normal.hpp"

namespace broadsheet::eval {

namespace {

constexpr double sure = 0.7;  // a confidence below it is a hint

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Behind a text: white space, perhaps with a hyphen that was taken out.
bool is_nothing(std::u32string_view rest) {
    rest = stripped(rest);
    return rest.empty() || (rest.size() == 1 && is(rest[0], cls::hyphen));
}

// Bytes of a page as parts of its lines.
class LineSpans {
public:
    explicit LineSpans(const SourcePage& page) : page_(page) {}

    // Sorted out by lines; a line that is taken whole has no end.
    [[nodiscard]] std::vector<LineSpan> of(const std::vector<Place>& places) const {
        const auto& at = page_.document.text.at;
        std::vector<LineSpan> out;
        for (const Place& place : places) {
            const auto first = std::lower_bound(at.begin(), at.end() - 1, place.begin) - at.begin();
            const auto last = std::lower_bound(at.begin(), at.end() - 1, place.end) - at.begin();
            const auto next = std::upper_bound(page_.line_at.begin(), page_.line_at.end(), first);
            const auto line = static_cast<std::size_t>(next - page_.line_at.begin());
            const auto begin = static_cast<std::uint32_t>(first) - page_.line_at[line - 1];
            const auto size = static_cast<std::uint32_t>(page_.lines[line - 1].size());
            const auto end = std::min(static_cast<std::uint32_t>(last) - page_.line_at[line - 1], size);
            const std::u32string_view text = page_.lines[line - 1];
            const bool whole = begin <= end && stripped(text.substr(0, begin)).empty() && is_nothing(text.substr(end));
            out.push_back({static_cast<std::uint32_t>(line), whole ? 0 : begin, whole ? none : end});
        }
        return out;
    }

    [[nodiscard]] std::u32string text_of(const std::vector<LineSpan>& spans) const {
        std::vector<std::u32string_view> pieces;
        for (const LineSpan& span : spans) {
            const std::u32string_view line = page_.lines[span.line - 1];
            const auto begin = std::min<std::size_t>(span.begin, line.size());
            pieces.push_back(line.substr(begin, std::clamp<std::size_t>(span.end, begin, line.size()) - begin));
        }
        return put_together(pieces);
    }

private:
    const SourcePage& page_;
};

// ["12-14", "20:3-9"]
std::string json_of(const std::vector<LineSpan>& spans) {
    std::string out;
    for (std::size_t i = 0; i < spans.size();) {
        std::size_t last = i;
        while (spans[i].end == none && last + 1 < spans.size() && spans[last + 1].end == none &&
               spans[last + 1].line == spans[last].line + 1)
            ++last;
        out += out.empty() ? "\"" : ", \"";
        out += std::to_string(spans[i].line);
        if (spans[i].end != none)
            out += fmt::format(":{}-{}", spans[i].begin, spans[i].end);
        else if (last > i)
            out += fmt::format("-{}", spans[last].line);
        out += '"';
        i = last + 1;
    }
    return "[" + out + "]";
}

std::string with_hint(double confidence, std::vector<std::string> hints) {
    if (confidence < sure) hints.insert(hints.begin(), fmt::format("sure {:.2f}", confidence));
    return hints.empty() ? std::string()
                         : fmt::format(", \"hint\": {}", quoted(fmt::format("{}", fmt::join(hints, ", "))));
}

// The keys that say what the text of something is.
std::string content(const std::string& text, const std::vector<Place>& places, const LineSpans* lines) {
    if (lines == nullptr || places.empty()) return fmt::format("\"text\": {}", quoted(text));
    constexpr std::size_t shown = 24;
    const auto spans = lines->of(places);
    const auto chars = to_utf32(text);
    std::string out = fmt::format("\"spans\": {}", json_of(spans));
    if (normal(lines->text_of(spans)) != normal(chars))
        out += fmt::format(", \"text\": {}", quoted(text));
    else  // so that people need not count lines
        out += fmt::format(", \"begins\": {}", quoted(to_utf8(std::u32string_view(chars).substr(0, shown))));
    return out;
}

}  // namespace

std::string annotation(const Prediction& prediction, const SourcePage* page) {
    std::optional<LineSpans> of_page;
    if (page != nullptr && !page->lines.empty() && prediction.has_places) of_page.emplace(*page);
    const LineSpans* lines = of_page ? &*of_page : nullptr;
    std::string out = fmt::format("{{\"source\": {},\n \"articles\": [",
                                  quoted(prediction.source.substr(prediction.source.rfind('/') + 1)));
    const char* comma = "";
    for (const PredictedArticle& article : prediction.articles) {
        out += fmt::format("{}\n  {{\"id\": {}{}, \"elements\": [", comma, quoted(article.id),
                           with_hint(article.confidence, article.hints));
        comma = ",";
        const char* inner = "";
        for (const PredictedBlock& block : article.blocks) {
            out += fmt::format("{}\n    {{\"role\": {}, {}{}}}", inner, quoted(block.role),
                               content(block.text, block.spans, lines), with_hint(block.confidence, {}));
            inner = ",";
        }
        out += "]}";
    }
    out += "],\n \"dropped\": [";
    comma = "";
    for (const PredictedDrop& item : prediction.dropped) {
        if (item.reason == "hyphen" || item.reason == "markup") continue;  // parts of texts that gold has whole
        out += fmt::format("{}\n  {{\"reason\": {}, {}}}", comma, quoted(item.reason),
                           content(item.text, item.spans, lines));
        comma = ",";
    }
    return out + "]}\n";
}

}  // namespace broadsheet::eval
