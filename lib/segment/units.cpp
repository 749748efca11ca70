#include <algorithm>
#include <unordered_map>

#include "core/chars.hpp"
#include "core/ends.hpp"
#include "language/cues.hpp"
#include "language/damaged_jumps.hpp"
#include "language/headings.hpp"
#include "segment/noise.hpp"
#include "segment/unit.hpp"
#include "segment/unit_kind.hpp"
#include "segment/units_around.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::uint32_t longest_label = 4;
constexpr std::uint32_t most_labels = 32;  // of a document, that are looked up as places

// A number for the look of a heading. Two halves of 5 and 5 characters; quotation mark, 4, quotation mark, 8; the same
// first character and length.
std::uint32_t look_of(std::u32string_view text) {
    if (text.size() < 4 || text.size() > 30) return 0;
    std::uint32_t look = 2166136261U;
    const auto mix = [&look](std::uint32_t v) { look = (look ^ v) * 16777619U; };
    bool parted = false;
    std::uint32_t run = 0;
    for (const char32_t c : text) {
        const bool parts = is(c, cls::space) || is(c, cls::quote) || is(c, cls::pause);
        if (!parts) {
            ++run;
            continue;
        }
        mix(run);
        mix(is(c, cls::space) ? 1 : is(c, cls::quote) ? 2 : 3);
        run = 0;
        parted = true;
    }
    if (!parted) {
        mix(text.size() > 4 ? text.front() : U' ');  // four characters are a set form by themselves
        mix(static_cast<std::uint32_t>(text.size()));
    } else if (is(text.back(), cls::quote) || text.find(U' ') != std::u32string_view::npos) {
        mix(run);
    }
    return look == 0 ? 1 : look;
}

// Most of its longer words begin with a small letter.
bool sentence_case(std::u32string_view text) {
    constexpr std::size_t longer = 4;  // letters
    int small = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && is(text[i], cls::letter)) ++i;
        // Names in small capitals, as old papers have them, tell nothing.
        if (i - begin >= longer && is(text[begin + 1], cls::lower)) small += is(text[begin], cls::lower) ? 1 : -1;
        if (i == begin) ++i;
    }
    return small > 0;
}

}  // namespace

bool scanned(const std::vector<Unit>& units, std::size_t first, std::size_t last) {
    const auto begin = units.begin();
    return std::count_if(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
                         [](const Unit& u) { return u.noise; }) > 1;
}

bool is_place(const Document& document, std::u32string_view name) {
    if (name.size() < 2 || name.size() > 3) return false;
    constexpr std::u32string_view suffixes = U"省市州区區县縣镇鎮乡鄉";
    constexpr std::size_t far = 200000;  // characters searched: a page and more
    const auto text = std::u32string_view(document.text.chars).substr(0, far);
    for (auto at = text.find(name); at != std::u32string_view::npos; at = text.find(name, at + 1))
        if (at + name.size() < text.size() && suffixes.find(text[at + name.size()]) != std::u32string_view::npos)
            return true;
    return false;
}

bool parallel_wording(const Document& document, const Unit& a, const Unit& b) {
    if (a.first != b.first || a.cjk != b.cjk || a.chars > b.chars + 5 || b.chars > a.chars + 5 || a.chars > 30)
        return false;
    std::u32string store_a, store_b;
    const auto x = text_of(document, document.blocks[a.block], store_a),
               y = text_of(document, document.blocks[b.block], store_b);
    std::vector<std::size_t> row(y.size() + 1, 0);  // longest common subsequence
    for (const char32_t c : x) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < y.size(); ++j) {
            const auto above = row[j + 1];
            row[j + 1] = c == y[j] ? diagonal + 1 : std::max(row[j], above);
            diagonal = above;
        }
    }
    const auto prefix =
        static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin());
    return prefix >= 3 || row.back() * 5 >= std::min(x.size(), y.size()) * 2;
}

bool ends_sentence(std::u32string_view text) {
    text = without_source(text);
    while (!text.empty() && is(text.back(), cls::close | cls::quote | cls::space)) text.remove_suffix(1);
    return !text.empty() && is(text.back(), cls::terminal) && !ends_with_initials(text);
}

std::u32string_view text_of(const Document& document, const Block& block, std::u32string& store) {
    if (block.last == block.first + 1) return document.text.view(document.pieces[block.first].text);
    store.clear();
    for (auto i = block.first; i < block.last; ++i) {
        const Piece& piece = document.pieces[i];
        auto run = piece.text;
        if (piece.after == Joint::unhyphen && i + 1 < block.last) --run.end;
        store.append(document.text.view(run));
        if (i + 1 < block.last && (piece.after == Joint::space || piece.after == Joint::line)) store.push_back(U' ');
    }
    return store;
}

std::vector<Unit> make_units(const Document& document) {
    std::vector<Unit> units;
    units.reserve(document.blocks.size());
    std::u32string store;
    for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
        const Block& block = document.blocks[b];
        auto text = trimmed(text_of(document, block, store));
        const Line& line = document.lines[document.pieces[block.first].line];
        Unit unit;
        unit.block = b;
        unit.gap = line.gap;
        unit.frame = line.frame;
        unit.page = line.page;
        unit.size = line.size;
        unit.centred = line.centred && document.lines[document.pieces[block.last - 1].line].centred;
        unit.first_row = document.pieces[block.first].text.size();
        unit.last_row = document.pieces[block.last - 1].text.size();
        unit.wrapped = document.pieces[block.last - 1].line != document.pieces[block.first].line;
        unit.level = line.mark == Mark::heading ? line.level : std::uint8_t{0};
        if (text.empty()) {
            unit.kind = Kind::furniture;
            units.push_back(unit);
            continue;
        }
        constexpr std::size_t looked_at = 400;  // longer text is body, whatever it says
        const Shape shape = shape_of(text.substr(0, looked_at));
        unit.cjk = shape.cjk * 2 >= shape.letters && shape.cjk > 0;
        unit.chars = static_cast<std::uint32_t>(text.size());
        unit.cues = language::cues(text);
        bool goes_on = false;
        const auto jump =
            unit.cues & (Cue::jump_to | Cue::jump_from) ? language::jump_line(text) : language::damaged_jump_line(text);
        unit.arrives = jump.from || (unit.cues & Cue::jump_from) != 0;
        if (jump.place.begin > 0 && !jump.from) {  // how the text itself ends
            text = trimmed(text.substr(0, jump.place.begin));
            unit.jumps = true;
            goes_on = !jump.refers;
        }
        unit.closed = ends_sentence(text);
        unit.spaced = shape.inner_spaces > 0;
        const char32_t last = text.back();
        unit.leads_in = last == U'：' || last == U':' || last == U'—' || last == U'─';
        const auto first = class_of(text.front());
        unit.opens_low = (first & cls::lower) != 0 || (first & (cls::pause | cls::terminal)) != 0 ||
                         ((first & cls::close) != 0 && !(first & cls::open));
        unit.label =
            unit.cjk ? text.size() <= longest_label : shape.letters <= 16 && shape.inner_spaces < 2 && text.size() < 20;
        if (!unit.cjk && unit.closed && shape.letters > 3 && shape.lower == 0) unit.label = false;  // whole by its stop
        unit.item = line.mark == Mark::list_item;
        unit.image = line.mark == Mark::image;
        unit.first = text.front();
        unit.column_name = language::is_column_name(text);
        unit.sentence = !unit.cjk && text.size() <= longest_head_latin && sentence_case(text);
        unit.capitals = shape.letters > 3 && shape.lower * 6 < shape.letters;
        // Behind a dateline stands running text: capitals with a dash are a headline.
        if (!unit.cjk && unit.capitals && !(unit.cues & Cue::salutation)) unit.cues &= ~std::uint32_t{Cue::lead};
        unit.bracketed = is(text.front(), cls::open) && is(text.back(), cls::close);
        unit.pauses = static_cast<std::uint8_t>(std::min<std::uint32_t>(shape.pauses, 255));
        unit.sentences = static_cast<std::uint8_t>(std::min<std::uint32_t>(shape.stops, 255));
        unit.kind = kind_of(unit, shape, text, line.mark, block.ends_open);
        // No heading goes on on another page.
        if (unit.kind == Kind::head && (goes_on || unit.arrives) && unit.level == 0) unit.kind = Kind::body;
        if (line.kind == RegionKind::caption && (unit.kind == Kind::head || unit.kind == Kind::body))
            unit.kind = Kind::caption;
        if (line.kind == RegionKind::page_number || line.kind == RegionKind::header ||
            line.kind == RegionKind::footer || line.kind == RegionKind::separator)
            unit.kind = Kind::furniture;
        // In larger type, or where the source says so, a headline may well be a sentence.
        if (unit.kind == Kind::body && (unit.large() || (line.kind == RegionKind::heading && !unit.item)) &&
            unit.chars <= (unit.cjk ? longest_head_cjk : longest_head_latin))
            unit.kind = Kind::head;
        unit.noise = (unit.kind == Kind::body || unit.kind == Kind::head) && line.mark == Mark::plain && is_noise(text);
        if (unit.kind == Kind::head) unit.shape = look_of(text);
        units.push_back(unit);
    }
    // What was printed several times over is a caption; so is a whole sentence, if it stands more than twice.
    constexpr std::uint32_t longest_caption = 250;
    std::unordered_map<std::uint32_t, std::uint32_t> copies;
    for (const auto& x : document.dropped) {
        if (x.reason != Reason::duplicate || x.kept >= units.size() ||
            document.pieces[x.first].text.size() * 2 <= units[x.kept].chars)
            continue;
        Unit& u = units[x.kept];
        const bool often = ++copies[x.kept] > 1;
        if (u.level == 0 && (u.kind == Kind::head || (often && u.kind == Kind::body && u.chars <= longest_caption)))
            u.kind = Kind::caption;
    }
    look_around(document, units);
    std::unordered_map<std::uint32_t, std::uint32_t> looks;
    for (const auto& u : units)
        if (u.kind == Kind::head && u.shape && u.level == 0) ++looks[u.shape];
    std::uint32_t asked = 0;
    for (auto& u : units) {
        if (u.kind != Kind::head) continue;
        if (u.shape && u.level == 0)
            u.sisters = static_cast<std::uint8_t>(std::min<std::uint32_t>(looks[u.shape] - 1, 255));
        if (u.label && u.cjk && ++asked <= most_labels)
            u.place = is_place(document, trimmed(text_of(document, document.blocks[u.block], store)));
    }
    return units;
}

}  // namespace broadsheet::segment_stage
