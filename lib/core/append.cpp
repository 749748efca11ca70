#include <iterator>
#include <utility>

#include "broadsheet/issue.hpp"
#include "core/digest.hpp"

namespace broadsheet {

namespace {

void shift(Run& run, std::uint32_t by) {
    run.begin += by;
    run.end += by;
}

void shift(std::uint32_t& index, std::uint32_t by) {
    if (index != none) index += by;
}

// Where several files meet, a character's end is no other one's beginning.
void write_ends(Text& text) {
    if (!text.ends.empty() || text.chars.empty()) return;
    text.ends.assign(text.at.begin() + 1, text.at.end());
}

template <class Value>
void move_behind(std::vector<Value>& all, std::vector<Value>& more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

template <class Value>
std::uint32_t count(const std::vector<Value>& values) {
    return static_cast<std::uint32_t>(values.size());
}

}  // namespace

void append(Document& d, Document&& more) {
    const auto chars = static_cast<std::uint32_t>(d.text.chars.size());
    const auto pages = count(d.pages), boxes = count(d.boxes), regions = count(d.regions), given = count(d.given),
               lines = count(d.lines), pieces = count(d.pieces);
    d.files.push_back(std::move(more.source));
    const auto file = count(d.files);

    write_ends(d.text);
    write_ends(more.text);
    if (!d.text.at.empty()) d.text.at.pop_back();
    d.text.chars += more.text.chars;
    d.text.at.insert(d.text.at.end(), more.text.at.begin(), more.text.at.end());
    d.text.ends.insert(d.text.ends.end(), more.text.ends.begin(), more.text.ends.end());

    for (Page& page : more.pages) {
        page.number += pages;
        page.file = file;
    }
    for (Word& word : more.words) {
        shift(word.text, chars);
        shift(word.box, boxes);
    }
    for (Region& region : more.regions) {
        region.page += pages;
        shift(region.box, boxes);
        shift(region.article, given);
    }
    for (Line& line : more.lines) {
        shift(line.text, chars);
        line.page += pages;
        shift(line.box, boxes);
        shift(line.region, regions);
    }
    if (!d.lines.empty() && !more.lines.empty() && more.lines.front().gap == 0) more.lines.front().gap = 1;
    for (Piece& piece : more.pieces) {
        shift(piece.text, chars);
        piece.line += lines;
    }
    for (Dropped& x : more.dropped) {
        x.first += pieces;
        x.last += pieces;
    }
    for (Note& note : more.notes)
        if (note.page != 0) note.page += pages;
    move_behind(d.pages, more.pages);
    move_behind(d.boxes, more.boxes);
    move_behind(d.words, more.words);
    move_behind(d.regions, more.regions);
    move_behind(d.given, more.given);
    move_behind(d.lines, more.lines);
    move_behind(d.pieces, more.pieces);
    move_behind(d.dropped, more.dropped);
    move_behind(d.notes, more.notes);
    more = Document{};
}

Source describe(std::string_view bytes, std::string name, std::string format) {
    return {std::move(name), std::move(format), {}, bytes.size(), digest(bytes)};
}

}  // namespace broadsheet
