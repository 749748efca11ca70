// What the characters and words at the edge of a text say: does it stop, or start, in mid-sentence?
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::repair_stage {

// Ends with a word after which more must come: 在, 的, "the", "und".
[[nodiscard]] bool ends_wanting(std::u32string_view text);

// The same of Western words only, and only of those that never end a headline: "the", not "an".
[[nodiscard]] bool ends_bound(std::u32string_view text);

// Begins with a word before which something must stand: 的, 们, 吗.
[[nodiscard]] bool starts_wanting(std::u32string_view text);

// “没有人陪，也很温馨”: set in quotation marks as a whole, and no single word.
[[nodiscard]] bool is_quotation(std::u32string_view text);

enum class Pause : std::uint8_t { none, early, middle };

// Where the first comma of a short line stands. Early in it: a sentence ("He said, the..." "今年初，本市..."). Between
// two halves of one length: a headline.
[[nodiscard]] Pause first_pause(std::u32string_view text);

// Characters before the first comma or full stop; 99 if there is none near.
[[nodiscard]] unsigned first_clause(std::u32string_view text);

// Where the text behind the last full stop begins: it is what a heading that an extractor glued to its end would be.
[[nodiscard]] std::u32string_view last_sentence(std::u32string_view text);

}  // namespace broadsheet::repair_stage
