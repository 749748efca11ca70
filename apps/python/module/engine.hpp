// What the module does, without Python.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dictionaries.hpp"
#include "recognise.hpp"
#include "settings.hpp"

namespace broadsheet::python {

// A row of the program's table of options, "max-bytes", and its value; empty for a flag.
using Rows = std::vector<std::pair<std::string, std::string>>;

struct Given {
    enum class Kind : std::uint8_t { bytes, text, path };
    Kind kind = Kind::bytes;
    std::string_view bytes;  // text: in UTF-8; path: none, `name` is to be opened
    std::string name;        // as the output calls it
};

// Options, checked once, and what they need: words and dictionaries. Any number of threads may use it.
class Engine {
public:
    // @throws Error (option) in Python's spelling; (io, format) for files of words
    explicit Engine(const Rows& rows);

    // @throws Error, as the program says it
    [[nodiscard]] Document extract(const Given& given, bool explain) const;
    [[nodiscard]] std::string repair(const Given& given, bool keep_furniture) const;
    // @param line only what concerns this physical line; 0: all
    // @param margin the page instead, with marks in its margin
    [[nodiscard]] std::string explain(const Given& given, std::uint32_t line, bool margin) const;

    [[nodiscard]] const app::Settings& settings() const { return settings_; }

private:
    [[nodiscard]] Document process(const Given& given, Options options) const;
    template <typename Then>
    auto with_document(const Given& given, Options options, const Then& then) const;

    app::Settings settings_;
    std::shared_ptr<app::Dictionaries> dictionaries_;
    std::unique_ptr<app::Recogniser> recogniser_;
};

// The settings of a command that rows ask for. @throws Error (option)
[[nodiscard]] app::Settings settings_of(const Rows& rows, app::Command command = app::Command::extract);

// "--ocr-lang: ..." becomes "ocr_lang: ...".
[[nodiscard]] std::string spelt_in_python(std::string text);

}  // namespace broadsheet::python
