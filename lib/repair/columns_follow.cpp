#include "repair/columns_follow.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "repair/columns_weights.hpp"
#include "repair/edges.hpp"

namespace broadsheet::repair_stage {

namespace {

constexpr std::u32string_view units =
    U"年月日时时点分秒个人名元万亿千百十余多度号版届次家户项种条件位岁倍吨米里层层%％℃°角円時個億萬歲頁页";

}  // namespace

float follow(const Document& document, const Pairs& pairs, const Cell& a, const Cell& b) {
    const char32_t x = document.text.chars[a.text.end - 1];
    const char32_t y = document.text.chars[b.text.begin];
    float cost = 0;
    // Some typesetters let a line begin with a mark, but only where two marks follow each other.
    if (b.ends.bad_start)
        cost += is(x, cls::mark | cls::close) || is(y, cls::quote) ? weight::bad_start_of_two : weight::bad_start;
    if (a.ends.bad_end) cost += weight::bad_end;
    // The narrower one of two measures may be a short line of the wider one, if it ends a paragraph.
    if (a.measure != b.measure && !(a.measure < b.measure ? a : b).ends.stops) cost += weight::measure_changes;
    // A new paragraph.
    // An indented line may lack more, if the next word did not fit.
    const bool indented = a.indented || (!a.joined && a.room >= weight::indent &&
                                         a.room - weight::indent < b.ends.first_unit + weight::fit_slack);
    const float room = a.room - (indented ? weight::indent : 0);
    float fresh = weight::breaks;
    if (!a.ends.stops)
        fresh +=
            a.ends.pauses || room > weight::headline_room ? weight::breaks_after_weak : weight::breaks_after_nothing;
    if (starts_wanting(document.text.view(b.text))) fresh += weight::starts_wanting;
    if (b.joined) fresh += weight::joined_indent;
    const float excess = weight::indent - b.room - b.ends.hanging - weight::fit_slack;
    if (excess > 0) fresh += weight::not_indented * std::min(excess, 1.0F);
    // The same paragraph.
    float same = 0;
    const float spare = room - b.ends.first_unit;
    if (spare > weight::fit_slack) same += weight::unfull + weight::unfull_by_em * std::min(spare, weight::unfull_most);
    if (a.ends.stops) same += weight::goes_on_after_stop;
    if (b.indented && !b.ends.stops) same += weight::unfull;
    if (a.ends.opened && b.ends.closed) same -= weight::quotes_closed;
    if (is(x, cls::digit)) {
        if (is(y, cls::digit)) same += weight::digits_torn;
        if (units.find(y) != std::u32string_view::npos) same -= weight::number_unit;
    }
    if (is(x, cls::cjk) && is(y, cls::cjk)) {
        const auto seen = pairs.count(x, y);
        // The dictionary is slow: it is asked only where it can make one paragraph likelier than two.
        if (same + weight::word_across[seen] >= fresh) return cost + fresh;
        const bool word = word_across(document.text.view(a.text), document.text.view(b.text));
        same += word ? weight::word_across[seen] : weight::no_word[seen];
    } else if (is(x, cls::cjk) && is(y, cls::open)) {
        same += weight::phrase_opens;
    } else if (is(x, cls::cjk) != is(y, cls::cjk) &&
               (is(x, cls::digit | cls::letter) && is(y, cls::digit | cls::letter))) {
        same += weight::scripts_differ;
    }
    return cost + std::min(fresh, same);
}

float straight_cost(const Document& document, std::size_t strips, const Splits& splits, const Pairs& pairs) {
    float cost = 0;
    const Cell* above = nullptr;
    for (std::size_t i = 0; i < strips; ++i) {
        const Split& split = splits.whole(i);
        const Cell& cell = splits.cell(split.first);
        cost += split.cost;
        if (cell.head) {
            cost += weight::head_line;
            continue;
        }
        cost += cell.cost;
        if (above) cost += follow(document, pairs, *above, cell);
        above = &cell;
    }
    return cost;
}

}  // namespace broadsheet::repair_stage
