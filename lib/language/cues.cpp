// Stub.
#include "language/cues.hpp"

namespace broadsheet::language {

std::uint32_t cues(std::u32string_view) { return 0; }
std::vector<std::u32string> names_in(std::u32string_view) { return {}; }
std::string language_of(std::u32string_view) { return {}; }

}  // namespace broadsheet::language
