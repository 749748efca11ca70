#include "repair/torn_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::size_t shortest = 2, longest = 20;  // letters of a part of a word
constexpr std::uint32_t sure = 2;                  // times that the page has a word whole, to join its parts

bool letter(char32_t c) { return is(c, cls::letter) && !is(c, cls::cjk | cls::wide); }
bool upper(char32_t c) { return is(c, cls::upper); }

bool is_drop_capital(std::u32string_view text) { return text.size() == 1 && upper(text[0]) && letter(text[0]); }

}  // namespace

void TornWords::link_drop_capitals() {
    auto& drafts = w_.drafts;
    for (std::uint32_t i = 0; i + 1 < drafts.size(); ++i) {
        Draft &a = drafts[i], &b = drafts[i + 1];
        if (a.dropped || b.dropped || a.next != none || a.previous != none || b.previous != none) continue;
        if (a.last - a.first != 1 || !is_drop_capital(w_.d.text.view(w_.head(a).text))) continue;
        const auto next = w_.d.text.view(w_.head(b).text);
        if (b.shape != Shape::text || next.empty() || !letter(next.front())) continue;
        a.next = i + 1;
        b.previous = i;
    }
}

void TornWords::look_at(const Draft& draft) {
    const auto& text = w_.d.text;
    const auto first = text.view(w_.head(draft).text);
    // T HE council
    if (first.size() > 3 && draft.shape == Shape::text && is_drop_capital(first.substr(0, 1)) &&
        is(first[1], cls::space))
        if (const auto rest = first_letters(first.substr(2), longest + 1); !rest.empty() && rest.size() <= longest)
            candidates_.push_back({first.substr(0, 1), rest, none, w_.head(draft).text.begin + 1, true});
    for (auto p = draft.first; p < draft.last; ++p) {
        const bool last = p + 1 == draft.last;
        if (last && draft.next == none) break;
        const Piece& piece = w_.pieces[p];
        const Piece& next = last ? w_.pieces[w_.drafts[draft.next].first] : w_.pieces[p + 1];
        if (w_.vertical[piece.line] || piece.line == next.line) continue;
        const auto left = last_letters(text.view(piece.text), longest + 1),
                   right = first_letters(text.view(next.text), longest + 1);
        if (left.empty() || right.empty() || left.size() > longest || right.size() > longest || !letter(left.back()) ||
            !letter(right.front()))
            continue;
        if (left.size() == piece.text.size() && is_drop_capital(left))
            candidates_.push_back({left, right, p, none, true});
        else if (left.size() >= shortest && right.size() >= shortest && !upper(right.front()))
            candidates_.push_back({left, right, p, none, false});
    }
}

void TornWords::ask(WordCounts& counts) {
    for (const Draft& draft : w_.drafts)
        if (!draft.dropped && draft.first < draft.last) look_at(draft);
    for (const auto& c : candidates_) counts.ask(c.left, c.right, WordCounts::Parted::by_nothing);
}

void TornWords::decide(const WordCounts& counts) {
    for (const auto& c : candidates_) {
        const auto seen = counts.seen(c.left, c.right);
        if (seen.joined == 0 || seen.split > (c.space != none ? 1 : 0)) continue;
        const auto line = c.piece != none ? w_.pieces[c.piece].line : none;
        if (c.capital) {
            // The letter alone may be a word, too: A man, I am.
            constexpr std::u32string_view words = U"AIOYÀÉE";
            const bool a_word = words.find(c.left[0]) != std::u32string_view::npos;
            if (a_word && seen.right >= seen.joined) continue;
            if (c.piece != none)
                pieces_.push_back(c.piece);
            else
                spaces_.push_back(c.space);
            continue;
        }
        // Here both parts were counted as words once.
        if (seen.left > 1 || seen.right > 1) continue;
        if (seen.joined >= sure) pieces_.push_back(c.piece);
        w_.d.notes.push_back({Severity::info, "repair", w_.d.lines[line].page, w_.d.lines[line].number,
                              fmt::format("a word torn without a hyphen{}: {} {}; the page has {}{} {}",
                                          seen.joined >= sure ? ", joined" : ", left as it stands", to_utf8(c.left),
                                          to_utf8(c.right), to_utf8(c.left), to_utf8(c.right),
                                          seen.joined == 1 ? "once" : fmt::format("{} times", seen.joined))});
    }
    std::sort(pieces_.begin(), pieces_.end());
    std::sort(spaces_.begin(), spaces_.end());
}

bool TornWords::whole_with_next(std::uint32_t piece) const {
    return std::binary_search(pieces_.begin(), pieces_.end(), piece);
}

}  // namespace broadsheet::repair_stage
