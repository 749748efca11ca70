// The marks inside the text of a paragraph of Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/lines.hpp"

namespace broadsheet::reading {

// One row of a paragraph, without the marks of its block.
struct Content {
    Run run;
    // Of the block; parse() puts in what the text before the first cut is, where a tag in a row above says so.
    Mark mark = Mark::plain;
    std::uint8_t level = 0;
};

class InlineParser {
public:
    explicit InlineParser(const std::u32string& chars) : chars_(chars) {}

    // Finds the marks of a paragraph. HTML's tables go on from one call to the next.
    void parse(std::vector<Content>& rows);

    // In rising order.
    [[nodiscard]] const std::vector<Cut>& cuts() const { return cuts_; }
    // A comment in the last paragraph says that a new page follows.
    [[nodiscard]] bool breaks_page() const { return breaks_page_; }

private:
    // A run of *, _ or ~ that may open an emphasis.
    struct Opener {
        std::uint32_t begin;
        std::uint8_t kind;
        Mark mark;
        std::uint8_t level;
    };
    struct Style {
        Mark mark = Mark::plain;
        std::uint8_t level = 0;
    };

    void parse_row(Run run);
    std::uint32_t escape(std::uint32_t i, std::uint32_t end);
    std::uint32_t code(std::uint32_t i, std::uint32_t end);
    std::uint32_t emphasis(std::uint32_t i, Run row);
    std::uint32_t image(std::uint32_t i, std::uint32_t end);
    std::uint32_t link(std::uint32_t i, std::uint32_t end);
    std::uint32_t angle(std::uint32_t i, std::uint32_t end);
    void tag(Run run, std::string_view name, bool closes);

    // The place of the ] that closes the [ at i, if a target follows it; `close` is behind the target.
    std::uint32_t find_target(std::uint32_t i, std::uint32_t end, std::uint32_t& close) const;
    [[nodiscard]] bool is_address(std::u32string_view target) const;

    void cut(Run run, Cut::Then then = Cut::Then::goes_on);
    [[nodiscard]] std::u32string_view view(Run run) const {
        return std::u32string_view(chars_).substr(run.begin, run.end - run.begin);
    }

    static constexpr std::size_t kinds = 8;
    static constexpr std::size_t longest_ticks = 4;

    const std::u32string& chars_;
    std::vector<Cut> cuts_;
    std::vector<Opener> openers_;
    std::uint32_t open_of_kind_[kinds] = {};
    std::vector<Run> targets_;                               // ](...) of links whose text is being read
    std::uint32_t no_ticks_before_[longest_ticks + 1] = {};  // no closing run of ticks up to here
    std::uint32_t angle_end_ = 0;                            // the next > that is known
    std::uint32_t comment_end_ = 0;
    Style block_, style_;
    bool in_table_ = false;
    bool sorted_ = true;
    bool breaks_page_ = false;
};

}  // namespace broadsheet::reading
