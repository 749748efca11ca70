// Gold and page documents, from JSON.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "broadsheet/error.hpp"
#include "broadsheet/eval.hpp"
#include "core/chars.hpp"
#include "eval/json_place.hpp"
#include "eval/texts.hpp"

namespace broadsheet::eval {

namespace {

using nlohmann::json;
using PageOf = std::function<std::optional<SourcePage>(const Gold&)>;

constexpr auto gold_remedy = "docs/evaluation.md has the format; broadsheet annotate makes such a file of a page";
constexpr auto document_remedy = "a page document is what broadsheet --to json writes; --plain takes any text";

// One JSON text, and what is wrong with it.
class Reader {
public:
    // @param before lines of the file before the text
    Reader(std::string_view text, const std::string& name, const char* remedy, std::size_t before = 0)
        : text_(text), name_(name), remedy_(remedy), before_(before) {}

    [[nodiscard]] json parse() const {
        try {
            return json::parse(text_);
        } catch (const json::parse_error& error) {
            fail(line_at(text_, error.byte == 0 ? 0 : error.byte - 1), "this is no JSON");
        } catch (const json::out_of_range&) {
            fail(1, "a number in it is too large");
        }
    }

    [[noreturn]] void fail(std::size_t line, const std::string& message) const {
        throw Error(Error::Code::format, fmt::format("{}:{}", name_, before_ + line), message, remedy_);
    }
    [[noreturn]] void fail_at(const JsonPath& path, const std::string& message) const {
        fail(line_of(text_, path), message);
    }

    [[nodiscard]] const json& list(const json& object, const char* key, const JsonPath& path) const {
        if (!object.is_object() || !object.contains(key) || !object[key].is_array())
            fail_at(path, fmt::format("there is no list \"{}\" here", key));
        return object[key];
    }

    [[nodiscard]] std::string string(const json& object, const char* key, const JsonPath& path) const {
        if (!object.is_object() || !object.contains(key) || !object[key].is_string())
            fail_at(path, fmt::format("there is no text \"{}\" here", key));
        return object[key].get<std::string>();
    }

private:
    std::string_view text_;
    const std::string& name_;
    const char* remedy_;
    std::size_t before_;
};

std::string string_or_nothing(const json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::uint64_t number_or_nothing(const json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_number_unsigned() ? at->get<std::uint64_t>() : 0;
}

bool number(std::string_view& text, std::uint32_t& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

// More lines than any page has: a few bytes of gold must not fill the memory.
constexpr std::size_t most_lines = std::size_t{1} << 24U;

// "12", "12-15", "12:3-9"; false for anything else.
bool add_spans(std::string_view text, std::vector<LineSpan>& out) {
    LineSpan span;
    if (!number(text, span.line) || span.line == 0) return false;
    std::uint32_t last = span.line;
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        if (!number(text, span.begin) || !text.starts_with('-')) return false;
        text.remove_prefix(1);
        if (!number(text, span.end) || !text.empty()) return false;
        out.push_back(span);
        return true;
    }
    if (text.starts_with('-')) {
        text.remove_prefix(1);
        if (!number(text, last) || last < span.line || last - span.line > most_lines) return false;
    }
    if (!text.empty()) return false;
    for (; span.line <= last; ++span.line) out.push_back(span);
    return true;
}

// What stands where a place should, for a message. (What is nested would be printed by recursion.)
std::string shown(const json& value) {
    return value.is_structured() ? "a list or an object" : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

// @param lines of all gold so far
GoldElement gold_element(const json& element, const Reader& reader, JsonPath path, std::size_t& lines) {
    GoldElement out;
    out.role = reader.string(element, "role", path);
    if (element.contains("text")) out.text = reader.string(element, "text", path);
    if (!element.contains("spans")) {
        if (!out.text) reader.fail_at(path, "this element has neither \"text\" nor \"spans\"");
        return out;
    }
    const json& spans = reader.list(element, "spans", path);
    out.spans.emplace();
    path.emplace_back("spans");
    for (std::size_t i = 0; i < spans.size(); ++i) {
        path.emplace_back(i);
        if (!spans[i].is_string() || !add_spans(spans[i].get_ref<const std::string&>(), *out.spans))
            reader.fail_at(path,
                           fmt::format("{} is no place on a page: \"12\", \"12-15\" or \"12:3-9\"", shown(spans[i])));
        if (lines + out.spans->size() > most_lines)
            reader.fail_at(path, fmt::format("with these, gold has more than {} lines", most_lines));
        path.pop_back();
    }
    lines += out.spans->size();
    return out;
}

std::vector<Place> places(const json& block, bool& has_places) {
    std::vector<Place> out;
    const auto spans = block.find("spans");
    if (spans == block.end() || !spans->is_array()) return out;
    for (const json& span : *spans) {
        if (!span.is_object() || !span.contains("begin") || !span.contains("end")) continue;
        out.push_back({static_cast<std::uint32_t>(number_or_nothing(span, "line")), number_or_nothing(span, "begin"),
                       number_or_nothing(span, "end"), static_cast<std::uint32_t>(number_or_nothing(span, "file"))});
        has_places = true;
    }
    return out;
}

double confidence_of(const json& object) {
    const auto at = object.find("confidence");
    return at != object.end() && at->is_number() ? at->get<double>() : 1;
}

std::vector<std::string> hints_of(const json& article) {
    std::vector<std::string> out;
    if (const auto flags = article.find("flags"); flags != article.end() && flags->is_array())
        for (const json& flag : *flags)
            if (flag.is_string()) out.push_back(flag.get<std::string>());
    if (const auto jumps = article.find("jumps"); jumps != article.end() && jumps->is_array())
        for (const json& jump : *jumps)
            if (jump.is_object() && jump.contains("resolved") && jump["resolved"] == false)
                out.push_back(fmt::format("jump_unresolved to page {}", number_or_nothing(jump, "to_page")));
    return out;
}

void add_document(const json& document, const Reader& reader, Prediction& out) {
    const json& articles = reader.list(document, "articles", {});
    if (const auto source = document.find("source"); source != document.end() && source->is_object()) {
        out.source = string_or_nothing(*source, "name");
        out.format = string_or_nothing(*source, "format");
        out.encoding = string_or_nothing(*source, "encoding");
        out.digest = string_or_nothing(*source, "digest");
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const json& article = articles[i];
        const JsonPath path{std::string("articles"), i};
        const json& blocks = reader.list(article, "blocks", path);
        auto& made = out.articles.emplace_back();
        made.id = string_or_nothing(article, "id");
        made.confidence = confidence_of(article);
        made.hints = hints_of(article);
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            JsonPath here = path;
            here.emplace_back("blocks");
            here.emplace_back(k);
            made.blocks.push_back({reader.string(blocks[k], "role", here), reader.string(blocks[k], "text", here),
                                   confidence_of(blocks[k]), places(blocks[k], out.has_places)});
        }
    }
    if (const auto dropped = document.find("dropped"); dropped != document.end() && dropped->is_array())
        for (const json& item : *dropped)
            if (item.is_object())
                out.dropped.push_back(
                    {string_or_nothing(item, "reason"), string_or_nothing(item, "text"), places(item, out.has_places)});
}

// Gold as a prediction: what one person annotated beside what another did.
Prediction prediction_of(const Gold& gold, const PageOf& page_of) {
    const auto page = gold.needs_lines() && page_of ? page_of(gold) : std::nullopt;
    const Grouped texts = texts_of(gold, page ? &*page : nullptr);
    Prediction out;
    out.source = gold.source;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& made = out.articles.emplace_back();
        made.id = gold.articles[i].id;
        for (std::size_t k = 0; k < texts[i].size(); ++k) {
            const GoldElement& element = gold.articles[i].elements[k];
            made.blocks.push_back({element.role, element.text ? *element.text : to_utf8(texts[i][k].text), 1, {}});
        }
    }
    return out;
}

bool is_gold(const json& document) {
    const auto articles = document.find("articles");
    return articles != document.end() && articles->is_array() && !articles->empty() && articles->front().is_object() &&
           articles->front().contains("elements");
}

}  // namespace

Gold read_gold(std::string_view text, const std::string& name) {
    const Reader reader(text, name, gold_remedy);
    const json document = reader.parse();
    Gold out;
    out.name = name;
    const json& articles = reader.list(document, "articles", {});
    out.source = string_or_nothing(document, "source");
    std::size_t lines = 0;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const JsonPath path{std::string("articles"), i};
        const json& elements = reader.list(articles[i], "elements", path);
        auto& article = out.articles.emplace_back();
        article.id = string_or_nothing(articles[i], "id");
        if (article.id.empty()) article.id = fmt::format("#{}", i + 1);
        for (std::size_t k = 0; k < elements.size(); ++k) {
            JsonPath here = path;
            here.emplace_back("elements");
            here.emplace_back(k);
            article.elements.push_back(gold_element(elements[k], reader, std::move(here), lines));
        }
    }
    return out;
}

Prediction read_prediction(std::string_view text, const std::string& name, const PageOf& page_of) {
    const Reader reader(text, name, document_remedy);
    Prediction out;
    const auto first = text.substr(0, text.find('\n'));
    const auto last = first.find_last_not_of(" \t\r");
    const bool by_line = first.size() < text.size() && last != std::string_view::npos && first[last] == '}';
    if (!by_line) {
        const json document = reader.parse();
        if (is_gold(document)) return prediction_of(read_gold(text, name), page_of);
        add_document(document, reader, out);
        return out;
    }
    std::size_t documents = 0;
    for (std::size_t at = 0, line = 0; at < text.size(); ++line) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto part = text.substr(at, end - at);
        at = end + 1;
        if (part.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const Reader of_line(part, name, document_remedy, line);
        const json document = of_line.parse();
        if (documents == 0 && is_gold(document)) return prediction_of(read_gold(text, name), page_of);
        if (!document.is_object() || !document.contains("articles")) of_line.fail(1, "this line is no page document");
        add_document(document, of_line, out);
        ++documents;
    }
    if (documents > 1) out.has_places = false;  // of several files
    return out;
}

}  // namespace broadsheet::eval
