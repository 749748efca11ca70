#include "language/fragments.hpp"

#include <string>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/lists.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

// Is the word one of a list separated by blanks?
bool listed(std::u32string_view word, std::string_view list) {
    const std::string needle = to_utf8(word);
    bool found = false;
    each_word(list, ' ', [&](std::string_view one) { found = found || one == needle; });
    return found;
}

}  // namespace

Fragments::Fragments(std::u32string_view text) {
    const auto tag = language_of(text);
    for (const auto& table : tables())
        if (table.tag == tag) table_ = &table;
}

bool Fragments::torn(std::u32string_view left, std::u32string_view right) const {
    if (!table_) return false;
    if (listed(right, table_->endings)) return true;
    // Where nouns have capitals a compound's second part has one, unless it is an adjective behind another:
    // deutsch-dänisch.
    return table_->capital_nouns && !left.ends_with(U"sch") && !listed(right, table_->common);
}

}  // namespace broadsheet::language
