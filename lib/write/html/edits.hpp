// What became of the characters of a block on their way from the source to clean text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::write_detail::report {

struct Edit {
    enum class Kind : std::uint8_t {
        same,       // stands in both
        taken,      // in the source only: `before`
        put,        // in the clean text only: `after`
        changed,    // `before` became `after`
        joined,     // two pieces meet here; `after` is the white space between them
        unhyphened  // two pieces meet here, and the hyphen `before` was taken out
    };
    Kind kind = Kind::same;
    std::uint32_t piece = 0;  // index into Document::pieces: where `before` stands; of a joint, the one behind it
    Joint joint = Joint::glue;
    std::u32string before, after;
};

// In order. Each character of the block's pieces that is not white space is in the `before` of one edit; all `after`,
// one behind the other, are the rendered text.
[[nodiscard]] std::vector<Edit> edits_of(const Document& document, const Block& block, std::string_view rendered);

}  // namespace broadsheet::write_detail::report
