// The numbers by which columns are found, each with a name. Widths are in ems (one em is one wide character).
#pragma once

namespace broadsheet::repair_stage::weight {

// Width of a character that is not wide, in ems, in the fonts of newspapers.
inline constexpr float digit_width = 0.55F;
inline constexpr float upper_width = 0.68F;
inline constexpr float lower_width = 0.50F;
inline constexpr float mark_width = 0.35F;
inline constexpr float space_width = 0.25F;

// Is a run of lines worth the search? (columns that an extractor set side by side with one space between them)
inline constexpr int min_split_rows = 3;          // rows that split at a common measure
inline constexpr float min_split_share = 0.15F;   // ... as a share of all rows
inline constexpr float min_measure = 6;           // a narrower column is a table's or a list's
inline constexpr float max_measure = 60;
inline constexpr float mode_window = 0.75F;       // first cells this near to one width have it in common
inline constexpr float min_mode_share = 0.6F;     // share of the rows with a space that split at the measure
inline constexpr float min_full_tails = 0.4F;     // share of last cells that are nearly full: a table's are not
inline constexpr float nearly_full = 3;           // "nearly full": lacks less than this
inline constexpr int max_columns = 7;
inline constexpr float min_full_lines = 0.3F;  // share of lines as wide as the column, where no space shows rows
inline constexpr int min_odd_joints = 3;       // lines that cannot go on in the next one
inline constexpr float min_odd_share = 0.06F;  // ... as a share
inline constexpr int interleaved_columns = 4;  // how many columns are looked for there

// A row is cut where its left part is as wide as the column.
inline constexpr float cut_under = 1.3F;  // the left part may lack this much
inline constexpr float cut_over = 1.2F;   // ... or hang over this much
inline constexpr float cut_loose_space = 0.6F;   // cost of a cut beside a letter or a digit
inline constexpr float cut_latin_space = 1.2F;   // cost of a cut between two of them
inline constexpr float cut_no_space = 1.0F;      // cost of a cut where no space is left (hanging punctuation)

// Which cell follows which in a column: costs, less is better.
inline constexpr float indent = 2;            // ems of a paragraph's first line
inline constexpr float fit_slack = 0.45F;     // error of the estimated widths
inline constexpr float unfull = 2.2F;         // the next word had fitted on this line
inline constexpr float unfull_by_em = 0.35F;  // ... and for each em of room
inline constexpr float bad_start = 5;         // a line begins with a mark that must not begin one
inline constexpr float bad_end = 4;           // a line ends with an opening bracket
inline constexpr float goes_on_after_stop = 0.6F;  // a sentence ended with the line and the paragraph goes on
inline constexpr float breaks_after_nothing = 4;   // a paragraph ends without any mark
inline constexpr float breaks_after_weak = 1.2F;   // ... with a colon, a semicolon
inline constexpr float breaks = 0.5F;              // a paragraph ends
inline constexpr float not_indented = 4;           // a paragraph's first line is too long for its indent
inline constexpr float known_pair = 0.5F;          // the two characters at the joint stand together elsewhere
inline constexpr float unknown_pair = 0.3F;        // ... nowhere
inline constexpr float digits_torn = 3;            // a number is torn
inline constexpr float quotes_closed = 0.8F;       // a quotation or bracket left open is closed by the next cell
inline constexpr float quotes_odd = 1.5F;          // ... a closing one without an opening one
inline constexpr float over_measure = 1.5F;        // for each em that a cell is too wide

// Which cells share a row of the page.
inline constexpr float joined_short = 1.5F;    // for each em that the left one of two joined cells lacks
inline constexpr float joined_indented = 4;    // the right one of two joined cells is indented: the space were wider
inline constexpr float parted_full = 1.5F;     // two neighbours stand in separate rows, and nothing parts them
inline constexpr float parted_from = 0.25F;    // what parts them: the left one lacks this, or the right is indented
inline constexpr float column_ends = 1.0F;     // a column ends before the others
inline constexpr float column_late = 1.0F;     // a column begins after the others
inline constexpr float column_again = 3.0F;    // a column goes on after a row without it
inline constexpr float order_turned = 1.0F;    // left before right in one row, right before left in another
inline constexpr float new_column = 1.5F;      // there is one column more
inline constexpr float head_line = 0.8F;       // a line over all columns
inline constexpr float head_below = 3.0F;      // ... that stands below some of them, or could be cut
inline constexpr float column_to_column = 0.5F;  // how much the joint from one column's foot to the next head counts

inline constexpr int beam = 40;  // guesses kept from row to row

}  // namespace broadsheet::repair_stage::weight
