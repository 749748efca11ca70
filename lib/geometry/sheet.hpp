// A page as boxes: lines of text in stacks, stacks in modules. Pure arithmetic; it knows no text but its size.
//
// Upright pages (lines from top to bottom, the first at the right) are turned before anything else is done, so that
// lines run from left to right and follow each other downward on every page; columns of a turned page are its tiers.
#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"
#include "core/boxes.hpp"

namespace broadsheet::geometry {

// A line of text.
struct Row {
    Box box;
    float ems = 0;       // what its text takes at its own size; 0: not known
    bool mixed = false;  // holds letters or digits among ideographs: set upright, they may stand or lie
    std::uint32_t region = none;
    std::uint32_t order = none;  // place of its region in the order that the source gives
    bool upright = false;  // set across the lines of the sheet: from top to bottom where they run from left to right
    bool down = false;     // set from top to bottom on paper
    float size = 1;        // type size, 1 being that of the page's running text
    float by_height = 1, by_width = 1;  // the same by one measure alone; each errs: letters without strokes up or down,
                                        // spaced letters
};

// Rows one below the other, of one size and one left edge: a part of a column, or a headline.
struct Stack {
    std::vector<std::uint32_t> rows;  // from top to bottom
    Box box;
    Box over;                   // of a headline: with all columns whose middle it marks
    float left = 0, right = 0;  // where most of its rows begin, and where the full ones end
    float size = 1;
    bool heading = false;  // in larger type
    bool beside = false;   // a headline set upright beside its text
    bool caption = false;  // stands alone below a picture
    std::uint32_t module = 0;
};

struct Sheet {
    std::vector<Row> rows;
    float height = 0;  // of a row of running text
    float pitch = 0;   // from one row of running text to the next one
    float em = 0;      // type size of running text
    bool turned = false;
    std::vector<Box> rules;  // lines that part what stands above from what stands below
    std::vector<Stack> stacks;
};

// Turns the rows where the page is set upright; true if so. Rows across such a page stay what they are: short.
enum class Course : std::uint8_t { seen, across, down };  // as the page shows; as somebody said
bool turn_upright(Sheet& sheet, Course lines = Course::seen);

// Sizes of all rows, and of the running text.
void find_sizes(Sheet& sheet);
// ... of lines of running text whose boxes are too high; find_sizes() calls it.
void even_out(Sheet& sheet);

// For each row the one at its right that goes on in the same line, torn off by an engine; none if there is none.
[[nodiscard]] std::vector<std::uint32_t> find_torn(const Sheet& sheet);

// Fills Sheet::stacks.
void find_stacks(Sheet& sheet);

// Pages that no modules make up: the source itself names the order, or the text runs down long columns over all
// headings and on at the top of the next one, or it is a print whose lines take the height of the page. Fills
// Sheet::stacks with the rows in reading order; false, and nothing done, on any other page.
bool find_flow(Sheet& sheet);

// Does the text run down long columns over all headings, and on at the top of the next one?
[[nodiscard]] bool flows(const Sheet& sheet);
// Is it a print whose lines take a good part of the page?
[[nodiscard]] bool is_book(const Sheet& sheet);

// Are two rows set in one type? Both measures of its size err; where one of them agrees, the other may differ a good
// deal.
[[nodiscard]] bool one_type(const Row& a, const Row& b);

inline constexpr float far_below = 1.75F;  // pitches: a row farther down begins a stack of its own

// All of a stack that follows from its rows.
void describe(const Sheet& sheet, Stack& stack);

// What each headline stands over: Stack::over.
void find_spans(Sheet& sheet);

// Does a printed rule part the two?
[[nodiscard]] bool is_parted(const Sheet& sheet, const Box& above, const Box& below);

// The text below the headline that text without one begins beside; none if there is no such.
[[nodiscard]] std::uint32_t beside_headline(const Sheet& sheet, std::uint32_t stack);

// For each stack the upright headline beside which it stands; `up`: what stands right above each.
[[nodiscard]] std::vector<std::uint32_t> heads_beside(const Sheet& sheet, const std::vector<std::uint32_t>& up);

// Sorts modules, each with its box, as they are read.
void sort_from_top(const std::vector<Box>& boxes, std::vector<std::uint32_t>& modules);

// Numbers the modules: the headline and all columns of one article are one; and puts the stacks in reading order.
void find_modules(Sheet& sheet);

}  // namespace broadsheet::geometry
