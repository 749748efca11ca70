// The characters of which a match of a regular expression is made, as far as they are quickly told: those it can begin
// with, so that most places of a text need not be tried, and some of which it has one, so that most texts need not.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/chars.hpp"

namespace broadsheet {

// A set that holds all characters that it should, and may hold more.
class LooseSet {
public:
    [[nodiscard]] bool holds(char32_t c) const {
        return all_ || low_[c % low_.size()] || (class_of(c) & classes_) != 0;
    }
    [[nodiscard]] bool all() const { return all_; }
    // How many characters of a text it is likely to hold: to choose the better one of two.
    [[nodiscard]] int commonness() const { return commonness_; }

    void add(char32_t first, char32_t last);
    void add_classes(std::uint32_t classes);
    void add(const LooseSet& other);
    void add_all() { all_ = true; }

private:
    bool all_ = false;
    std::uint32_t classes_ = 0;
    int commonness_ = 0;
    std::bitset<1024> low_;  // by the low bits of characters
};

class MatchChars {
public:
    // An expression as Pattern takes it. Of what is not understood a match may be made in any way.
    explicit MatchChars(std::string_view expression);

    // False only if no match begins with this character.
    [[nodiscard]] bool may_begin(char32_t c) const { return first_.holds(c); }
    [[nodiscard]] bool may_begin_anywhere() const { return first_.all(); }
    // False only if the text holds no match; if `at_start`, none that begins with its first character.
    [[nodiscard]] bool may_be_in(std::u32string_view text, bool at_start) const;

private:
    // One of the alternatives of which the expression consists.
    struct Alternative {
        LooseSet first;                // what it may begin with
        std::vector<LooseSet> needed;  // a match has a character of each
    };

    LooseSet first_;
    std::vector<Alternative> alternatives_;
};

}  // namespace broadsheet
