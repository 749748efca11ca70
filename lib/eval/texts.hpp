// Gold and prediction as texts with roles, ready to be compared.
#pragma once

#include <string>
#include <vector>

#include "broadsheet/eval.hpp"

namespace broadsheet::eval {

struct Labelled {
    std::string role;
    std::u32string text;  // normal()

    bool operator==(const Labelled&) const = default;
};

using Grouped = std::vector<std::vector<Labelled>>;  // by article

// @throws Error (option) where the gold has lines that are not on the page, or needs the page and there is none
[[nodiscard]] Grouped texts_of(const Gold& gold, const SourcePage* page);
// Blocks of nothing but white space are left out.
[[nodiscard]] Grouped texts_of(const Prediction& prediction);

// The text of each article as a whole.
[[nodiscard]] std::vector<std::u32string> wholes_of(const Grouped& articles);

// The parts of lines of an element, each line by itself; those with nothing in them too.
struct LinePart {
    std::uint32_t line = 0;
    std::u32string_view text;
};
[[nodiscard]] std::vector<LinePart> parts_of(const GoldElement& element, const SourcePage& page,
                                             const std::string& name);

}  // namespace broadsheet::eval
