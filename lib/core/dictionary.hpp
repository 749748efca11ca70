// ICU's dictionary of Chinese and Japanese words, read where it lies in ICU's data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

class Dictionary {
public:
    // The longest text that a question may be about, in characters.
    static constexpr std::size_t longest = 16;

    // Null where ICU's data has no dictionary of the known form.
    [[nodiscard]] static const Dictionary* open();

    // A text of plain Han characters, cut into words as ICU cuts it: so that the sum of the words' costs is least.
    // True if one of them runs over the place before text[joint].
    [[nodiscard]] bool word_over(std::u32string_view text, std::size_t joint) const;

    // The characters that this class knows how to cut: no other script's rules play a part in them.
    [[nodiscard]] static bool plain_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

private:
    explicit Dictionary(const char16_t* trie) : trie_(trie) {}

    const char16_t* trie_;
};

}  // namespace broadsheet
