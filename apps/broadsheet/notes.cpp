#include "notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <broadsheet/error.hpp>
#include <vector>

#include "progress.hpp"

namespace broadsheet::app {

namespace {

// The first characters of a text in quotation marks, in one line.
std::string quoted(std::string text) {
    constexpr std::size_t most = 40;
    std::size_t end = 0, characters = 0;
    for (; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80 && characters++ == most) break;
    const bool cut = end < text.size();
    text.resize(end);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return fmt::format("\"{}{}\"", printable(text), cut ? "…" : "");
}

// Physical lines, as the contract counts them.
std::uint32_t line_count(const Document& document) {
    std::uint32_t out = 0;
    char32_t before = U'\n';
    for (const char32_t c : document.text.chars) {
        if ((c == U'\n' && before != U'\r') || c == U'\r') ++out;
        before = c;
    }
    return out + (before == U'\n' || before == U'\r' ? 0 : 1);
}

class Explanation {
public:
    Explanation(const Document& document, std::uint32_t only_line) : d_(document), only_line_(only_line) {
        for (const Article& article : d_.articles)
            for (std::size_t i = 0; i < article.blocks.size(); ++i) {
                if (article.blocks[i] >= places_.size()) places_.resize(article.blocks[i] + std::size_t{1});
                places_[article.blocks[i]] = fmt::format("{}/{}", article.id, i);
            }
    }

    std::string operator()() {
        if (only_line_ != 0) add_places();
        for (const Dropped& item : d_.dropped) add_dropped(item);
        for (const Note& note : d_.notes) add(note);
        std::stable_sort(notes_.begin(), notes_.end(), [](const Note& a, const Note& b) { return a.line < b.line; });
        std::string out;
        for (const Note& note : notes_) out += note_line(d_.source.name, note);
        return out;
    }

private:
    void add(Note note) {
        if (only_line_ == 0 || note.line == only_line_) notes_.push_back(std::move(note));
    }

    [[nodiscard]] std::string place(std::uint32_t block) const {
        return block < places_.size() ? places_[block] : std::string();
    }

    // Where the parts of the line went that stand in articles.
    void add_places() {
        bool any = std::any_of(d_.dropped.begin(), d_.dropped.end(),
                               [&](const Dropped& item) { return place_of(item) != nullptr; });
        for (std::uint32_t b = 0; b < d_.blocks.size(); ++b)
            for (auto p = d_.blocks[b].first; p < d_.blocks[b].last; ++p) {
                if (line_of(p).number != only_line_) continue;
                any = true;
                Block part = d_.blocks[b];
                part.first = p;
                part.last = p + 1;
                add({Severity::info, "place", line_of(p).page, only_line_,
                     fmt::format("{}, {}: {}", place(b), name(part.role), quoted(render(d_, part)))});
            }
        if (any) return;
        const auto count = line_count(d_);
        if (only_line_ > count)
            throw Error(Error::Code::option, d_.source.name, fmt::format("there is no line {}", only_line_),
                        fmt::format("it has {}", count));
        add({Severity::info, "place", 0, only_line_, "a blank line"});
    }

    // The line of a dropped item that is asked for, or its first one; null if there is none.
    [[nodiscard]] const Line* place_of(const Dropped& item) const {
        for (auto p = item.first; p < item.last; ++p)
            if (only_line_ == 0 || line_of(p).number == only_line_) return &line_of(p);
        return nullptr;
    }

    void add_dropped(const Dropped& item) {
        const Line* line = place_of(item);
        if (line == nullptr) return;
        std::string message = fmt::format("{}: {}", name(item.reason), quoted(render(d_, item)));
        if (const auto kept = place(item.kept); !kept.empty()) message += ", kept in " + kept;
        add({Severity::info, "dropped", line->page, line->number, std::move(message)});
    }

    [[nodiscard]] const Line& line_of(std::uint32_t piece) const { return d_.lines[d_.pieces[piece].line]; }

    const Document& d_;
    std::uint32_t only_line_;
    std::vector<std::string> places_;  // of each block: "p1-a1/5"
    std::vector<Note> notes_;
};

}  // namespace

std::string note_line(const std::string& name, const Note& note) {
    std::string out = printable(name);
    if (note.line != 0) out += fmt::format(":{}", note.line);
    if (note.page > 1) out += fmt::format(": page {}", note.page);
    std::string message = note.message;
    std::replace(message.begin(), message.end(), '\n', ' ');
    out += fmt::format(": {}: {}{}\n", note.stage, note.severity == Severity::warning ? "warning: " : "",
                       printable(message));
    return out;
}

std::string explanation(const Document& document, std::uint32_t only_line) {
    return Explanation(document, only_line)();
}

}  // namespace broadsheet::app
