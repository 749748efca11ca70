// What tests of pipe_record() share.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace broadsheet::test {

inline std::vector<nlohmann::json> rows(const std::string& lines) {
    std::istringstream stream(lines);
    std::vector<nlohmann::json> out;
    for (std::string line; std::getline(stream, line);) out.push_back(nlohmann::json::parse(line));
    return out;
}

inline const std::string story =
    "BRIDGE OPENED AT LAST\n\nBy A. Smith\n\nThe mayor came to the river on Monday and cut the\nribbon before a large "
    "crowd. \"It was time,\" he said,\nand the band began to play.\n";

inline std::string line_of(const nlohmann::json& record) { return record.dump(); }

}  // namespace broadsheet::test
