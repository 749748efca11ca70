#include "eval/probes.hpp"

#include <map>

namespace broadsheet::eval {

std::unordered_set<std::u32string_view> present(std::u32string_view text, const std::vector<std::u32string>& probes) {
    std::map<std::size_t, std::unordered_set<std::u32string_view>> by_length;
    for (const auto& probe : probes) by_length[probe.size()].insert(probe);
    std::unordered_set<std::u32string_view> out;
    for (const auto& [length, wanted] : by_length)
        for (std::size_t i = 0; i + length <= text.size(); ++i) {
            if (const auto at = wanted.find(text.substr(i, length)); at != wanted.end()) out.insert(*at);
            if (length == 0) break;
        }
    return out;
}

}  // namespace broadsheet::eval
