// The page document "broadsheet/document/1": within a schema version keys are only added.
#include <utility>

#include "write/json_parts.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

using Layout = JsonEmitter::Layout;

void emit_spans(JsonEmitter& json, const Document& document, const std::vector<Span>& spans) {
    json.key("spans");
    json.begin_array();
    for (const Span& span : spans) {
        json.begin_object(Layout::row);
        json.integer("page", span.page);
        json.integer("line", span.line);
        json.integer("begin", span.begin);
        json.integer("end", span.end);
        if (span.file != 0) json.integer("file", span.file);
        if (span.box != none) {
            json.key("box");
            emit_box(json, document.boxes[span.box]);
        }
        json.end_object();
    }
    json.end_array();
}

void emit_pages(JsonEmitter& json, const std::vector<Page>& pages) {
    json.key("pages");
    json.begin_array();
    for (const Page& page : pages) {
        json.begin_object(Layout::row);
        json.integer("number", page.number);
        json.string("unit", name(page.unit));
        json.decimal("width", static_cast<double>(page.width));
        json.decimal("height", static_cast<double>(page.height));
        json.end_object();
    }
    json.end_array();
}

void emit_jumps(JsonEmitter& json, const std::vector<Jump>& jumps) {
    json.key("jumps");
    json.begin_array();
    for (const Jump& jump : jumps) {
        json.begin_object(Layout::row);
        json.integer("page", jump.page);
        json.integer("line", jump.line);
        json.integer("to_page", jump.to_page);
        json.boolean("resolved", jump.resolved);
        json.end_object();
    }
    json.end_array();
}

void emit_article(JsonEmitter& json, const Document& document, const Article& article, const WriteOptions& options) {
    json.begin_object();
    json.string("id", article.id);
    json.string("lang", article.lang);
    json.string("type", name(article.type));
    json.decimal("confidence", static_cast<double>(article.confidence));
    json.key("flags");
    json.begin_array(Layout::row);
    for (const auto flag : flags(article)) json.string(flag);
    json.end_array();
    json.key("authors");
    json.begin_array(Layout::row);
    for (const auto& author : article.authors) json.string(author);
    json.end_array();
    emit_jumps(json, article.jumps);
    json.key("blocks");
    json.begin_array();
    for (const auto index : article.blocks) {
        const Block& block = document.blocks[index];
        json.begin_object();
        json.string("role", name(block.role));
        json.string("text", render(document, block, options.render));
        json.decimal("confidence", static_cast<double>(block.confidence));
        json.string("lang", article.lang);
        emit_spans(json, document, spans(document, block));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

// The name of each block: its article and its position there, "p1-a1/5". Made only where a duplicate needs it.
class BlockNames {
public:
    explicit BlockNames(const Document& document) : document_(document) {}

    std::string operator()(std::uint32_t block) {
        if (places_.empty()) fill();
        const auto [article, position] = places_.at(block);
        if (article == none) return {};
        return document_.articles[article].id + "/" + std::to_string(position);
    }

private:
    void fill() {
        places_.assign(document_.blocks.size(), {none, 0});
        for (std::uint32_t a = 0; a < document_.articles.size(); ++a)
            for (std::uint32_t i = 0; i < document_.articles[a].blocks.size(); ++i)
                places_[document_.articles[a].blocks[i]] = {a, i};
    }

    const Document& document_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
};

void emit_dropped(JsonEmitter& json, const Document& document) {
    BlockNames names(document);
    json.key("dropped");
    json.begin_array();
    for (const Dropped& item : document.dropped) {
        json.begin_object();
        json.string("reason", name(item.reason));
        json.string("text", render(document, item));
        emit_spans(json, document, spans(document, item));
        if (item.kept != none && item.kept < document.blocks.size()) json.string("kept", names(item.kept));
        json.end_object();
    }
    json.end_array();
}

void emit_notes(JsonEmitter& json, const std::vector<Note>& notes) {
    json.key("notes");
    json.begin_array();
    for (const Note& note : notes) {
        json.begin_object(Layout::row);
        json.string("severity", name(note.severity));
        json.string("stage", note.stage);
        json.integer("page", note.page);
        json.integer("line", note.line);
        json.string("message", note.message);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string json(const Document& document, const WriteOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 4 + 1024);
    JsonEmitter json(out, options.pretty);
    json.begin_object();
    json.string("schema", "broadsheet/document/1");
    json.key("source");
    emit_source(json, document.source);
    json.key("files");
    json.begin_array();
    for (const Source& file : document.files) emit_source(json, file);
    json.end_array();
    emit_pages(json, document.pages);
    json.key("articles");
    json.begin_array();
    for (const Article& article : document.articles) emit_article(json, document, article, options);
    json.end_array();
    emit_dropped(json, document);
    emit_notes(json, document.notes);
    json.end_object();
    out += '\n';
    return out;
}

std::string json(const Document& document, const Article& article, const WriteOptions& options) {
    std::string out;
    JsonEmitter json(out, options.pretty);
    emit_article(json, document, article, options);
    out += '\n';
    return out;
}

}  // namespace broadsheet::write_detail
