// The characters with which a match of a regular expression can begin: most places of a text need not be tried.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

#include "core/chars.hpp"

namespace broadsheet {

class FirstChars {
public:
    // An expression as Pattern takes it. What is not understood may begin with anything.
    explicit FirstChars(std::string_view expression);

    // False only if no match begins with this character.
    [[nodiscard]] bool may_be(char32_t c) const {
        return any_ || low_[c % low_.size()] || (class_of(c) & classes_) != 0;
    }
    [[nodiscard]] bool any() const { return any_; }

private:
    // What one part of the expression may begin with goes into the sets; true if it may match nothing.
    bool alternatives(std::u32string_view& rest, bool adding);
    bool sequence(std::u32string_view& rest, bool adding);
    bool item(std::u32string_view& rest, bool adding);
    void set(std::u32string_view& rest, bool adding);
    void escape(std::u32string_view& rest, bool adding);
    void add(char32_t first, char32_t last, bool adding);

    bool any_ = false;
    std::uint32_t classes_ = 0;
    std::bitset<1024> low_;  // by the low bits of characters
};

}  // namespace broadsheet
