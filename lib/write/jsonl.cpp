// The record "broadsheet/article/1". Tools that read such files infer a schema from the first records, so the keys
// and the types never depend on the data: no nulls, no list that may be empty (its type could not be told), and
// numbers with a fraction always show one.
#include "broadsheet/version.hpp"
#include "core/digest.hpp"
#include "write/json_emitter.hpp"
#include "write/provenance.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

constexpr std::string_view between_blocks = "\n\n";

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

void emit_provenance(JsonEmitter& json, const Document& document, const Article& article,
                     const std::vector<std::string>& rendered) {
    std::vector<Origin> origins;
    std::uint64_t offset = 0;
    for (std::size_t i = 0; i < rendered.size(); ++i) {
        if (rendered[i].empty()) continue;
        append_origins(document, document.blocks[article.blocks[i]], rendered[i], offset, origins);
        offset += count_code_points(rendered[i]) + between_blocks.size();
    }
    json.key("provenance");
    json.begin_array();
    for (const Origin& origin : origins) {
        json.begin_array();
        json.integer(origin.text_begin);
        json.integer(origin.text_end);
        json.integer(origin.span.begin);
        json.integer(origin.span.end);
        json.integer(origin.span.page);
        json.integer(origin.span.line);
        json.end_array();
    }
    json.end_array();
}

void emit_record(std::string& out, const Document& document, const Article& article, const WriteOptions& options) {
    const std::vector<std::string> rendered = render_blocks(document, article, options.render);
    std::uint64_t blocks = 0;
    for (const auto& text : rendered)
        if (!text.empty()) ++blocks;
    if (blocks == 0) return;  // a record without text is skipped by the readers of such files, or stops them

    JsonEmitter json(out, false);
    json.begin_object();
    json.string("id", record_id(document, article));
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
    json.string("source", options.source.empty() ? document.source.name : options.source);
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
    if (options.inline_provenance) emit_provenance(json, document, article, rendered);
    json.end_object();
    json.end_object();
    out += '\n';
}

}  // namespace

std::string jsonl(const Document& document, const WriteOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 4 + 1024);
    for (const Article& article : document.articles) emit_record(out, document, article, options);
    return out;
}

std::string jsonl(const Document& document, const Article& article, const WriteOptions& options) {
    std::string out;
    emit_record(out, document, article, options);
    return out;
}

}  // namespace broadsheet::write_detail
