#include "segment/roles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"
#include "language/headings.hpp"
#include "segment/confidence.hpp"
#include "segment/facts.hpp"
#include "segment/headline.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::uint32_t offers = Cue::advert | Cue::notice;

// Appends the pieces of block b to those of block a. Pieces of a block stand together, so both are copied.
void append_block(Document& d, std::uint32_t a, std::uint32_t b) {
    const Block x = d.blocks[a], y = d.blocks[b];
    const auto first = static_cast<std::uint32_t>(d.pieces.size());
    for (auto i = x.first; i < x.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    const char32_t end = d.text.chars[d.pieces.back().text.end - 1];
    const char32_t start = d.text.chars[d.pieces[y.first].text.begin];
    d.pieces.back().after = is_tight(end) && is_tight(start) ? Joint::glue : Joint::space;
    for (auto i = y.first; i < y.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    d.blocks[a].first = first;
    d.blocks[a].last = static_cast<std::uint32_t>(d.pieces.size());
    d.blocks[b].first = d.blocks[b].last = 0;  // emptied; taken out below
}

bool continues_line(const Document& d, const Unit& a, const Unit& b) {
    std::u32string store_a, store_b;
    return language::wraps(text_of(d, d.blocks[a.block], store_a), text_of(d, d.blocks[b.block], store_b),
                           rows_of(a, b), a.last_row, b.first_row) > 0;
}

// Headlines of photographs are short, and set in rows of one length: 荷塘千亩 over 花开正盛.
bool equal_rows(const Unit& a, const Unit& b) {
    return a.cjk && b.cjk && a.chars == b.chars && b.gap == 0 && !a.leads_in && !a.column_name && !b.column_name;
}

void name_heads(Document& d, std::vector<Unit>& units, std::vector<std::uint32_t>& heads, bool photo, Moved& moved) {
    std::vector<std::uint32_t> merged;
    std::u32string store;
    for (const auto u : heads) {
        if (!merged.empty() && units[u].level == units[merged.back()].level &&
            (continues_line(d, units[merged.back()], units[u]) ||
             (photo && equal_rows(units[merged.back()], units[u])))) {
            Unit& whole = units[merged.back()];
            append_block(d, whole.block, units[u].block);
            moved[units[u].block] = whole.block;
            whole.cues = (whole.cues & ~offers) | (language::cues(text_of(d, d.blocks[whole.block], store)) & offers);
            whole.last_row = units[u].last_row;
            whole.chars += units[u].chars;
            whole.closed = units[u].closed;
            whole.leads_in = units[u].leads_in;
            whole.label = false;
        } else {
            merged.push_back(u);
        }
    }
    heads = merged;
    const auto chosen = choose_headline(units, heads);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const Unit& u = units[heads[i]];
        Role role = Role::kicker;
        if (i == chosen)
            role = Role::headline;
        else if (!u.leads_in && !(u.cues & Cue::dash_opens) && (u.column_name || (u.label && u.cjk)))
            role = Role::section;
        else if ((u.cues & Cue::dash_opens) || (i > chosen && !u.leads_in && !u.label && !u.column_name))
            role = Role::deck;
        d.blocks[u.block].role = role;
    }
    // As an editor sets them: section, kicker, headline, deck.
    std::stable_sort(heads.begin(), heads.end(), [&](auto a, auto b) {
        const auto rank = [&](auto u) {
            const Role r = d.blocks[units[u].block].role;
            return r == Role::section ? 0 : r == Role::kicker ? 1 : r == Role::headline ? 2 : 3;
        };
        return rank(a) < rank(b);
    });
}

Role role_of(const Unit& u) {
    switch (u.kind) {
        // A question or an exclamation among paragraphs is one of them, unless it is set like other headings.
        case Kind::head: {
            const bool alone = u.chars >= 12 || (u.cjk && u.sisters == 0 && !u.spaced);
            return u.closed && u.level == 0 && alone && !u.capitals ? Role::paragraph : Role::subhead;
        }
        case Kind::byline:
        case Kind::signature:
            return Role::byline;
        case Kind::caption:
            return Role::caption;
        case Kind::credit:
            return Role::credit;
        case Kind::note:
            return Role::note;
        case Kind::table:
            return Role::table;
        default:
            return u.item ? Role::list : Role::paragraph;
    }
}

// What the source calls an article, in its own language: ADVERT, Familienanzeige, annonce.
ArticleType type_of(std::string_view given) {
    std::string type;
    for (const char c : given) type.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    const auto has = [&](std::string_view what) { return type.find(what) != std::string::npos; };
    if (has("obituar") || has("death") || has("familienanzeige") || has("notice")) return ArticleType::notice;
    if (has("advert") || has("anzeige") || has("annonc") || has("reklame")) return ArticleType::ad;
    return ArticleType::article;
}

// Headings that stand apart from the headline's group but are of it: a kicker that leads in, a deck that opens with a
// dash, a section's name at the edge. `order` gets all headings as they are to be read.
void gather_heads(Document& d, const std::vector<Unit>& units, Draft& draft, std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> sections = draft.sections, kickers, decks, rest;
    const auto is_text = [&](auto u) { return units[u].kind == Kind::body; };
    const auto first_text = std::find_if(draft.rest.begin(), draft.rest.end(), is_text);
    const auto last_text = std::find_if(draft.rest.rbegin(), draft.rest.rend(), is_text).base();
    for (auto at = draft.rest.begin(); at != draft.rest.end(); ++at) {
        const Unit& u = units[*at];
        const auto next = std::next(at);
        const bool heads_table = next != draft.rest.end() && *next == *at + 1 && units[*next].kind == Kind::table;
        const bool edge = (at < first_text || at >= last_text || u.cuts) && !heads_table;
        if (u.kind == Kind::head && u.leads_in && u.level == 0) {
            kickers.push_back(*at);
        } else if (u.kind == Kind::head && (u.cues & Cue::dash_opens)) {
            decks.push_back(*at);
        } else if (u.kind == Kind::head && edge && !draft.heads.empty()) {
            (u.label || u.column_name ? sections : kickers).push_back(*at);
        } else {
            rest.push_back(*at);
        }
    }
    const auto put = [&](const std::vector<std::uint32_t>& list, Role role) {
        for (const auto u : list) {
            d.blocks[units[u].block].role = role;
            order.push_back(u);
        }
    };
    put(sections, Role::section);
    put(kickers, Role::kicker);
    order.insert(order.end(), draft.heads.begin(), draft.heads.end());
    put(decks, Role::deck);
    draft.rest = std::move(rest);
}

// What its headings say, and the words that open its text: TO LET, Bekanntmachung.
std::uint32_t opening_cues(const Document& d, const std::vector<Unit>& units, const std::vector<std::uint32_t>& order) {
    std::uint32_t found = 0;
    bool text = false;
    for (const auto u : order) {
        const Role role = d.blocks[units[u].block].role;
        const bool opens = !text && (role == Role::paragraph || role == Role::list);
        text = text || opens;
        if (opens || role == Role::section || role == Role::kicker || role == Role::headline || role == Role::deck)
            found |= units[u].cues;
    }
    return found;
}

// A note for the article and one for each of its blocks: what it was taken for, and on what evidence.
void explain(Document& d, const Article& a, const Draft& draft) {
    std::u32string store;
    const auto note = [&](std::uint32_t block, std::string message) {
        const Line& line = d.lines[d.pieces[d.blocks[block].first].line];
        d.notes.push_back({Severity::info, "segment", line.page, line.number, std::move(message)});
    };
    note(a.blocks.front(), fmt::format("article {} begins ({} blocks): evidence {:+.1f}; headline and text share their "
                                       "words: {:+.1f}; the next best headline is {:.1f} behind; confidence {:.2f}",
                                       a.id, a.blocks.size(), draft.score, draft.likeness, draft.margin, a.confidence));
    for (const auto b : a.blocks) {
        const auto text = text_of(d, d.blocks[b], store);
        constexpr std::size_t shown = 24;
        note(b, fmt::format("{}: {} \"{}{}\"", a.id, name(d.blocks[b].role), to_utf8(text.substr(0, shown)),
                            text.size() > shown ? "…" : ""));
    }
}

}  // namespace

void name_roles(Document& d, std::vector<Unit>& units, std::vector<Draft>& drafts, const SegmentOptions& options) {
    for (const auto& u : units)
        if (u.kind == Kind::furniture) {
            const Reason why = u.cues & Cue::folio ? Reason::folio : u.noise ? Reason::noise : Reason::furniture;
            drop_block(d, u.block, why);
        }
    Moved moved;
    std::vector<std::uint32_t> numbers(d.pages.size() + 1, 0);  // of the articles so far that begin on a page
    for (auto& draft : drafts) {
        Article a;
        const bool photo =
            std::none_of(draft.rest.begin(), draft.rest.end(), [&](auto u) { return units[u].kind == Kind::body; });
        name_heads(d, units, draft.heads, photo, moved);
        std::vector<std::uint32_t> order;
        gather_heads(d, units, draft, order);
        // Captions and credits go to the end.
        std::vector<std::uint32_t> tail;
        for (const auto u : draft.rest) {
            d.blocks[units[u].block].role = role_of(units[u]);
            (units[u].kind == Kind::caption || units[u].kind == Kind::credit ? tail : order).push_back(u);
        }
        // Where places are known the page has its order: no headline goes before the text that stands above it.
        if (!order.empty() && units[order.front()].placed()) std::sort(order.begin(), order.end());
        order.insert(order.end(), tail.begin(), tail.end());
        const auto cues = opening_cues(d, units, order);
        if (draft.given != none) order = draft.order;
        for (const auto u : order) a.blocks.push_back(units[u].block);
        const auto page = units[order.front()].page;
        if (page >= numbers.size()) numbers.resize(page + 1, 0);
        a.id = "p" + std::to_string(page) + "-a" + std::to_string(++numbers[page]);
        find_facts(d, a, cues, options);
        a.confidence = draft.given == none ? confidence_of(draft) : 1;
        if (draft.given != none && a.type == ArticleType::article) a.type = type_of(d.given[draft.given].type);
        for (const auto b : a.blocks) d.blocks[b].confidence = confidence_of(d.blocks[b], draft);
        if (options.explain) explain(d, a, draft);
        d.articles.push_back(std::move(a));
    }
    give_jumps(d);
    remove_emptied(d, moved);
}

void drop_block(Document& d, std::uint32_t block, Reason reason, std::uint32_t kept) {
    const Block b = d.blocks[block];
    Dropped x{reason, static_cast<std::uint32_t>(d.pieces.size()), 0, kept};
    for (auto p = b.first; p < b.last; ++p) {
        Piece piece = d.pieces[p];
        // The hyphen is in `dropped` already.
        if (piece.after == Joint::unhyphen && p + 1 < b.last) --piece.text.end;
        if (!piece.text.empty()) d.pieces.push_back(piece);
    }
    x.last = static_cast<std::uint32_t>(d.pieces.size());
    d.dropped.push_back(x);
    d.blocks[block].first = d.blocks[block].last = 0;
}

void remove_emptied(Document& d, const Moved& moved) {
    std::vector<std::uint32_t> place(d.blocks.size(), none);
    std::vector<Block> kept;
    for (std::uint32_t b = 0; b < d.blocks.size(); ++b)
        if (d.blocks[b].first != d.blocks[b].last) {
            place[b] = static_cast<std::uint32_t>(kept.size());
            kept.push_back(d.blocks[b]);
        }
    d.blocks = std::move(kept);
    for (auto& a : d.articles) {
        std::erase_if(a.blocks, [&](auto b) { return place[b] == none; });
        for (auto& b : a.blocks) b = place[b];
    }
    for (auto& x : d.dropped)
        if (x.kept != none) {
            for (auto at = moved.find(x.kept); at != moved.end(); at = moved.find(x.kept)) x.kept = at->second;
            x.kept = place[x.kept];
        }
}

}  // namespace broadsheet::segment_stage
