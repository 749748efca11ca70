// A fingerprint of bytes, to tell files apart.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// "xxh3:" and the 32 hexadecimal digits of XXH3 (128 bits) in its canonical form, as `xxhsum -H2` prints it.
[[nodiscard]] std::string digest(std::string_view bytes);

}  // namespace broadsheet
