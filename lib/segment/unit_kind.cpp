#include "segment/unit_kind.hpp"

#include "core/chars.hpp"
#include "core/ends.hpp"
#include "language/cues.hpp"
#include "language/openers.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

// Full stops end headings only by accident; question and exclamation marks are common in them.
bool ends_with_stop(std::u32string_view text) {
    text = without_source(text);
    while (!text.empty() && is(text.back(), cls::close | cls::quote | cls::space)) text.remove_suffix(1);
    if (text.empty()) return false;
    const char32_t c = text.back();
    return c == U'。' || c == U'．' || c == U'｡' || c == U'.' || c == U'；' || c == U';' || c == U'，' || c == U',' ||
           c == U'、';
}

// A sentence of several words, and another one behind it: running text, though its last line may lack its stop.
bool ends_sentence_inside(std::u32string_view text) {
    constexpr std::size_t several = 6, small = 2;  // words; those of them that begin with a small letter
    std::size_t words = 0, low = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if ((i == 0 || is(text[i - 1], cls::space)) && is(text[i], cls::letter)) {
            ++words;
            low += is(text[i], cls::lower) ? 1 : 0;
        }
        const bool stops = i > 2 && is(text[i], cls::terminal) && is(text[i - 1], cls::lower) &&
                           is(text[i - 2], cls::lower) && is(text[i - 3], cls::lower);
        if (stops && words >= several && low >= small && is(text[i + 1], cls::space) && is(text[i + 2], cls::upper))
            return true;
    }
    return false;
}

}  // namespace

Shape shape_of(std::u32string_view text) {
    Shape s;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= U'a' && text[i] <= U'z') {  // the common case of Western text
            ++s.letters;
            ++s.lower;
            continue;
        }
        const auto f = class_of(text[i]);
        if (f & cls::cjk) ++s.cjk;
        if (f & cls::letter) ++s.letters;
        if (f & cls::lower) ++s.lower;
        if (f & cls::digit) ++s.digits;
        if ((f & cls::pause) && text[i] != U'：' && text[i] != U':') ++s.pauses;
        if (f & cls::terminal) ++s.stops;
        if ((f & cls::space) && i > 0 && i + 1 < text.size() && is_tight(text[i - 1]) && is_tight(text[i + 1]))
            ++s.inner_spaces;
    }
    return s;
}

Kind kind_of(const Unit& unit, const Shape& shape, std::u32string_view text, Mark mark, bool open) {
    if (unit.cues & (Cue::folio | Cue::desk)) return Kind::furniture;
    if (mark == Mark::table_row) return Kind::table;
    if (mark == Mark::image) return Kind::caption;
    if (mark == Mark::heading) return Kind::head;
    if ((unit.cues & Cue::byline) && !(unit.cues & Cue::credit)) return Kind::byline;
    if (unit.cues & Cue::credit) return Kind::credit;
    if (unit.cues & Cue::signature) return Kind::signature;
    if (unit.cues & (Cue::note | Cue::slogan)) return Kind::note;
    if (unit.cues & Cue::caption) return unit.chars <= 300 ? Kind::caption : Kind::body;
    if (mark == Mark::list_item || unit.cues & Cue::contact) return Kind::body;
    const bool short_enough = unit.chars <= (unit.cjk ? longest_head_cjk : longest_head_latin);
    if (!short_enough || open) return Kind::body;
    if (unit.cues & Cue::salutation) return Kind::body;
    if (ends_with_stop(text)) {
        // English headlines of old papers end with a full stop, in capitals.
        return !unit.cjk && unit.capitals && shape.letters > 3 ? Kind::head : Kind::body;
    }
    if (unit.opens_low) return Kind::body;
    // A Western headline may have a dash, too; but no report stops behind its dateline without a full stop,
    // unless it names its agency there.
    if ((unit.cues & Cue::lead) &&
        (unit.cjk || unit.closed || (unit.cues & Cue::salutation) || language::opens_with_source(text)))
        return Kind::body;
    if (shape.cjk + shape.letters < 2) return unit.chars < 2 ? Kind::furniture : Kind::body;
    // Quoted speech that ends with ! or ? is a paragraph; so is anything with a sentence's end inside and much text.
    if (unit.cjk) {
        const bool quoted_whole = text.front() == U'“' && text.back() == U'”' && shape.stops > 0;
        if (quoted_whole && shape.pauses > 0) return Kind::body;
        if (shape.stops > 2 && unit.chars > 40) return Kind::body;
        if (unit.closed && shape.pauses > 0 && (unit.chars > 30 || is(text.back(), cls::quote))) return Kind::body;
        if (!unit.closed && !unit.leads_in && shape.pauses > 1 && unit.chars > 40) return Kind::body;
        if ((unit.cues & Cue::item) && unit.chars > 24) return Kind::body;
        return Kind::head;
    }
    if (unit.closed && !unit.capitals && shape.lower > 0 && unit.chars > 60) return Kind::body;
    if (unit.wrapped && !unit.capitals && ends_sentence_inside(text)) return Kind::body;
    return Kind::head;
}

}  // namespace broadsheet::segment_stage
