// Reports (--to html): one for each input, with the pictures of its pages, and below -o DIR the page of all of them.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "batch.hpp"
#include "inputs.hpp"
#include "settings.hpp"

namespace broadsheet::app {

inline constexpr std::string_view index_name = "index.html";

class Reports {
public:
    // @param outputs where each report goes; empty: to standard output
    Reports(const Settings& settings, const std::vector<Input>& inputs, const std::vector<std::string>& outputs)
        : settings_(settings), inputs_(inputs), outputs_(outputs) {}

    // The report of an input, and in `result` what the index says of it. May be called by several threads at once.
    [[nodiscard]] std::string report(std::size_t index, std::string_view bytes, Document& document,
                                     Result& result) const;

    // A decision: each page has thousands, and its report shows them.
    [[nodiscard]] bool shows(const Note& note) const;

    // In the order of the inputs.
    void add(const Result& result);
    void write_index() const;

private:
    [[nodiscard]] std::string path_below(std::size_t index) const;

    const Settings& settings_;
    const std::vector<Input>& inputs_;
    const std::vector<std::string>& outputs_;
    std::string entries_;
    std::size_t count_ = 0;
};

}  // namespace broadsheet::app
