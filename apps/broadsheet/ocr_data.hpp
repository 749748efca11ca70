// Which of tesseract's language data read a page.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::app {

// Data that may fit, best tried in this order; each row only if no data of the rows before it reads the page well.
using Candidates = std::vector<std::vector<std::string>>;

struct Wanted {
    std::string data;  // --ocr-lang: chi_sim, eng+deu; empty: not said
    std::string lang;  // --lang; empty: not said
    Writing writing = Writing::detect;
};

// The candidates that are installed. Of data that the user asked for there is one row with one entry.
// @param script as tesseract's script detection calls it; empty: not known
// @throws Error that names the package where what was asked for is missing, or nothing is there at all
[[nodiscard]] Candidates candidates(const Wanted& wanted, std::string_view script,
                                    const std::vector<std::string>& installed);

// The language of data for a Latin script: the words of a page that it read tell whether it was the right one. Empty
// for other data: Chinese read with the wrong data still looks Chinese.
[[nodiscard]] std::string_view language_read_by(std::string_view data);

// What to do where none of the candidates reads the page well.
[[nodiscard]] std::string data_hint(std::string_view script, const std::vector<std::string>& installed);

// The names in what `tesseract --list-langs` prints.
[[nodiscard]] std::vector<std::string> listed_data(std::string_view output);

// The script in what `tesseract --psm 0` prints; empty: none.
[[nodiscard]] std::string found_script(std::string_view output);

// True for the name of data, or of several joined by "+".
[[nodiscard]] bool is_data_name(std::string_view name);

}  // namespace broadsheet::app
