#include "segment/facts.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/cues.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t sample = 600;  // characters that tell the language

// Takes a jump line off the end of an article's last text, or off the beginning of its first: "... （下转第三版）".
void cut_jump(Document& d, Article& a, std::uint32_t block, bool from) {
    Block& b = d.blocks[block];
    const auto at = from ? b.first : b.last - 1;
    const Piece whole = d.pieces[at];
    const auto jump = language::jump_line(d.text.view(whole.text));
    if (jump.place.empty() || jump.from != from) return;
    const Line& line = d.lines[whole.line];
    a.jumps.push_back({line.page, line.number, jump.page, false});
    Piece cut = whole, kept = whole;
    (from ? cut.text.end : cut.text.begin) = whole.text.begin + (from ? jump.place.end : jump.place.begin);
    (from ? kept.text.begin : kept.text.end) = from ? cut.text.end : cut.text.begin;
    const auto blank = [&](std::uint32_t i) { return is(d.text.chars[i], cls::space); };
    while (kept.text.end > kept.text.begin && blank(kept.text.end - 1)) --kept.text.end;
    while (kept.text.begin < kept.text.end && blank(kept.text.begin)) ++kept.text.begin;
    if (kept.text.empty()) return;  // nothing but a jump line: the pass for furniture saw a reason to keep it
    const auto first = static_cast<std::uint32_t>(d.pieces.size());
    for (auto i = b.first; i < b.last; ++i) d.pieces.push_back(i == at ? kept : Piece(d.pieces[i]));
    b.first = first;
    b.last = static_cast<std::uint32_t>(d.pieces.size());
    d.pieces.push_back(cut);
    d.dropped.push_back({Reason::jump_line, b.last, b.last + 1, none});
}

// The same where it is broken over the last two rows: "... (Continued on" above "Page 9)".
void cut_broken_jump(Document& d, Article& a, std::uint32_t block) {
    Block& b = d.blocks[block];
    if (b.last < b.first + 3) return;
    const Piece above = d.pieces[b.last - 2], below = d.pieces[b.last - 1];
    if (above.after != Joint::space) return;
    const auto rows = std::u32string(d.text.view(above.text)) + U' ' + std::u32string(d.text.view(below.text));
    const auto jump = language::jump_line(rows);
    if (jump.place.empty() || jump.from || jump.place.begin >= above.text.size()) return;
    const Line& line = d.lines[above.line];
    a.jumps.push_back({line.page, line.number, jump.page, false});
    Piece kept = above, cut = above;
    cut.text.begin = kept.text.end = above.text.begin + jump.place.begin;
    while (kept.text.end > kept.text.begin && is(d.text.chars[kept.text.end - 1], cls::space)) --kept.text.end;
    const auto first = static_cast<std::uint32_t>(d.pieces.size());
    for (auto i = b.first; i + 2 < b.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    if (!kept.text.empty()) d.pieces.push_back(kept);
    b.first = first;
    b.last = static_cast<std::uint32_t>(d.pieces.size());
    d.pieces.push_back(cut);
    d.pieces.push_back(below);
    d.dropped.push_back({Reason::jump_line, b.last, b.last + 2, none});
}

// 本报讯（记者 张三 李四）: the names that stand in the first sentence.
void authors_of_lead(std::u32string_view text, std::vector<std::u32string>& names) {
    static const Pattern lead(
        "[（(〔【［](?:本报|本報|特约|特約|见习|見習|实习|實習)?(?:记者|記者|通讯员|通訊員)[\\s：:]?"
        "([\\p{Han}·\\s、，]{2,40}?)(?:[／/][^）)〕】］]{0,12})?[）)〕】］]");
    Run where;
    if (!lead.search(text.substr(0, 60), &where, 1)) return;
    const auto found = language::names_in(U"记者 " + std::u32string(text.substr(where.begin, where.size())));
    names.insert(names.end(), found.begin(), found.end());
}

}  // namespace

void find_facts(Document& d, Article& a, std::uint32_t first_cues, const SegmentOptions& options) {
    std::u32string store, words;
    std::vector<std::u32string> names;
    bool text = false, caption = false;
    std::uint32_t first_text = none, last_text = none;
    for (const auto b : a.blocks) {
        const Role role = d.blocks[b].role;
        if (role == Role::paragraph || role == Role::list) {
            if (first_text == none) first_text = b;
            last_text = b;
            text = true;
        }
        caption = caption || role == Role::caption || role == Role::credit;
        if (words.size() < sample) words += text_of(d, d.blocks[b], store);
        if (role == Role::byline)
            for (auto& name : language::names_in(text_of(d, d.blocks[b], store))) names.push_back(std::move(name));
    }
    if (first_text != none) authors_of_lead(text_of(d, d.blocks[first_text], store), names);
    for (const auto& name : names) {
        auto utf8 = to_utf8(name);
        if (std::find(a.authors.begin(), a.authors.end(), utf8) == a.authors.end())
            a.authors.push_back(std::move(utf8));
    }
    a.lang = options.lang.empty() ? language::language_of(words) : options.lang;
    if (!text && caption) a.type = ArticleType::photo;
    if (first_cues & (language::Cue::advert | language::Cue::notice))
        a.type = first_cues & language::Cue::advert ? ArticleType::ad : ArticleType::notice;
    if (last_text != none) {
        cut_jump(d, a, last_text, false);
        if (a.jumps.empty()) cut_broken_jump(d, a, last_text);
    }
    if (first_text != none) cut_jump(d, a, first_text, true);
    if (first_text != none) {
        const auto opening = trimmed(text_of(d, d.blocks[first_text], store));
        a.starts_open =
            d.blocks[first_text].starts_open ||
            (!opening.empty() && is(opening.front(), cls::lower | cls::pause) && !is(opening.front(), cls::open));
    }
    if (last_text != none && a.jumps.empty()) {
        auto ending = trimmed(text_of(d, d.blocks[last_text], store));
        while (!ending.empty() && is(ending.back(), cls::close | cls::quote)) ending.remove_suffix(1);
        a.ends_open =
            d.blocks[last_text].ends_open ||
            (ending.size() > 12 && is(ending.back(), cls::cjk | cls::letter | cls::pause) && ending.back() != U'：');
    }
}

void give_jumps(Document& d) {
    std::vector<std::uint32_t> article_of;  // by line
    for (const auto& x : d.dropped) {
        if (x.reason != Reason::jump_line) continue;
        const Piece& piece = d.pieces[x.first];
        const Line& line = d.lines[piece.line];
        // Cut off a paragraph: known already.
        if (piece.text.size() != line.text.size() || x.last > x.first + 1) continue;
        if (article_of.empty()) {
            article_of.assign(d.lines.size(), none);
            for (std::uint32_t a = 0; a < d.articles.size(); ++a)
                for (const auto b : d.articles[a].blocks)
                    for (auto p = d.blocks[b].first; p < d.blocks[b].last; ++p) article_of[d.pieces[p].line] = a;
        }
        const auto jump = language::jump_line(d.text.view(piece.text));
        auto at = piece.line;
        if (jump.from)
            while (at + 1 < d.lines.size() && article_of[at] == none) ++at;
        else
            while (at > 0 && article_of[at] == none) --at;
        if (article_of[at] == none) continue;
        Article& a = d.articles[article_of[at]];
        a.jumps.push_back({line.page, line.number, jump.page, false});
        (jump.from ? a.starts_open : a.ends_open) = false;
    }
}

}  // namespace broadsheet::segment_stage
