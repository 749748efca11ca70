#include "language/openers.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/chars.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr std::size_t longest = 12;  // characters of such a word

std::unordered_set<std::u32string> all_openers() {
    std::unordered_set<std::u32string> out;
    for (const auto& table : tables()) {
        const auto list = to_utf32(table.openers);
        for (std::size_t begin = 0; begin < list.size();) {
            const auto end = std::min(list.find(U' ', begin), list.size());
            out.insert(list.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return out;
}

}  // namespace

bool opens_sentence(std::u32string_view line) {
    if (line.empty() || !is(line.front(), cls::upper)) return false;
    std::size_t n = 1;
    while (n < line.size() && n <= longest && is(line[n], cls::lower)) ++n;
    if (n >= line.size() || n > longest || !is(line[n], cls::space)) return false;
    static const auto openers = all_openers();
    return openers.contains(std::u32string(line.substr(0, n)));
}

}  // namespace broadsheet::language
