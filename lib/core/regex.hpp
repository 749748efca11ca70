// Regular expressions over code points: Boost.Regex with ICU's character classes, behind one door.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "broadsheet/document.hpp"

namespace broadsheet {

class Pattern {
public:
    // Perl syntax in UTF-8. White space and comments are not skipped; case counts. Compiled when it is first needed.
    explicit Pattern(std::string_view expression);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    // Compiles an expression and throws std::runtime_error if it is faulty: search() would, but only once a text comes
    // near to it.
    static void check(std::string_view expression);

    // True if the expression is found in the text; `where` then holds the place of group `group` (empty if the
    // group took no part). An expression that runs away on a text counts as not found, and is counted.
    [[nodiscard]] bool search(std::u32string_view text, Run* where = nullptr, int group = 0) const;

    // How many searches of this thread ran away so far: GivenUp (core/given_up.hpp) tells of them.
    [[nodiscard]] static std::uint64_t given_up();

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace broadsheet
