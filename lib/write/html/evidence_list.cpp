// Notes as lists: the decision, then each piece of its evidence with its weight.
#include <algorithm>
#include <optional>

#include "write/html/views.hpp"

namespace broadsheet::write_detail::report {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The weight that the text ends with, " +1.5": where it begins.
std::optional<std::size_t> weight_at_end(std::string_view text) {
    auto i = text.size();
    while (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.')) --i;
    if (i == text.size() || i < 2 || (text[i - 1] != '+' && text[i - 1] != '-') || text[i - 2] != ' ')
        return std::nullopt;
    return i - 1;
}

// "a decision: one feature +1.5, another, with a comma -0.5 = +1.0", and what stands behind that.
class Message {
public:
    Message(Markup& html, std::string_view text) : html_(html), rest_(text) {}

    void write() {
        const auto colon = rest_.rfind(": ", first_weight());
        if (colon == std::string_view::npos) return html_.text(rest_);
        html_.text(rest_.substr(0, colon + 2));
        rest_.remove_prefix(colon + 2);
        std::size_t from = 0;
        for (std::size_t i = 0; i <= rest_.size(); ++i) {
            if (i < rest_.size() && rest_[i] != ',' && rest_[i] != ';') continue;
            const auto item = rest_.substr(from, i - from);
            const auto weight = weight_at_end(item);
            if (!weight && i < rest_.size()) continue;  // a comma inside a name
            if (weight)
                feature(item, *weight);
            else
                html_.text(item);
            if (i < rest_.size()) html_.text(rest_.substr(i, 1));
            from = i + 1;
        }
    }

private:
    [[nodiscard]] std::size_t first_weight() const {
        for (std::size_t i = 0; i <= rest_.size(); ++i)
            if ((i == rest_.size() || rest_[i] == ',' || rest_[i] == ';') && weight_at_end(rest_.substr(0, i)))
                return i;
        return 0;
    }

    // The last one has the sum behind it: "a feature -4.0 = -7.5".
    void feature(std::string_view item, std::size_t weight) {
        constexpr std::string_view equals = " = ";
        if (item.substr(0, weight).ends_with(equals)) {
            const auto last = item.substr(0, weight - equals.size());
            if (const auto inner = weight_at_end(last))
                feature(last, *inner);
            else
                html_.text(last);
            html_.text(equals);
            return html_.leaf("b", "total", item.substr(weight));
        }
        const auto start = std::min(item.find_first_not_of(' '), weight);
        html_.text(item.substr(0, start));
        html_.open("span", item[weight] == '+' ? "ev for" : "ev against");
        html_.text(item.substr(start, weight - start));
        html_.leaf("b", item.substr(weight));
        html_.close();
    }

    Markup& html_;
    std::string_view rest_;
};

}  // namespace

void notes(Markup& html, const Facts& facts, const std::vector<std::uint32_t>& list) {
    html.open("ul", "notes");
    for (const auto index : list) {
        const Note& note = facts.d.notes[index];
        html.open("li", note.severity == Severity::warning ? "warning" : "info");
        if (note.page != 0 && facts.d.pages.size() > 1)
            html.leaf("span", "of-page", "page " + std::to_string(note.page));
        row_link(html, facts, note.page, note.line);
        html.leaf("span", "stage", note.stage);
        html.open("span", "message");
        if (note.severity == Severity::warning) html.leaf("strong", "Warning: ");
        Message(html, note.message).write();
        html.close();
        html.close();
        html.line_break();
    }
    html.close();
}

void other_notes(Markup& html, const Facts& facts) {
    const auto& list = facts.notes_of.back();
    if (list.empty()) return html.leaf("p", "empty", "Nothing to say of the page as a whole.");
    notes(html, facts, list);
}

}  // namespace broadsheet::write_detail::report
