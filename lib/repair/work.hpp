// What the passes of this stage share while they work on one document.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/repair.hpp"
#include "core/evidence.hpp"
#include "repair/facts.hpp"

namespace broadsheet::repair_stage {

enum class Shape : std::uint8_t {
    text,      // running text
    row,       // may be a row of a headline, or any other short line of its own
    vertical,  // a column of a vertical headline
    marked,    // what the source itself says is a heading, a list item, a row of a table...
};

// A block in the making: pieces [first, last) of Work::pieces.
struct Draft {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t next = none;  // the draft whose pieces follow: a thread
    std::uint32_t previous = none;
    bool leads = false;  // what stands below it in its column follows it as a thread
    Shape shape = Shape::text;
    bool dropped = false;
    Reason reason = Reason::noise;
    std::uint32_t kept = none;  // dropped as duplicate: the draft that stays
    std::uint32_t size = 0;     // characters
    bool shows_indent = false;  // the source has white space before its first line
    float indent = 0;           // log-odds that its first line is indented, by its width
    std::int16_t tail = 0;      // 1: its last line is full; -1: it is short; 0: cannot be told
    bool ends_open = false;
    bool starts_open = false;
};

// A part of a line that goes to `dropped` while the rest of its line stays.
struct CutOut {
    Run text;
    std::uint32_t line = 0;
    Reason reason = Reason::duplicate;
    std::uint32_t kept = none;  // draft
};

// By how much first lines of paragraphs and lines inside them are shorter than their column: thousandths of an em.
struct Indents {
    double start = 0;
    double inner = 0;
    double variance = 1;
};

// How a line is set, where its place on the page is known.
struct Set {
    std::uint32_t heading = 0;  // rows of one headline, in larger type, share a number; 0: not in larger type
    std::uint32_t measure = 0;  // thousandths of an em of its column; 0: not known
    std::uint32_t width = 0;    // thousandths of an em that it takes
    bool indented = false;      // begins to the right of its column
    bool indents = false;       // so do paragraphs on this page
    bool in_order = false;      // the order of its page is that of its text: nothing goes on elsewhere
};

struct Work {
    Work(Document& document, const RepairOptions& with) : d(document), options(with) {}

    Document& d;
    const RepairOptions& options;
    std::vector<Facts> facts;             // of each line
    std::vector<std::uint32_t> vertical;  // of each line: number of its vertical column, from 1; 0: none
    std::vector<std::uint32_t> measure;   // of each line: thousandths of an em of its column; 0: not known
    std::vector<Set> set;                 // of each line; empty where no page has places
    bool unhyphenated = false;            // Western lines of text end in no hyphens
    bool run_together = false;            // ... for lines that one parted stand as one (measure.hpp)
    std::vector<bool> heading;            // of each line: it stands over the text of a kept layout
    std::vector<std::uint32_t> alone;     // characters at which lines begin that stand apart from columns of text
    std::vector<bool> display;        // of each line: a row of a headline (display.cpp), or set apart by the columns
    std::vector<std::uint8_t> taken;  // of each line: it is in `dropped` already
    std::vector<Piece> pieces;        // `after` is space where one must stand; all else is decided in assemble()
    std::vector<Draft> drafts;
    std::vector<CutOut> cuts;
    std::vector<std::uint32_t> spaced;    // characters that stand behind something dropped and white space
    std::vector<std::uint32_t> cue_bits;  // of each line, once asked for
    std::vector<bool> cue_known;
    std::array<Indents, 2> indents;  // of Western text, of Chinese and Japanese

    [[nodiscard]] std::u32string_view view(std::uint32_t line) const { return d.text.view(d.lines[line].text); }
    [[nodiscard]] const Piece& head(const Draft& draft) const { return pieces[draft.first]; }
    [[nodiscard]] const Piece& tail(const Draft& draft) const { return pieces[draft.last - 1]; }
    [[nodiscard]] const Facts& head_facts(const Draft& draft) const { return facts[head(draft).line]; }
    [[nodiscard]] const Facts& tail_facts(const Draft& draft) const { return facts[tail(draft).line]; }

    // Rows of one headline, by their type.
    [[nodiscard]] bool one_heading(std::uint32_t a, std::uint32_t b) const {
        return !set.empty() && set[a].heading && set[a].heading == set[b].heading;
    }

    // Facts of all lines; the lines keep their places from here on.
    void look_at_lines();
    // Throws Stopped where that was requested.
    void may_go_on() const;
    // What the words of a line say, or the line above it; asked for late, since it costs more than all else.
    std::uint32_t cues(std::uint32_t line);
    void explain(std::uint32_t line, std::string message);

private:
    std::uint32_t own_cues(std::uint32_t line);
};

// What has been dropped, in the order of the file.
[[nodiscard]] std::vector<Run> dropped_runs(const Document& document);

// Makes one line of the parts of a line that was cut by the reader; before any pass but `columns`.
void fuse_lines(Work& work);

// The passes, each in a file of its own.
void vertical(Work& work);
void furniture(Work& work);
void tables(Work& work);
void join(Work& work);
void labels(Work& work);
void headlines(Work& work);
void duplicates(Work& work);
void threads(Work& work);
void headlines_abreast(Work& work);

// Fills Work::display; asks the measures.
void find_display(Work& work);

// The same for Chinese headlines that stand right on a column of text.
void find_rows_above(Work& work);

// Puts the drafts in reading order: what stands below the second half of a paragraph follows it.
void follow_threads(Work& work);

// The drafts in another order: `order` names each once, but for those that are gone, each with the one that has its
// text.
void reorder(Work& work, const std::vector<std::uint32_t>& order,
             const std::vector<std::pair<std::uint32_t, std::uint32_t>>& gone = {});

// Parts headlines whose rows stand in the same lines.
void part_interleaved(Work& work);

// Without the pass that joins: each line a draft.
void one_draft_a_line(Work& work);

// Size, shape and state of the ends of each draft.
void describe(Work& work, Draft& draft);

// Writes the drafts into the document as blocks, pieces and dropped.
void assemble(Work& work);

}  // namespace broadsheet::repair_stage
