// Lists of words in the tables of languages: one string, the words parted by a sign.
#pragma once

#include <algorithm>
#include <string_view>

namespace broadsheet::language {

// Gives each word of a list to `use`, in UTF-8.
template <class Use>
void each_word(std::string_view list, char sign, Use use) {
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(sign, begin), list.size());
        if (end > begin) use(list.substr(begin, end - begin));
        begin = end + 1;
    }
}

}  // namespace broadsheet::language
