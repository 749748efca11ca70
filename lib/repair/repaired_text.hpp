// For tests: the blocks of a text as repair() leaves them.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::repair_stage {

inline Document repaired(std::string_view text, std::vector<std::string> skip = {}) {
    ReadOptions as_text;
    as_text.from = "text";
    Document d = read(text, as_text);
    RepairOptions options;
    options.skip = std::move(skip);
    repair(d, options);
    CHECK(check(d) == "");
    return d;
}

inline std::vector<std::string> blocks(const Document& d) {
    std::vector<std::string> out;
    for (const Block& block : d.blocks) out.push_back(render(d, block));
    return out;
}

inline std::vector<std::string> blocks(std::string_view text) { return blocks(repaired(text)); }

// "reason: text" of all that was dropped.
inline std::vector<std::string> dropped(const Document& d) {
    std::vector<std::string> out;
    for (const Dropped& x : d.dropped) out.push_back(std::string(name(x.reason)) + ": " + render(d, x));
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace broadsheet::repair_stage
