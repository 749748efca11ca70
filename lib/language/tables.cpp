#include "language/tables.hpp"

#include <array>

namespace broadsheet::language {

std::span<const LanguageTable> tables() {
    static const std::array<LanguageTable, 6> all = {
        chinese_simplified(), chinese_traditional(), japanese(), english(), german(), french()};
    return all;
}

}  // namespace broadsheet::language
