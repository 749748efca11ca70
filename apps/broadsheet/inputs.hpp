// From what stands on the command line to the list of inputs.
#pragma once

#include <string>
#include <vector>

namespace broadsheet::app {

struct Input {
    std::string path;      // as messages and the output name it; "-" is standard input
    std::string relative;  // its place below the folder of -o
    int error = 0;         // errno, if it is known already that it cannot be read (a folder)
};

struct Inputs {
    std::vector<Input> list;            // in the order of the arguments, folders and globs sorted
    std::vector<std::string> warnings;  // whole lines: what was passed over
};

// @param output the folder of -o, which is never an input; may be empty
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& arguments, const std::string& output);

}  // namespace broadsheet::app
