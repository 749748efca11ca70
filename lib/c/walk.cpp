// Walking over a document.
#include <algorithm>

#include "c/handles.hpp"

namespace {

using namespace broadsheet;

const Article* article_at(const broadsheet_document* d, std::size_t article) {
    return d != nullptr && article < d->document.articles.size() ? &d->document.articles[article] : nullptr;
}

// The place of a block in Document::blocks, or none.
std::uint32_t block_index(const broadsheet_document* d, std::size_t article, std::size_t block) {
    const Article* const of = article_at(d, article);
    return of != nullptr && block < of->blocks.size() ? of->blocks[block] : none;
}

const Block* block_at(const broadsheet_document* d, std::size_t article, std::size_t block) {
    const auto index = block_index(d, article, block);
    return index == none ? nullptr : &d->document.blocks[index];
}

// Null where there is no memory for it; then the next call tries again.
const broadsheet_document::Walk* walk_of(const broadsheet_document& d) noexcept {
    try {
        std::call_once(d.walked, [&] {
            broadsheet_document::Walk made;
            for (const Block& block : d.document.blocks) {
                made.texts.push_back(render(d.document, block, d.render));
                made.spans.push_back(spans(d.document, block));
            }
            d.walk = std::move(made);
        });
        return &d.walk;
    } catch (...) {
        return nullptr;
    }
}

const std::vector<Span>* spans_at(const broadsheet_document* d, std::size_t article, std::size_t block) {
    const auto index = block_index(d, article, block);
    if (index == none) return nullptr;
    const auto* const walk = walk_of(*d);
    return walk == nullptr ? nullptr : &walk->spans[index];
}

const Note* note_at(const broadsheet_document* d, std::size_t note) {
    return d != nullptr && note < d->document.notes.size() ? &d->document.notes[note] : nullptr;
}

}  // namespace

size_t broadsheet_article_count(const broadsheet_document* document) {
    return document == nullptr ? 0 : document->document.articles.size();
}

const char* broadsheet_article_id(const broadsheet_document* document, size_t article) {
    const Article* const at = article_at(document, article);
    return at == nullptr ? nullptr : at->id.c_str();
}

const char* broadsheet_article_lang(const broadsheet_document* document, size_t article) {
    const Article* const at = article_at(document, article);
    return at == nullptr ? nullptr : at->lang.c_str();
}

const char* broadsheet_article_type(const broadsheet_document* document, size_t article) {
    const Article* const at = article_at(document, article);
    return at == nullptr ? nullptr : name(at->type).data();  // names end with a NUL
}

double broadsheet_article_confidence(const broadsheet_document* document, size_t article) {
    const Article* const at = article_at(document, article);
    return at == nullptr ? 0 : static_cast<double>(at->confidence);
}

size_t broadsheet_block_count(const broadsheet_document* document, size_t article) {
    const Article* const at = article_at(document, article);
    return at == nullptr ? 0 : at->blocks.size();
}

const char* broadsheet_block_role(const broadsheet_document* document, size_t article, size_t block) {
    const Block* const at = block_at(document, article, block);
    return at == nullptr ? nullptr : name(at->role).data();
}

double broadsheet_block_confidence(const broadsheet_document* document, size_t article, size_t block) {
    const Block* const at = block_at(document, article, block);
    return at == nullptr ? 0 : static_cast<double>(at->confidence);
}

const char* broadsheet_block_text(const broadsheet_document* document, size_t article, size_t block, size_t* size) {
    if (size != nullptr) *size = 0;
    const auto index = block_index(document, article, block);
    if (index == none) return nullptr;
    const auto* const walk = walk_of(*document);
    if (walk == nullptr) return nullptr;
    if (size != nullptr) *size = walk->texts[index].size();
    return walk->texts[index].c_str();
}

size_t broadsheet_span_count(const broadsheet_document* document, size_t article, size_t block) {
    const auto* const all = spans_at(document, article, block);
    return all == nullptr ? 0 : all->size();
}

int broadsheet_span_get(const broadsheet_document* document, size_t article, size_t block, size_t index,
                        broadsheet_span* span) {
    if (document == nullptr || span == nullptr) return BROADSHEET_BAD_ARGUMENT;
    const std::size_t room = span->struct_size;
    const auto* const all = spans_at(document, article, block);
    if (all == nullptr || index >= all->size() || room < sizeof(std::size_t)) return BROADSHEET_BAD_ARGUMENT;
    const Span& from = (*all)[index];
    broadsheet_span out{};
    out.begin = from.begin;
    out.end = from.end;
    out.page = from.page;
    out.line = from.line;
    out.file = from.file;
    if (from.box != none) {
        const Box& box = document->document.boxes[from.box];
        out.has_box = 1;
        out.left = box.left;
        out.top = box.top;
        out.right = box.right;
        out.bottom = box.bottom;
    }
    // A caller of an older version has a smaller struct, one of a newer version a larger one, whose end stays as it is.
    out.struct_size = room;
    std::memcpy(span, &out, std::min(room, sizeof out));
    return BROADSHEET_OK;
}

size_t broadsheet_note_count(const broadsheet_document* document) {
    return document == nullptr ? 0 : document->document.notes.size();
}

const char* broadsheet_note_message(const broadsheet_document* document, size_t note) {
    const Note* const at = note_at(document, note);
    return at == nullptr ? nullptr : at->message.c_str();
}

int broadsheet_note_is_warning(const broadsheet_document* document, size_t note) {
    const Note* const at = note_at(document, note);
    return at != nullptr && at->severity == Severity::warning ? 1 : 0;
}

uint32_t broadsheet_note_line(const broadsheet_document* document, size_t note) {
    const Note* const at = note_at(document, note);
    return at == nullptr ? 0 : at->line;
}
