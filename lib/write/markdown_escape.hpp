// Text made safe for CommonMark and GitHub's Markdown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::write_detail {

enum class Position : std::uint8_t {
    line_start,  // a mark of a list, a heading, a rule would count
    inside,      // behind other text of the line
    heading,     // behind "# ": a row of # at its end would count
};

// Appends one line (no line feed in it) so that it is shown as it stands and nothing in it becomes markup.
void append_markdown(std::string& out, std::string_view line, Position position);

}  // namespace broadsheet::write_detail
