// From what stands on the command line to the list of inputs.
#pragma once

#include <broadsheet/error.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::app {

struct Input {
    std::string path;      // as messages and the output name it; "-" is standard input
    std::string relative;  // its place below the folder of -o
    int error = 0;         // errno, if it is known already that it cannot be read (a folder), or no_records
    bool issue = false;    // a folder that is one issue
};

// A folder without a file of records. It is an error, as a pattern is that matches nothing: the records are elsewhere.
inline constexpr int no_records = -1;

struct Inputs {
    std::vector<Input> list;            // in the order of the arguments, folders and globs sorted
    std::vector<std::string> warnings;  // whole lines: what was passed over
};

// A folder with a METS in it is an issue: the METS is the input, and what else is in the folder is left to it.
// @param output the folder of -o, which is never an input; may be empty
// @param issues each folder is one input
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& arguments, const std::string& output,
                                 bool issues = false);

// The same for files of records. From a folder those are taken whose names end in .jsonl or .ndjson, or in these or
// .json and .gz or .zst.
// @param outputs folders that are never inputs; may be empty strings
[[nodiscard]] Inputs find_records(const std::vector<std::string>& arguments, const std::vector<std::string>& outputs);

// What is said of a file, folder or pattern of which the error is known.
[[nodiscard]] Error unread(const Input& input);

}  // namespace broadsheet::app
