// The extension broadsheet._broadsheet: what the package's Python files stand on.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <broadsheet/pipe.hpp>
#include <broadsheet/version.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "engine.hpp"
#include "many.hpp"
#include "objects.hpp"
#include "shard.hpp"

namespace {

namespace py = pybind11;
using broadsheet::Document;
using broadsheet::Error;
using broadsheet::python::Engine;
using broadsheet::python::Given;
using broadsheet::python::Rows;
using broadsheet::python::text_of;

// A document and how its text is to be put together. Never changed once it is made.
struct Page {
    Document document;
    broadsheet::RenderOptions render;
};

std::string_view code_name(Error::Code code) {
    switch (code) {
        case Error::Code::io:
            return "io";
        case Error::Code::format:
            return "format";
        case Error::Code::encoding:
            return "encoding";
        case Error::Code::limit:
            return "limit";
        case Error::Code::option:
            return "option";
        case Error::Code::internal:
            break;
    }
    return "internal";
}

void raise(std::string_view message, std::string_view code) {
    const auto type = py::module_::import("broadsheet._model").attr("Error");
    const auto error = type(text_of(message), text_of(code));
    PyErr_SetObject(type.ptr(), error.ptr());
}

void translate(std::exception_ptr failure) {  // NOLINT(performance-unnecessary-value-param): pybind11's type
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const broadsheet::Stopped& error) {
        raise(error.what(), "timeout");
    } catch (const Error& error) {
        raise(error.what(), code_name(error.code()));
    } catch (const std::system_error& error) {
        raise(error.what(), "io");
    }
}

// What a call is given: bytes, a str's UTF-8, or (None) the path `name`. Nobody can change them while the call lasts.
Given given(const std::optional<py::bytes>& bytes, const py::bytes& name, bool is_text) {
    Given out;
    out.kind = !bytes ? Given::Kind::path : is_text ? Given::Kind::text : Given::Kind::bytes;
    if (bytes) out.bytes = std::string_view(*bytes);
    out.name = std::string(name);
    return out;
}

std::unique_ptr<Page> extract(const Engine& engine, const std::optional<py::bytes>& bytes, const py::bytes& name,
                              bool is_text, bool explain) {
    const Given input = given(bytes, name, is_text);
    const py::gil_scoped_release release;
    return std::make_unique<Page>(Page{engine.extract(input, explain), engine.settings().write.render});
}

py::object repair(const Engine& engine, const std::optional<py::bytes>& bytes, const py::bytes& name, bool is_text,
                  bool keep_furniture) {
    const Given input = given(bytes, name, is_text);
    std::string out;
    {
        const py::gil_scoped_release release;
        out = engine.repair(input, keep_furniture);
    }
    return text_of(out);
}

py::object explain(const Engine& engine, const std::optional<py::bytes>& bytes, const py::bytes& name, bool is_text,
                   std::uint32_t line, bool margin) {
    const Given input = given(bytes, name, is_text);
    std::string out;
    {
        const py::gil_scoped_release release;
        out = engine.explain(input, line, margin);
    }
    return text_of(out);
}

broadsheet::PipeOptions pipe_options(const Engine& engine, const Rows& rows) {
    const auto of_pipe = broadsheet::python::settings_of(rows, broadsheet::app::Command::pipe);
    if (of_pipe.pipe.text_field.empty()) throw Error(Error::Code::option, {}, "text_field: it is an empty string");
    auto out = of_pipe.pipe;
    out.read = engine.settings().process.read;
    out.repair = engine.settings().process.repair;
    out.segment = engine.settings().process.segment;
    out.write = of_pipe.write;
    out.write.render = engine.settings().write.render;
    return out;
}

// A batch of records, and what is asked for.
struct Batch {
    py::list lines;
    std::string name;         // of the input that they are of
    std::uint64_t first = 1;  // the number of the first one there
    unsigned threads = 1;
    Rows rows;
    bool provenance = false, attributes = false;
};

std::vector<broadsheet::PipedRecord> pipe(const Engine& engine, const Batch& batch) {
    auto options = pipe_options(engine, batch.rows);
    options.read.name = batch.name;
    options.provenance = batch.provenance;
    options.attributes = batch.attributes;
    // Held while they are worked on: the list itself may be changed by others.
    std::vector<py::bytes> held;
    std::vector<std::string_view> views;
    for (const auto& line : batch.lines) {
        if (!py::isinstance<py::bytes>(line))
            throw py::type_error("record " + std::to_string(batch.first + held.size()) + " is no bytes");
        held.push_back(py::reinterpret_borrow<py::bytes>(line));
        views.emplace_back(held.back());
    }
    const auto look_for_signals = [] {
        const py::gil_scoped_acquire acquire;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    };
    const py::gil_scoped_release release;
    return broadsheet::python::pipe_many(views, batch.first, batch.threads, engine.settings().timeout, options,
                                         look_for_signals);
}

py::list process_many(const Engine& engine, const py::list& lines, const py::bytes& name, std::uint64_t first,
                      unsigned threads, const Rows& rows) {
    py::list out;
    for (const auto& one : pipe(engine, {lines, name, first, threads, rows}))
        out.append(py::bytes(one.error.empty() ? one.records : one.error));
    return out;
}

py::list process_records(const Engine& engine, const py::list& lines, const py::bytes& name, std::uint64_t first,
                         unsigned threads, const Rows& rows, bool provenance, bool attributes) {
    const auto type = py::module_::import("broadsheet._model").attr("Processed");
    py::list out;
    for (const auto& one : pipe(engine, {lines, name, first, threads, rows, provenance, attributes}))
        out.append(broadsheet::python::named(type, py::bytes(one.records), py::bytes(one.provenance),
                                             py::bytes(one.attributes), py::bytes(one.error), text_of(one.message),
                                             py::int_(one.articles)));
    return out;
}

py::list find_shards(const std::vector<std::string>& arguments, const std::vector<std::string>& inputs) {
    py::list out;
    for (const auto& [path, relative] : broadsheet::python::find_shards(arguments, inputs))
        out.append(py::make_tuple(py::bytes(path), py::bytes(relative)));
    return out;
}

py::tuple process_shard(const std::vector<std::string>& arguments, const py::bytes& path, const py::bytes& relative) {
    broadsheet::python::Shard shard{path, relative};
    broadsheet::python::ShardCounts counts;
    {
        const py::gil_scoped_release release;
        counts = broadsheet::python::process_shard(arguments, shard);
    }
    const auto& tally = counts.tally;
    return py::make_tuple(counts.complete, tally.records, tally.articles, tally.empty, tally.errors, tally.bytes);
}

// How a page is written: its own way to put text together, unless the rows name another one.
broadsheet::WriteOptions write_options(const Page& page, const Rows& rows) {
    auto out = broadsheet::python::settings_of(rows).write;
    const auto names = [&](std::string_view name) {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.first == name; });
    };
    if (!names("spacing")) out.render.spacing = page.render.spacing;
    if (!names("width")) out.render.width = page.render.width;
    return out;
}

py::object written(const Page& page, const Rows& rows) {
    std::string text;
    {
        const py::gil_scoped_release release;
        const auto options = write_options(page, rows);
        if (options.to == "alto2txt")
            throw Error(Error::Code::option, {}, "to: alto2txt is a folder of files", "to_files() gives them");
        text = broadsheet::write(page.document, options);
    }
    return text_of(text);
}

py::dict written_files(const Page& page, const Rows& rows) {
    std::vector<broadsheet::WrittenFile> files;
    {
        const py::gil_scoped_release release;
        files = broadsheet::write_files(page.document, write_options(page, rows));
    }
    py::dict out;
    for (const auto& file : files) out[text_of(file.name)] = text_of(file.text);
    return out;
}

template <typename Table>
py::tuple names_of(const Table& table) {
    py::list out;
    for (const auto& row : table)
        if constexpr (requires { row.name; })
            out.append(text_of(row.name));
        else
            out.append(text_of(row));
    return py::tuple(out);
}

}  // namespace

PYBIND11_MODULE(_broadsheet, m) {
    m.doc() = "The C++ side of the package broadsheet; not to be used by itself.";
    py::register_local_exception_translator(translate);
    m.attr("version") = text_of(broadsheet::version);

    py::class_<Page>(m, "Page", "A document in C++.")
        .def("source", [](const Page& p) { return broadsheet::python::source_of(p.document); })
        .def("files", [](const Page& p) { return broadsheet::python::files_of(p.document); })
        .def("pages", [](const Page& p) { return broadsheet::python::pages_of(p.document); })
        .def("articles", [](const Page& p) { return broadsheet::python::articles_of(p.document, p.render); })
        .def("dropped", [](const Page& p) { return broadsheet::python::dropped_of(p.document); })
        .def("notes", [](const Page& p) { return broadsheet::python::notes_of(p.document); })
        .def("count", [](const Page& p) { return p.document.articles.size(); })
        .def("write", &written, py::arg("rows"))
        .def("write_files", &written_files, py::arg("rows"));

    py::class_<Engine>(m, "Engine", "Options, checked once, and what they need.")
        .def(py::init<const Rows&>(), py::arg("rows"), py::call_guard<py::gil_scoped_release>())
        .def("extract", &extract, py::arg("data"), py::arg("name"), py::arg("is_text"), py::arg("explain"))
        .def("repair", &repair, py::arg("data"), py::arg("name"), py::arg("is_text"), py::arg("keep_furniture"))
        .def("explain", &explain, py::arg("data"), py::arg("name"), py::arg("is_text"), py::arg("line"),
             py::arg("margin"))
        .def("process_many", &process_many, py::arg("lines"), py::arg("name"), py::arg("first"), py::arg("threads"),
             py::arg("rows"))
        .def("process_records", &process_records, py::arg("lines"), py::arg("name"), py::arg("first"),
             py::arg("threads"), py::arg("rows"), py::arg("provenance"), py::arg("attributes"));

    m.def("find_shards", &find_shards, py::arg("arguments"), py::arg("inputs"),
          "Path of each input of `broadsheet pipe`, and its place below the folder of the output.");
    m.def("process_shard", &process_shard, py::arg("arguments"), py::arg("path"), py::arg("relative"),
          "One shard, as `broadsheet pipe -o` works on it. Whether it was complete (0, 1), records, articles, empty, "
          "errors, bytes.");
    m.def(
        "names",
        [](std::string_view table) {
            if (table == "readers") return names_of(broadsheet::readers());
            if (table == "writers") return names_of(broadsheet::writers());
            if (table == "passes") return names_of(broadsheet::passes());
            return names_of(broadsheet::languages());
        },
        py::arg("table"), "The names in one of the tables: readers, writers, passes, languages.");
}
