// Where results go below the folder of -o.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"

namespace broadsheet::app {

// For each input the path of its file (or, with an empty extension, of its folder) below `folder`. The ending of a text
// file is replaced; where inputs would meet, each keeps its whole name. `reserved`, a name in the folder, is given to
// none.
[[nodiscard]] std::vector<std::string> plan_outputs(const std::string& folder, const std::vector<Input>& inputs,
                                                    std::string_view extension, std::string_view reserved = {});

// The same for gold, which people correct: it is not written over. The path is empty where a file is there already.
// @param only_one it is the one file that was asked for
// @throws UsageError where that is there already
[[nodiscard]] std::vector<std::string> plan_gold(const std::string& folder, std::vector<Input> inputs, bool only_one);

// The first input that is one of the files of `paths` or lies in one of its folders; empty if there is none.
[[nodiscard]] std::string overwritten_input(const std::vector<std::string>& paths, const std::vector<Input>& inputs);

}  // namespace broadsheet::app
