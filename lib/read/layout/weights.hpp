// All weights of the readers of layout files. Changed here and nowhere else.
#pragma once

// --- strokes: a rule of the page, read as a letter. Against a letter, a figure or a mark of the text.
namespace broadsheet::reading::weight::stroke {
inline constexpr float mate = 0.25F;      // another one at the same place across
inline constexpr float tall = 0.8F;       // far higher than the words of the page, and those beside it
inline constexpr float apart = 0.25F;     // no word close beside it
inline constexpr float figure = -0.5F;    // 1 stands in columns of figures
inline constexpr float crossed = -0.45F;  // a word that stands where the rule would be
inline constexpr float least = 1.1F;
}  // namespace broadsheet::reading::weight::stroke
