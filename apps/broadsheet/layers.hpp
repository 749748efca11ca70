// What other programs found in a PDF or an image: text with boxes, in files that a reader takes.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::app {

struct Layer {
    std::string suffix;  // of its name: "#p1.hocr"
    std::string format;  // the reader: bbox, hocr; empty: one page of which nothing is known
    std::string bytes;
    // Of a page of a PDF: its size in points, and points for each pixel of the layer. 0: boxes stay as they are.
    float width = 0, height = 0, scale = 0;
};

struct Layers {
    std::string format;  // of the input: pdf, png, jpeg ...
    std::vector<Layer> list;
    std::vector<Note> notes;
};

// One document of all layers, as read() would give it. `options` are those for the input.
[[nodiscard]] Document assemble(std::string_view bytes, const Layers& layers, const ReadOptions& options);

// For the cache: as bytes, and back. `key` says of what they are the layers; bytes of something else give nothing.
[[nodiscard]] std::string packed(const Layers& layers, std::string_view key);
[[nodiscard]] std::optional<Layers> unpacked(std::string_view bytes, std::string_view key);

}  // namespace broadsheet::app
