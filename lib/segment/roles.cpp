#include "segment/roles.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "language/cues.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

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
    std::u32string store;
    const auto text = trimmed(text_of(d, d.blocks[a.block], store));
    if (text.empty() || a.leads_in || (b.cues & Cue::dash_opens)) return false;
    if (is(text.back(), cls::hyphen) || b.opens_low) return true;
    int open = 0;
    for (const char32_t c : text)
        open += is(c, cls::open) && !is(c, cls::close) ? 1 : is(c, cls::close) && !is(c, cls::open) ? -1 : 0;
    if (open > 0) return true;
    if (!a.cjk) return true;
    return a.chars >= 12 && b.chars <= a.chars && !a.closed;
}

void name_heads(Document& d, const std::vector<Unit>& units, std::vector<std::uint32_t>& heads) {
    // Lines of one wrapped headline become one block.
    std::vector<std::uint32_t> merged;
    for (const auto u : heads) {
        if (!merged.empty() && continues_line(d, units[merged.back()], units[u]))
            append_block(d, units[merged.back()].block, units[u].block);
        else
            merged.push_back(u);
    }
    heads = merged;
    // The headline: the highest rank in Markdown; else the longest that neither leads in nor opens with a dash.
    std::size_t chosen = 0;
    float best = -1e9F;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const Unit& u = units[heads[i]];
        float score = std::min(static_cast<float>(u.chars), 20.0F) * 0.1F;
        if (u.level) score += 4.0F - static_cast<float>(u.level) * 0.5F;
        if (u.leads_in) score -= 5;
        if (u.cues & Cue::dash_opens) score -= 5;
        if (u.label) score -= 2;
        if (u.chars > 30 && u.cjk) score -= static_cast<float>(u.chars - 30) * 0.2F;
        if (score > best) {
            best = score;
            chosen = i;
        }
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const Unit& u = units[heads[i]];
        d.blocks[u.block].role = i == chosen ? Role::headline : (u.cues & Cue::dash_opens) || (i > chosen && !u.leads_in && !u.label) ? Role::deck : Role::kicker;
    }
    // As an editor sets them: kicker, headline, deck.
    std::stable_sort(heads.begin(), heads.end(), [&](auto a, auto b) {
        const auto rank = [&](auto u) {
            const Role r = d.blocks[units[u].block].role;
            return r == Role::kicker ? 0 : r == Role::headline ? 1 : 2;
        };
        return rank(a) < rank(b);
    });
}

Role role_of(const Unit& u) {
    switch (u.kind) {
        case Kind::head: return Role::subhead;
        case Kind::byline:
        case Kind::signature: return Role::byline;
        case Kind::caption: return Role::caption;
        case Kind::credit: return Role::credit;
        case Kind::note: return Role::note;
        case Kind::table: return Role::table;
        default: return Role::paragraph;
    }
}

}  // namespace

void name_roles(Document& d, const std::vector<Unit>& units, std::vector<Draft>& drafts, const SegmentOptions& options) {
    for (const auto& u : units)
        if (u.kind == Kind::furniture) {
            const Block& b = d.blocks[u.block];
            d.dropped.push_back({u.cues & Cue::folio ? Reason::folio : Reason::furniture, b.first, b.last, none});
            d.blocks[u.block].first = d.blocks[u.block].last = 0;
        }
    std::uint32_t number = 0;
    for (auto& draft : drafts) {
        Article a;
        a.id = "p1-a" + std::to_string(++number);
        a.lang = options.lang;
        name_heads(d, units, draft.heads);
        std::vector<std::uint32_t> order = draft.heads;
        // A byline before the text goes to its head, captions and credits to its end.
        std::vector<std::uint32_t> tail;
        bool text = false;
        for (const auto u : draft.rest) {
            d.blocks[units[u].block].role = role_of(units[u]);
            text = text || units[u].kind == Kind::body;
        }
        for (const auto u : draft.rest)
            (units[u].kind == Kind::caption || units[u].kind == Kind::credit ? tail : order).push_back(u);
        order.insert(order.end(), tail.begin(), tail.end());
        for (const auto u : order) a.blocks.push_back(units[u].block);
        if (!text && !tail.empty()) a.type = ArticleType::photo;
        d.articles.push_back(std::move(a));
    }
    // Blocks that were emptied go; the others keep their order.
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
        if (x.kept != none) x.kept = place[x.kept];
}

}  // namespace broadsheet::segment_stage
