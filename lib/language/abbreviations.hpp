// Full stops that end no sentence, at the end of a line.
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::language {

enum class Stop : std::uint8_t {
    none,      // no full stop, or one like any other
    doubtful,  // of an initial or an ordinal, J. H. or am 5.: it may end a sentence as well
    wanting,   // of an abbreviation behind which a name or a figure must come: Mr., No.
};

// The full stop at the end of a text.
[[nodiscard]] Stop stop_of(std::u32string_view text);

}  // namespace broadsheet::language
