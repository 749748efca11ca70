// A document as Python's plain objects, the tuples with names of broadsheet/_model.py.
#pragma once

#include <pybind11/pybind11.h>

#include <broadsheet/broadsheet.hpp>

namespace broadsheet::python {

namespace py = pybind11;

[[nodiscard]] py::object source_of(const Document& document);
[[nodiscard]] py::tuple files_of(const Document& document);
[[nodiscard]] py::tuple pages_of(const Document& document);
[[nodiscard]] py::tuple articles_of(const Document& document, const RenderOptions& options);
[[nodiscard]] py::tuple dropped_of(const Document& document);
[[nodiscard]] py::tuple notes_of(const Document& document);

// Text of ours, and names of files, which may hold any bytes: as os.fsdecode() has them.
[[nodiscard]] py::object text_of(std::string_view utf8);

// A new tuple of this type with empty places.
[[nodiscard]] PyObject* new_tuple(const py::handle& type, std::size_t size);

// A tuple with names: `type` is one, with as many places as there are values.
template <typename... Values>
[[nodiscard]] py::object named(const py::handle& type, Values... values) {
    PyObject* const out = new_tuple(type, sizeof...(values));
    py::ssize_t at = 0;
    (PyTuple_SET_ITEM(out, at++, values.release().ptr()), ...);
    return py::reinterpret_steal<py::object>(out);
}

}  // namespace broadsheet::python
