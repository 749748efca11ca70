// The numbers by which columns are found, each with a name. Widths are in ems (one em is one wide character); costs are
// about natural logarithms of odds, less is better.
#pragma once

#include <cstddef>
#include <cstdint>

namespace broadsheet::repair_stage::weight {

// Width of a character that is not wide, in ems, in the fonts of newspapers.
// No page of a newspaper has more lines: longer texts are looked at in parts, so that cost stays linear.
inline constexpr std::uint32_t long_page = 1000, longest_page = 1400;
// Lines with an indent of their own that show that a text stands as it was set.
inline constexpr long shown_indents = 2;
inline constexpr float shown_indent_share = 0.04F;
// More places to cut than this in a row, on the mean: single characters, not cells of columns.
inline constexpr std::size_t most_cuts = 7;

inline constexpr float digit_width = 0.55F;
inline constexpr float upper_width = 0.68F;
inline constexpr float lower_width = 0.5F;
inline constexpr float mark_width = 0.35F;
inline constexpr float space_width = 0.25F;

// Is a run of lines worth the search? First sign: rows that split at a common measure.
inline constexpr int min_split_rows = 2;         // that many
inline constexpr float min_split_share = 0.15F;  // ... as a share of all rows
inline constexpr float min_measure = 6;          // a narrower column is a table's or a list's
inline constexpr float max_measure = 60;
inline constexpr float mode_window = 0.75F;    // widths this near to each other are the same
inline constexpr float min_mode_share = 0.6F;  // share of the rows with a space that split at the measure
inline constexpr float min_full_tails = 0.4F;  // share of last cells that are nearly full: a table's are not
inline constexpr float nearly_full = 3;        // "nearly full": lacks less than this
inline constexpr std::size_t most_measures = 3;
inline constexpr float second_measure = 0.15F;  // share of widths that makes a second measure
// Second sign: lines that do not go on in the next one.
inline constexpr float min_full_lines = 0.2F;       // share of lines as wide as the column
inline constexpr std::size_t least_full_lines = 3;  // ... that many
inline constexpr int min_odd_joints = 1;            // lines that cannot go on in the next one

// A search is believed where its rows are so much cheaper than the lines one below the other.
inline constexpr float min_gain = 4;

// A line is cut where its left part is as wide as the column.
inline constexpr float cut_under = 1.3F;        // the left part may lack this much
inline constexpr float cut_over = 1.2F;         // ... or hang over this much
inline constexpr float cut_loose_space = 0.6F;  // cost of a cut beside a letter or a digit
inline constexpr float cut_latin_space = 1.2F;  // cost of a cut between two of them
inline constexpr float cut_no_space = 1;        // cost of a cut where no space is left (hanging punctuation)
inline constexpr float not_cut = 2.5F;          // cost of leaving a line whole that could be cut between wide ones

// Which cell follows which in a column.
inline constexpr float indent = 2;                 // ems of a paragraph's first line
inline constexpr float indent_under = 0.6F;        // ... which is as wide as the measure less that: lacks so much less
inline constexpr float indent_over = 1;            // ... or more (the next character did not fit)
inline constexpr float fit_slack = 0.45F;          // error of the estimated widths
inline constexpr float unfull = 2;                 // the next word had fitted on this line
inline constexpr float unfull_by_em = 0.35F;       // ... and for each em of room
inline constexpr float unfull_most = 8;            // ... up to this many
inline constexpr float bad_start = 5;              // a line begins with a mark that must not begin one
inline constexpr float bad_start_of_two = 1;       // ... the second one of two marks
inline constexpr float bad_end = 4;                // a line ends with an opening bracket
inline constexpr float goes_on_after_stop = 0.6F;  // a sentence ended with the line and the paragraph goes on
inline constexpr float breaks = 0.9F;              // a paragraph ends
inline constexpr float breaks_after_weak = 1.2F;   // ... with a colon, a semicolon, or a headline does
inline constexpr float breaks_after_nothing = 4;   // ... without any mark
inline constexpr float headline_room = 3;          // a line that lacks this much may be a headline or a byline
inline constexpr float not_indented = 6.2F;        // a paragraph's first line is too long for its indent
inline constexpr float joined_indent = 4;          // a paragraph's first line joined to the column left of it
// Log-odds, counted: a word of the dictionary lies across the joint, and the two characters at it stand side by side
// elsewhere on the page (never, once, twice, more often); no word does.
inline constexpr float word_across[] = {-2.2F, -4.0F, -4.4F, -5.0F};
inline constexpr float no_word[] = {0.7F, -1.6F, -2.0F, -3.7F};
inline constexpr float phrase_opens = 1;        // a quotation or bracket begins with the line, in mid sentence
inline constexpr float scripts_differ = 0.6F;   // a word and a number, or a name in letters
inline constexpr float number_unit = 2.5F;      // a number and its unit
inline constexpr float starts_wanting = 3;      // a paragraph begins with a word before which something must stand
inline constexpr float digits_torn = 3;         // a number is torn
inline constexpr float quotes_closed = 0.8F;    // a quotation or bracket left open is closed by the next cell
inline constexpr float measure_changes = 2.5F;  // a full line below one of another measure

// The search for columns in lines that stand in turn.
inline constexpr int max_columns = 6;          // in one line
inline constexpr std::uint8_t max_open = 10;   // that may go on
inline constexpr std::size_t beam = 64;        // ways kept
inline constexpr float beam_width = 20;        // ... that are so much dearer than the best one at most
inline constexpr float over_measure = 2.25F;   // for each em that a cell is too wide
inline constexpr float over_most = 6;          // ... at most
inline constexpr float joined_short = 1.5F;    // for each em that the left one of two joined cells lacks
inline constexpr float joined_end = 2;         // ... at most, if it ends a paragraph
inline constexpr float narrow_gutter = 0.25F;  // where this share of the lines is joined
inline constexpr float parted_full = 0.4F;     // ... two neighbours stand in separate lines, and nothing parts them
inline constexpr float parted_from = 0.25F;    // what parts them: the left one lacks this, or the right is indented
inline constexpr float head_over = 1.2F;       // a line that is wider by this runs over the columns
inline constexpr std::size_t most_heads = 6;   // rows of a headline, a byline, and the column below them
inline constexpr float head_line = 2;          // there is such a line
inline constexpr float head_short = 0.6F;      // a short line before the columns: a headline's row, a byline
inline constexpr float head_byline = 0.2F;     // ... a byline
inline constexpr float head_indented = 1.6F;   // ... one that is as wide as a paragraph's first line
inline constexpr float head_full = 1;          // ... one that is as wide as a column
inline constexpr float scrap_line = 3.2F;      // a short line that ends no sentence stands by itself
inline constexpr float beside_alone = 4;       // the left one of two cells in a line stands by itself
inline constexpr float first_begins = 0.8F;    // the first column begins
inline constexpr float column_begins = 6;      // a column more
inline constexpr std::uint8_t young_rows = 2;  // ... of which all others have so many lines at most
inline constexpr float early_begin = 4;        // ... costs so much
inline constexpr float more_begin = 2.4F;      // ... and each further one that begins in the same row
inline constexpr float single_cell = 2;        // a column of one line
inline constexpr float column_ends = 0.9F;     // a column less
inline constexpr float more_end = 1;           // ... and each further one in the same round
inline constexpr float missed = 7.5F;          // a round without a column that has not ended
inline constexpr float passed = 2;             // a column has its line before one that comes first
inline constexpr float passed_again = 0.7F;    // ... once more
inline constexpr float wrong_order = 2.5F;     // the right one of two in a line comes first in the rounds
inline constexpr float wrong_side = 9;         // what stood right in a line stands left in another one
// From a column's foot to another one's head.
inline constexpr float most_link = 1;     // the cost of a joint that is believed
inline constexpr float link_far = 0.3F;   // ... and for each column that begins between them
inline constexpr float link_beside = 1;   // less if they stand beside each other in a line
inline constexpr float link_back = 1.5F;  // more if it began before
// Where no line shows which column is the left one.
inline constexpr float turned = 1;  // they stand in another order than that in which they begin

// Layout kept with spaces.
inline constexpr int wide_gap = 2;             // spaces between two cells
inline constexpr int min_gaps = 6;             // cells right of a gap on a page with columns
inline constexpr std::size_t most_cells = 12;  // more in a row, on the mean: no columns of text
inline constexpr float min_gap_share = 0.15F;  // ... as a share of its lines
inline constexpr float min_aligned = 0.5F;     // share of them that stand below each other
inline constexpr float min_cell = 5;           // ems of the middle one of them: a table's are shorter
inline constexpr int edge_rows = 40;         // rows above and below that tell where columns begin and how wide they are
inline constexpr float cut_most = 2.2F;      // the cost of a cut of a cell that runs on into the next column, at most
inline constexpr float cut_by_shift = 0.3F;  // ... for each place between it and that column, where no measure is known
inline constexpr int most_seen = 12;         // lines that tell it, the nearest ones
inline constexpr int pushed_indent = 3;      // spaces before an indented line whose left neighbour is too long
inline constexpr int rare_edge = 2;          // a place so many times rarer than the commonest one is none
inline constexpr int most_shift = 6;         // a joined column stands at most so many places left of its own
inline constexpr int most_step = 16;         // rows from one line of a column to the next
inline constexpr float least_step = 0.05F;   // from a row to the next one at least, in lines of a column
inline constexpr float blank_step = 1;       // ... and for each blank line between them
inline constexpr int most_blank_step = 5;    // ... and rows, if a blank line is among them
inline constexpr int most_blank = 1;         // blank lines between two lines of a column
inline constexpr float tier_gap = 1.2F;      // more than that between two rows of a region parts them
inline constexpr int most_indent = 5;        // places
inline constexpr std::size_t least_upright = 3;   // characters of a vertical headline
inline constexpr int next_upright = 4;            // places between two columns of one
inline constexpr float upright_away = 0.02F;      // how little a vertical headline fits a text, by places between them
inline constexpr float upright_above = 0.03F;     // ... by lines that one begins above the other
inline constexpr float upright_second = 0.5F;     // ... if the text has another headline
inline constexpr float upright_right = 0.15F;     // how well, if it stands on the right: vertical text begins there
inline constexpr int sure_upright = 5;            // ... of one that may be cut off from what stands right of it
inline constexpr int most_upright_step = 12;      // rows from one of them to the next one
inline constexpr float one_height = 0.3F;         // cells whose heights differ by no more stand side by side
inline constexpr float most_jumbled = 4;          // more than that, even where a text plainly goes on
inline constexpr std::size_t body_lines = 4;      // a text has so many lines in a column
inline constexpr std::size_t most_head_rows = 6;  // of a headline with its kicker, deck and byline
inline constexpr float short_head = 0.8F;         // a headline's last row has less than this of the text's first one
inline constexpr float head_reach = 9;            // lines from a headline to its text
inline constexpr float foot_reach = 4;            // lines from a text to its caption
inline constexpr float head_step = 3;             // rows between the rows of a headline
inline constexpr float most_off_share =
    0.2F;  // by which the cut between two headlines may differ from that of their texts
inline constexpr float measure_slack = 1.2F;   // ems by which the columns of one text may differ
inline constexpr float measure_share = 0.06F;  // ... and this share of the measure
inline constexpr int most_depth = 24;          // cuts within cuts

}  // namespace broadsheet::repair_stage::weight
