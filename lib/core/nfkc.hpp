// Unicode's compatibility form: full-width letters and vertical forms become ordinary, ligatures are taken apart.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

[[nodiscard]] std::u32string nfkc(std::u32string_view text);

}  // namespace broadsheet
