// What stands twice: captions, whole paragraphs, the end of a paragraph repeated behind a cut, doubled words.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "language/cues.hpp"
#include "repair/work.hpp"

namespace broadsheet::repair_stage {

namespace {

using language::Cue;

// Lines that stand more than once on an honest page.
constexpr std::uint32_t repeatable = Cue::byline | Cue::signature | Cue::credit | Cue::bare_name | Cue::item |
                                     Cue::jump_to | Cue::jump_from | Cue::note | Cue::slogan;
constexpr std::uint32_t near = 40;       // drafts
constexpr std::size_t hashed = 64;       // characters at each end of a draft
constexpr std::size_t compared = 20000;  // characters: longer drafts are taken to be equal where both ends are

// The characters of a draft that are not white space, one by one.
class Reader {
public:
    Reader(const Work& work, const Draft& draft) : w_(work), piece_(draft.first), last_(draft.last) {}

    // 0 at the end.
    char32_t next() {
        while (piece_ < last_) {
            const Run run = w_.pieces[piece_].text;
            while (run.begin + at_ < run.end) {
                const char32_t c = w_.d.text.chars[run.begin + at_++];
                if (!is(c, cls::space)) return c;
            }
            ++piece_;
            at_ = 0;
        }
        return 0;
    }

private:
    const Work& w_;
    std::uint32_t piece_, last_;
    std::uint32_t at_ = 0;
};

std::uint64_t hash_of(const Work& w, const Draft& draft) {
    std::uint64_t h = 0xCBF29CE484222325U;
    Reader read(w, draft);
    for (std::size_t i = 0; i < hashed; ++i) {
        const char32_t c = read.next();
        if (!c) break;
        h = (h ^ c) * 0x100000001B3U;
    }
    return h;
}

bool equal(const Work& w, const Draft& a, const Draft& b) {
    Reader x(w, a), y(w, b);
    for (std::size_t i = 0; i < compared; ++i) {
        const char32_t c = x.next(), e = y.next();
        if (c != e) return false;
        if (!c) return true;
    }
    return a.size == b.size;
}

void drop(Work& w, std::uint32_t which, std::uint32_t kept) {
    w.drafts[which].dropped = true;
    w.drafts[which].reason = Reason::duplicate;
    w.drafts[which].kept = kept;
    if (w.options.explain) w.explain(w.head(w.drafts[which]).line, "stands twice");
}

// Ends in mid-sentence, as far as its last characters tell.
bool stops_short(const Work& w, std::uint32_t draft) {
    const Draft& d = w.drafts[draft];
    return !w.tail_facts(d).has(ends_sentence);
}

// What stands right before a draft, if it is no heading by its mark.
std::uint32_t just_before(const Work& w, std::uint32_t draft) {
    if (draft == 0) return none;
    const Draft& d = w.drafts[draft - 1];
    return d.dropped || d.shape == Shape::marked || d.shape == Shape::vertical ? none : draft - 1;
}

// Where both have a place on paper, and not the same one, both were printed.
bool printed_apart(const Work& w, const Draft& a, const Draft& b) {
    const Line &x = w.d.lines[w.head(a).line], &y = w.d.lines[w.head(b).line];
    if (x.box == none || y.box == none) return false;
    if (x.page != y.page) return true;
    const Box &p = w.d.boxes[x.box], &q = w.d.boxes[y.box];
    return shared_width(p, q) < 0.5F * std::min(width(p), width(q)) ||
           shared_height(p, q) < 0.5F * std::min(height(p), height(q));
}

void whole_drafts(Work& w) {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;  // hash: the first draft that has it
    std::unordered_map<std::uint32_t, std::uint32_t> copies;
    seen.reserve(w.drafts.size());
    const auto count = static_cast<std::uint32_t>(w.drafts.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const Draft& d = w.drafts[i];
        if (d.dropped || d.size < 3) continue;
        const auto [at, fresh] = seen.emplace(hash_of(w, d), i);
        if (fresh) continue;
        const auto first = at->second;
        const Draft& e = w.drafts[first];
        if (!equal(w, d, e) || printed_apart(w, d, e)) continue;
        const bool cjk_text = w.head_facts(d).has(cjk);
        const bool same_page = w.d.lines[w.head(d).line].page == w.d.lines[w.head(e).line].page;
        if (d.shape == Shape::text && d.size < 12 && w.tail_facts(d).has(ends_sentence)) {
            // The end of a torn paragraph, twice: the copy nearer to its beginning is the one behind it.
            const auto p = just_before(w, first), q = just_before(w, i);
            if (p != none && q != none && p != q && stops_short(w, p) && stops_short(w, q)) {
                drop(w, first, i);
                at->second = i;
            }
            continue;
        }
        if (w.d.lines[w.head(d).line].mark == Mark::table_row) continue;
        const std::uint32_t least = cjk_text ? 8 : 16;
        if (d.shape == Shape::text && d.size >= 3 * least) {
            drop(w, i, first);
            continue;
        }
        if (d.size < least || !same_page || i - first > near * 4) continue;
        if (w.cues(w.head(d).line) & repeatable) continue;
        drop(w, i, first);
    }
}

// A short piece behind a longer one that it repeats the end of, cut out of the middle of a phrase.
void repeated_ends(Work& w) {
    const auto count = static_cast<std::uint32_t>(w.drafts.size());
    for (std::uint32_t i = 1; i < count; ++i) {
        const Draft &d = w.drafts[i], &before = w.drafts[i - 1];
        if (d.dropped || before.dropped || d.last - d.first != 1 || d.size < 4 || d.size > 24 ||
            before.size <= d.size + 2 || printed_apart(w, d, before))
            continue;
        const auto text = w.view(w.head(d).line);
        const auto longer = w.d.text.view(w.tail(before).text);
        if (longer.size() <= text.size() || longer.substr(longer.size() - text.size()) != text) continue;
        const char32_t cut = longer[longer.size() - text.size() - 1];
        if (is(cut, cls::cjk) && is(text.front(), cls::cjk)) drop(w, i, i - 1);
    }
}

// "AA" where A is a name or a phrase: at most one copy is meant. Returns where the second copy lies.
Run doubled(std::u32string_view text, std::size_t from) {
    constexpr std::size_t gram = 4, longest = 64;
    std::array<std::uint32_t, 256> last{};  // place, from 1, of each hashed run of four characters
    const auto edge = [&](std::size_t i) {
        return i == 0 || i >= text.size() || is(text[i], cls::space) || is(text[i - 1], cls::space | cls::mark);
    };
    for (std::size_t i = from; i + gram <= text.size(); ++i) {
        std::uint32_t h = 0;
        for (std::size_t k = 0; k < gram; ++k) h = h * 0x01000193U ^ text[i + k];
        auto& slot = last[(h ^ h >> 8U ^ h >> 16U) & 255U];
        const std::size_t earlier = slot;
        slot = static_cast<std::uint32_t>(i + 1);
        if (earlier == 0) continue;
        const auto begin = earlier - 1;
        auto period = i - begin;
        auto size = period;
        while (size > 0 && is(text[begin + size - 1], cls::space)) --size;  // A A
        if (size < gram || period > longest || i + size > text.size()) continue;
        const auto a = text.substr(begin, size), b = text.substr(i, size);
        if (a != b || !edge(begin) || !edge(i + size)) continue;
        const bool letters = std::all_of(
            a.begin(), a.end(), [](char32_t c) { return is(c, cls::cjk | cls::letter | cls::space) || c == U'·'; });
        const bool wide = is(a.front(), cls::cjk);
        if (!letters || (!wide && size < 8) ||
            std::count(a.begin(), a.end(), a.front()) * 2 > static_cast<std::ptrdiff_t>(size))
            continue;
        return {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + size)};
    }
    return {};
}

void doubled_strings(Work& w) {
    const auto count = static_cast<std::uint32_t>(w.drafts.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        Draft& d = w.drafts[i];
        if (d.dropped || d.last - d.first != 1 || d.shape == Shape::vertical ||
            w.head_facts(d).has(ends_sentence | long_line) || w.d.lines[w.head(d).line].box != none)
            continue;
        const Piece whole = w.head(d);
        const auto text = w.d.text.view(whole.text);
        if (text.size() < 8) continue;
        Run second = doubled(text, 0);
        if (second.empty()) continue;
        const auto first_piece = static_cast<std::uint32_t>(w.pieces.size());
        std::uint32_t from = 0;
        while (!second.empty()) {
            w.pieces.push_back({{whole.text.begin + from, whole.text.begin + second.begin}, whole.line, Joint::glue});
            w.cuts.push_back(
                {{whole.text.begin + second.begin, whole.text.begin + second.end}, whole.line, Reason::duplicate, i});
            from = second.end;
            second = doubled(text, from);
        }
        if (whole.text.begin + from < whole.text.end)
            w.pieces.push_back({{whole.text.begin + from, whole.text.end}, whole.line, whole.after});
        d.first = first_piece;
        d.last = static_cast<std::uint32_t>(w.pieces.size());
        if (w.options.explain) w.explain(whole.line, "a string stands twice in a row");
    }
}

}  // namespace

void duplicates(Work& work) {
    whole_drafts(work);
    repeated_ends(work);
    doubled_strings(work);
}

}  // namespace broadsheet::repair_stage
