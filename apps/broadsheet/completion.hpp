// The marker of a shard that is done: what it was made of, by what, and what came out.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline.hpp"
#include "record_output.hpp"

namespace broadsheet::app {

struct Completion {
    std::string shard;    // its path below the folder
    std::string version;  // of the program
    std::string options;  // digest of all that the output depends on
    WrittenBytes input;
    Tally tally;
    std::map<std::string, WrittenBytes> files;  // "records", "provenance", "attributes", "errors"
};

// A line of JSON.
[[nodiscard]] std::string write_completion(const Completion& completion);

// Nothing where the text is no such line.
[[nodiscard]] std::optional<Completion> read_completion(std::string_view text);

}  // namespace broadsheet::app
