// Parts of words that a hyphen left behind.
#pragma once

#include <string_view>

namespace broadsheet::language {

struct LanguageTable;

class Fragments {
public:
    // Finds the language of the text.
    explicit Fragments(std::u32string_view text);

    // Are two parts with a hyphen between them, in small letters where they meet, one word that was torn at a line's
    // end, rather than a compound? By the language's spelling alone: Brü-cke, equip-ment; but steirisch-deutsch.
    [[nodiscard]] bool torn(std::u32string_view left, std::u32string_view right) const;

private:
    const LanguageTable* table_ = nullptr;
};

}  // namespace broadsheet::language
