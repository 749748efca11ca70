#include "broadsheet/segment.hpp"

namespace broadsheet {

std::span<const std::string_view> languages() {
    static constexpr std::string_view table[] = {"zh-Hans", "zh-Hant", "ja", "en", "de", "fr"};
    return table;
}

}  // namespace broadsheet
