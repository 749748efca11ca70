// The record "broadsheet/article/1". Tools that read such files infer a schema from the first records, so the keys
// and the types never depend on the data: no nulls, no list that may be empty (its type could not be told), and
// numbers with a fraction always show one.
#include <algorithm>
#include <utility>

#include "broadsheet/version.hpp"
#include "core/digest.hpp"
#include "write/json_emitter.hpp"
#include "write/record.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

// Made of the input's name, its bytes and the article's place there: the same file gives the same id in every
// version and run, and a copy under another name gives another.
std::string record_id(const Document& document, const Article& article) {
    std::string key;
    for (const std::string* part : {&document.source.name, &document.source.digest, &article.id}) {
        key += *part;
        key += '\0';
    }
    return "bs1-" + digest(key).substr(std::string_view("xxh3:").size());
}

std::string flags_in_one(const Article& article) {
    std::string out;
    for (const auto flag : flags(article)) {
        if (!out.empty()) out += ' ';
        out += flag;
    }
    return out;
}

void emit_provenance(JsonEmitter& json, const Record& record) {
    json.key("provenance");
    json.begin_array();
    for (const auto& [begin, end, span] : origins_of(record))
        json.integers({begin, end, span.begin, span.end, span.page, span.line});
    json.end_array();
}

}  // namespace

std::optional<Record> make_record(const Document& document, const Article& article, std::string source,
                                  const RenderOptions& options) {
    auto rendered = render_blocks(document, article, options);
    if (std::all_of(rendered.begin(), rendered.end(), [](const auto& text) { return text.empty(); }))
        return std::nullopt;
    return Record{document, article, std::move(rendered), record_id(document, article), std::move(source)};
}

std::vector<Origin> origins_of(const Record& record) {
    std::vector<Origin> out;
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < record.rendered.size(); ++i) {
        const std::string& text = record.rendered[i];
        if (text.empty()) continue;
        append_origins(record.document, record.document.blocks[record.article.blocks[i]], text, offset, out);
        offset += count_code_points(text) + between_blocks.size();
    }
    return out;
}

void append_record(std::string& out, const Record& record, const WriteOptions& options) {
    const Document& document = record.document;
    const Article& article = record.article;
    const std::vector<std::string>& rendered = record.rendered;
    const auto blocks = static_cast<std::uint64_t>(
        std::count_if(rendered.begin(), rendered.end(), [](const auto& text) { return !text.empty(); }));

    JsonEmitter json(out, false);
    json.begin_object();
    json.string("id", record.id);
    json.key("text");
    json.begin_string();
    bool first = true;
    for (const auto& text : rendered) {
        if (text.empty()) continue;
        if (!first) append_json_escaped(out, between_blocks);
        append_json_escaped(out, text);
        first = false;
    }
    json.end_string();
    json.string("source", record.source);
    json.string("added", options.added);
    json.string("created", options.created);

    json.key("metadata");
    json.begin_object();
    json.string("schema", "broadsheet/article/1");
    json.string("title", in_one_line(document, article, Role::headline, rendered));
    json.string("section", in_one_line(document, article, Role::section, rendered));
    json.string("kicker", in_one_line(document, article, Role::kicker, rendered));
    json.string("deck", in_one_line(document, article, Role::deck, rendered));
    json.string("byline", in_one_line(document, article, Role::byline, rendered));
    json.string("authors", joined(article.authors, "; "));
    json.string("type", name(article.type));
    json.string("lang", article.lang);
    json.key("pages");
    json.begin_array();
    for (const auto page : places(document, article).pages) json.integer(page);
    json.end_array();
    json.decimal("confidence", static_cast<double>(article.confidence));
    json.integer("n_blocks", blocks);
    json.string("flags", flags_in_one(article));
    json.string("article", article.id);
    json.string("file", document.source.name);
    json.string("format", document.source.format);
    json.string("encoding", document.source.encoding);
    json.string("digest", document.source.digest);
    json.string("broadsheet_version", version);
    if (options.inline_provenance) emit_provenance(json, record);
    json.end_object();
    json.end_object();
    out += '\n';
}

std::string jsonl(const Document& document, const WriteOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 4 + 1024);
    for (const Article& article : document.articles) out += jsonl(document, article, options);
    return out;
}

std::string jsonl(const Document& document, const Article& article, const WriteOptions& options) {
    std::string out;
    const std::string& source = options.source.empty() ? document.source.name : options.source;
    if (const auto record = make_record(document, article, source, options.render))
        append_record(out, *record, options);
    return out;
}

}  // namespace broadsheet::write_detail
