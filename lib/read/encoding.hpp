// Which encoding a file is in, and its characters.
#pragma once

#include <string>
#include <string_view>

#include "read/decode.hpp"

namespace broadsheet::reading {

struct Encoding {
    std::string name;      // as Source::encoding has it
    std::size_t mark = 0;  // bytes of a byte order mark
    bool certain = true;   // false: another encoding was nearly as good
};

// Decodes bytes of unknown encoding: as detect_encoding() finds it, in one pass where it is UTF-8.
[[nodiscard]] Decoded decode_detected(std::string_view bytes, Encoding& encoding);

// By byte order mark, else by what a sample of the bytes is most likely to be.
[[nodiscard]] Encoding detect_encoding(std::string_view bytes);

// By a name that a user gave. The name comes back empty if nobody knows it.
[[nodiscard]] Encoding named_encoding(const std::string& name, std::string_view bytes);

// Decodes and may make the name more exact. `encoding` comes from one of the two functions above.
[[nodiscard]] Decoded decode(std::string_view bytes, Encoding& encoding);

}  // namespace broadsheet::reading
