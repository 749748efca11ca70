// Words by ICU's dictionaries: asked only at doubtful joints, since it is a hundred times slower than arithmetic.
#pragma once

#include <string_view>

namespace broadsheet {

// True if a word of the dictionary runs over the joint of two Chinese or Japanese texts: 生产|力.
[[nodiscard]] bool word_across(std::u32string_view before, std::u32string_view after);

}  // namespace broadsheet
