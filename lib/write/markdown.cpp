// For people and for static sites: front matter, then the article in CommonMark.
#include <algorithm>
#include <cctype>

#include "write/json_emitter.hpp"
#include "write/markdown_escape.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

// "12-40, 44": neighbouring numbers as ranges.
std::string ranges(const std::vector<std::uint32_t>& numbers) {
    std::string out;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!out.empty()) out += ", ";
        append_integer(out, numbers[i]);
        if (last != i) {
            out += '-';
            append_integer(out, numbers[last]);
        }
        i = last + 1;
    }
    return out;
}

// JSON strings are YAML strings, and safe whatever they hold.
void add_field(std::string& out, std::string_view key, std::string_view value) {
    out += key;
    out += ": ";
    append_json_string(out, value);
    out += '\n';
}

void add_list(std::string& out, std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    out += key;
    out += ": [";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i != 0) out += ", ";
        append_json_string(out, values[i]);
    }
    out += "]\n";
}

void add_front_matter(std::string& out, const Document& document, const Article& article,
                      const std::vector<std::string>& rendered) {
    const auto field = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) add_field(out, key, value);
    };
    const auto of_role = [&](Role role) { return in_one_line(document, article, role, rendered); };
    const Places where = places(document, article);
    out += "---\n";
    add_field(out, "headline", of_role(Role::headline));
    field("section", of_role(Role::section));
    field("kicker", of_role(Role::kicker));
    field("deck", of_role(Role::deck));
    add_field(out, "byline", of_role(Role::byline));
    add_list(out, "authors", article.authors);
    field("type", name(article.type));
    field("lang", article.lang);
    const auto names = flags(article);
    add_list(out, "flags", {names.begin(), names.end()});
    add_field(out, "source", document.source.name);
    field("pages", ranges(where.pages));
    field("lines", ranges(where.lines));
    field("id", article.id);
    out += "---\n";
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        const auto end = text.find('\n');
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

// Several lines as one paragraph with hard breaks.
void add_lines(std::string& out, std::string_view text, std::string_view mark = {}) {
    out += mark;
    bool first = true;
    for (const auto line : lines_of(text)) {
        if (!first) out += "\\\n";
        // Behind * or ** nothing stands at the beginning of a line.
        append_markdown(out, line, first && !mark.empty() ? Position::inside : Position::line_start);
        first = false;
    }
    out += mark;
    out += '\n';
}

void add_each_line(std::string& out, std::string_view text, std::string_view mark) {
    for (const auto line : lines_of(text)) {
        out += mark;
        append_markdown(out, line, Position::line_start);
        out += '\n';
    }
}

// A quotation whose lines stay lines.
void add_quotation(std::string& out, std::string_view text) {
    const auto lines = lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += "> ";
        append_markdown(out, lines[i], Position::line_start);
        out += i + 1 < lines.size() ? "\\\n" : "\n";
    }
}

void add_heading(std::string& out, std::string_view mark, std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    out += mark;
    append_markdown(out, text, Position::heading);
    out += '\n';
}

// Rows of Markdown's own kind: "| a | b |".
bool has_pipes(const std::vector<std::string_view>& rows) {
    return rows.size() > 1 && std::all_of(rows.begin(), rows.end(), [](std::string_view row) {
               return row.size() > 2 && row.front() == '|' && row.back() == '|';
           });
}

void add_pipe_table(std::string& out, const std::vector<std::string_view>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        append_markdown(out, rows[i], Position::inside);
        out += '\n';
        if (i != 0) continue;
        for (auto cells = std::count(rows[0].begin(), rows[0].end(), '|'); cells > 1; --cells) out += "|---";
        out += "|\n";
    }
}

// Others as they stand, in a fence that is longer than any in them.
void add_table(std::string& out, std::string_view text) {
    const auto rows = lines_of(text);
    if (has_pipes(rows)) return add_pipe_table(out, rows);
    std::size_t longest = 2;
    for (std::size_t i = 0, run = 0; i < text.size(); ++i) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    out.append(fence).append("\n").append(text).append("\n").append(fence).append("\n");
}

void add_block(std::string& out, Role role, const std::string& text) {
    switch (role) {
        case Role::headline:
            return add_heading(out, "# ", text);
        case Role::subhead:
            return add_heading(out, "## ", text);
        case Role::section:
        case Role::kicker:
        case Role::deck:
            return add_lines(out, text, "**");
        case Role::caption:
        case Role::credit:
            return add_lines(out, text, "*");
        case Role::list:
            return add_each_line(out, text, "- ");
        case Role::note:
            return add_quotation(out, text);
        case Role::table:
            return add_table(out, text);
        case Role::unknown:
        case Role::byline:
        case Role::dateline:
        case Role::paragraph:
            return add_lines(out, text);
    }
}

}  // namespace

std::string markdown(const Document& document, const Article& article, const WriteOptions& options) {
    const std::vector<std::string> rendered = render_blocks(document, article, options.render);
    std::string out;
    add_front_matter(out, document, article, rendered);
    const auto role_of = [&](std::size_t i) { return document.blocks[article.blocks[i]].role; };
    for (std::size_t i = 0; i < rendered.size(); ++i) {
        if (rendered[i].empty()) continue;
        const Role role = role_of(i);
        std::string block = rendered[i];
        // Rows that are blocks of their own are one table.
        while (role == Role::table && i + 1 < rendered.size() && role_of(i + 1) == role)
            block.append("\n").append(rendered[++i]);
        out += '\n';
        add_block(out, role, block);
    }
    return out;
}

}  // namespace broadsheet::write_detail
