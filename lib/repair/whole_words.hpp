// Does the page have a run of letters as a word of its own? What follows a hyphen at a column's end is a part of one.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace broadsheet::repair_stage {

class WholeWords {
public:
    // Asks for the first word of a text.
    void ask(std::u32string_view text);
    [[nodiscard]] bool nothing_asked() const { return counts_.empty(); }
    void read(std::u32string_view line);
    // True if the first word of the text, which was asked for, stands in another place too.
    [[nodiscard]] bool seen(std::u32string_view text) const;

private:
    std::unordered_map<std::uint64_t, std::uint32_t> counts_;  // hash of a word: how often it was read
};

}  // namespace broadsheet::repair_stage
