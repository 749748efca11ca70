// Which prediction is to be compared with which gold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inputs.hpp"

namespace broadsheet::app {

struct GoldPairs {
    std::vector<Input> predicted;
    std::vector<std::string> gold;   // for each prediction the path of its gold
    std::vector<std::string> kind;   // for each: what its name has behind that of the gold; its name, if nothing
    std::vector<std::string> alone;  // gold without a prediction
    std::vector<std::string> warnings;
};

// @param arguments GOLD (a file, a folder, a glob), then PREDICTED...: one file of gold is compared with each file that
//     is named; else p3.gold.json goes with p3.json, p3.txt, p3.blocks.txt ..., in a folder of the same name where
//     several have it. From a folder page documents (JSON) are taken where it holds any for this gold, else pages.
// @param max_bytes of a file that is looked at
// @throws UsageError
[[nodiscard]] GoldPairs pair_with_gold(const std::vector<std::string>& arguments, bool issues, std::uint64_t max_bytes);

}  // namespace broadsheet::app
