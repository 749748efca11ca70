// Pairs of characters that stand side by side on a page: evidence that two cells belong together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::repair_stage {

class Pairs {
public:
    void add(std::u32string_view line);
    void clear();
    // How often b stands right after a, up to so often.
    static constexpr std::uint32_t most = 3;
    [[nodiscard]] std::uint32_t count(char32_t a, char32_t b) const;

private:
    std::vector<std::uint8_t> counts_;  // by hash, four in a byte: the table stays in the cache
};

}  // namespace broadsheet::repair_stage
