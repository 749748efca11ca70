#include "objects.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace broadsheet::python {

namespace {

py::object type_of(const char* name) { return py::module_::import("broadsheet._model").attr(name); }

py::object number(std::uint64_t value) { return py::reinterpret_steal<py::object>(PyLong_FromUnsignedLongLong(value)); }

// With two places, as the page document has it.
py::object decimal(float value) {
    const double out = std::isfinite(value) ? std::round(static_cast<double>(value) * 100) / 100 : 0;
    return py::reinterpret_steal<py::object>(PyFloat_FromDouble(out));
}

// A tuple of what `make` makes of each.
template <typename List, typename Make>
py::tuple tuple_of(const List& list, const Make& make) {
    py::tuple out(list.size());
    py::ssize_t at = 0;
    for (const auto& one : list) PyTuple_SET_ITEM(out.ptr(), at++, make(one).release().ptr());
    return out;
}

// A tuple that holds numbers only, so the collector of cycles need not look at it: there are thousands. (It finds that
// out by itself, but only for tuples without names, and when it has walked over them.)
py::object without_references(py::object tuple) {
    PyObject_GC_UnTrack(tuple.ptr());
    return tuple;
}

py::object box_of(const Document& document, std::uint32_t index) {
    if (index == none) return py::none();
    const Box& box = document.boxes[index];
    return without_references(named(py::handle(reinterpret_cast<PyObject*>(&PyTuple_Type)), decimal(box.left),
                                    decimal(box.top), decimal(box.right), decimal(box.bottom)));
}

py::tuple spans_of(const Document& document, const std::vector<Span>& spans, const py::object& type) {
    return tuple_of(spans, [&](const Span& span) {
        return without_references(named(type, number(span.page), number(span.line), number(span.begin),
                                        number(span.end), box_of(document, span.box), number(span.file)));
    });
}

py::object named_source(const Source& source) {
    return named(type_of("Source"), text_of(source.name), text_of(source.format), text_of(source.encoding),
                 number(source.bytes), text_of(source.digest));
}

py::tuple flags_of(const Article& article) {
    std::vector<std::string_view> flags;
    if (article.starts_open) flags.emplace_back("starts_mid_sentence");
    if (article.ends_open) flags.emplace_back("ends_mid_sentence");
    return tuple_of(flags, text_of);
}

// Article and position of the block that a duplicate is a copy of: "p1-a1/5".
py::object place_of(const Document& document, std::uint32_t block) {
    for (const Article& article : document.articles)
        for (std::size_t i = 0; i < article.blocks.size(); ++i)
            if (article.blocks[i] == block) return text_of(article.id + "/" + std::to_string(i));
    return text_of("");
}

}  // namespace

py::object text_of(std::string_view utf8) {
    auto* const out = PyUnicode_DecodeUTF8(utf8.data(), static_cast<py::ssize_t>(utf8.size()), "surrogateescape");
    if (out == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(out);
}

PyObject* new_tuple(const py::handle& type, std::size_t size) {
    auto* const as_type = reinterpret_cast<PyTypeObject*>(type.ptr());
    auto* const out = as_type->tp_alloc(as_type, static_cast<py::ssize_t>(size));
    if (out == nullptr) throw py::error_already_set();
    return out;
}

py::object source_of(const Document& document) { return named_source(document.source); }

py::tuple files_of(const Document& document) { return tuple_of(document.files, named_source); }

py::tuple pages_of(const Document& document) {
    const auto type = type_of("Page");
    return tuple_of(document.pages, [&](const Page& page) {
        return named(type, number(page.number), text_of(name(page.unit)), decimal(page.width), decimal(page.height));
    });
}

py::tuple articles_of(const Document& document, const RenderOptions& options) {
    const auto article_type = type_of("Article"), block_type = type_of("Block"), span_type = type_of("Span"),
               jump_type = type_of("Jump");
    const auto block_of = [&](std::uint32_t index) {
        const Block& block = document.blocks[index];
        return named(block_type, text_of(name(block.role)), text_of(render(document, block, options)),
                     decimal(block.confidence), spans_of(document, spans(document, block), span_type));
    };
    const auto jump_of = [&](const Jump& jump) {
        return named(jump_type, number(jump.page), number(jump.line), number(jump.to_page), py::bool_(jump.resolved));
    };
    return tuple_of(document.articles, [&](const Article& article) {
        return named(article_type, text_of(article.id), text_of(article.lang), text_of(name(article.type)),
                     decimal(article.confidence), flags_of(article), tuple_of(article.authors, text_of),
                     tuple_of(article.jumps, jump_of), tuple_of(article.blocks, block_of));
    });
}

py::tuple dropped_of(const Document& document) {
    const auto type = type_of("Dropped"), span_type = type_of("Span");
    return tuple_of(document.dropped, [&](const Dropped& item) {
        const bool is_copy = item.kept != none && item.kept < document.blocks.size();
        return named(type, text_of(name(item.reason)), text_of(render(document, item)),
                     spans_of(document, spans(document, item), span_type),
                     is_copy ? place_of(document, item.kept) : py::none());
    });
}

py::tuple notes_of(const Document& document) {
    const auto type = type_of("Note");
    return tuple_of(document.notes, [&](const Note& note) {
        return named(type, text_of(name(note.severity)), text_of(note.stage), number(note.page), number(note.line),
                     text_of(note.message));
    });
}

}  // namespace broadsheet::python
