// All weights of this stage, in named sums. Changed here and nowhere else.
#pragma once

namespace broadsheet::geometry::weight {

// --- flow: text runs down the columns and on at the top of the next one. Each is a share, or a number for each column.
namespace flow {
inline constexpr float tall = 1.0F;        // columns run down the page and nothing wide stands across them
inline constexpr float wide = -0.5F;       // headings over more than one column, below text
inline constexpr float upright = -1.5F;    // headings set upright beside their columns
inline constexpr float together = -0.75F;  // columns begin at one height, below other text: those of one article
inline constexpr float least = 0.38F;
}  // namespace flow

// --- beside: a new article begins in the second of two columns, in a row with an upright headline.
namespace beside {
inline constexpr float prior = -0.8F;   // most neighbours are columns of one article
inline constexpr float deeper = 1.0F;   // it goes farther down: the last column of an article is the shortest
inline constexpr float shorter = 0.5F;  // it ends higher, and is not the last one
inline constexpr float measure = 1.0F;  // it is wider or narrower
inline constexpr float ended = 0.7F;    // the last line of the first one is short
// Of a headline.
inline constexpr float without_text = -3.0F;
inline constexpr float amid = -1.0F;  // text at both sides
// Kicker, headline and deck stand side by side, each in a type of its own; farther apart than their columns are:
inline constexpr float joined_far = -1.5F;
}  // namespace beside

// --- tall: a line in a high box is running text. Of the line above and of the one below.
namespace tall {
inline constexpr float letters = 0.4F;  // as many as there, for its width
inline constexpr float plain = 0.1F;    // that one is in the size of running text itself
inline constexpr float begins = 0.15F;  // at the same edge
inline constexpr float ends = 0.15F;    // at the same edge
inline constexpr float least = 1.2F;
}  // namespace tall

}  // namespace broadsheet::geometry::weight
