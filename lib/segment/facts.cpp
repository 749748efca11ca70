#include "segment/facts.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "language/cues.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;

constexpr std::size_t sample = 600;  // characters that tell the language

std::uint32_t number_in(std::u32string_view text) {
    constexpr std::u32string_view han = U"〇一二三四五六七八九十";
    std::uint32_t n = 0;
    bool any = false;
    for (const char32_t c : text) {
        if (is(c, cls::digit)) {
            const auto digit = c >= U'０' ? c - U'０' : c - U'0';
            if (digit > 9 || n > 999) continue;
            n = n * 10 + static_cast<std::uint32_t>(digit);
            any = true;
        } else if (const auto at = han.find(c); at != std::u32string_view::npos) {
            n = at == 10                 ? (n == 0 ? 10 : n * 10)
                : n >= 10 && n % 10 == 0 ? n + static_cast<std::uint32_t>(at)
                                         : static_cast<std::uint32_t>(at);
            any = true;
        } else if (any) {
            break;
        }
    }
    return n;
}

// Takes a jump line off the end of a block: "... （下转第三版）".
void find_jump(Document& d, Article& a, std::uint32_t block) {
    std::u32string store;
    const auto text = text_of(d, d.blocks[block], store);
    const auto found = language::cues(text);
    if (!(found & (Cue::jump_to | Cue::jump_from))) return;
    const Piece& last = d.pieces[d.blocks[block].last - 1];
    const auto piece = d.text.view(last.text);
    const Line& line = d.lines[last.line];
    if (found & Cue::jump_from) {
        a.jumps.push_back({line.page, line.number, number_in(text.substr(0, 24)), false});
        return;
    }
    static const Pattern jump(
        "[（(〈【\\[]?(?:下转|下轉|转第|轉第|下接|转至|轉至|[Cc]ontinued on|CONTINUED "
        "ON|Fortsetzung|Suite|[0-9０-９]+面に)[^。]{0,24}$");
    Run where;
    if (!jump.search(piece, &where)) return;
    a.jumps.push_back({line.page, line.number, number_in(piece.substr(where.begin)), false});
    Piece cut = last;
    cut.text.begin += where.begin;
    if (where.begin == 0) return;  // a line of its own stays where it is
    Block& b = d.blocks[block];
    const auto first = static_cast<std::uint32_t>(d.pieces.size());
    for (auto i = b.first; i < b.last; ++i) d.pieces.push_back(Piece(d.pieces[i]));
    Run& kept = d.pieces.back().text;
    kept.end = cut.text.begin;
    while (kept.end > kept.begin && is(d.text.chars[kept.end - 1], cls::space)) --kept.end;
    b.first = first;
    b.last = static_cast<std::uint32_t>(d.pieces.size());
    d.pieces.push_back(cut);
    d.dropped.push_back({Reason::jump_line, b.last, b.last + 1, none});
}

// 本报讯（记者 张三 李四）: the names that stand in the first sentence.
void authors_of_lead(std::u32string_view text, std::vector<std::u32string>& names) {
    static const Pattern lead(
        "[（(](?:本报|特约|见习|实习)?(?:记者|記者|通讯员|通訊員)[\\s：:]?([\\p{Han}·\\s、，]{2,40}?)[）)]");
    Run where;
    if (!lead.search(text.substr(0, 60), &where, 1)) return;
    const auto found = language::names_in(U"记者 " + std::u32string(text.substr(where.begin, where.size())));
    names.insert(names.end(), found.begin(), found.end());
}

}  // namespace

void find_facts(Document& d, Article& a, const Draft& draft, const SegmentOptions& options) {
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
    if (last_text != none) find_jump(d, a, last_text);
    if (first_text != none && first_text != last_text) find_jump(d, a, first_text);
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
    // A score of 0 is an even chance; each article's evidence sums to some ten units of log-odds.
    a.confidence = std::clamp(1.0F / (1.0F + std::exp(-(draft.score + 8.0F) / 4.0F)), 0.01F, 0.99F);
}

}  // namespace broadsheet::segment_stage
