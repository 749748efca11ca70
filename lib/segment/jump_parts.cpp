#include "segment/jump_parts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include "core/chars.hpp"
#include "core/words.hpp"
#include "language/cues.hpp"
#include "segment/page_words.hpp"
#include "segment/terms.hpp"
#include "segment/unit.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

using language::Cue;
namespace weight = weights::jump;

bool heads(Role role) {
    return role == Role::headline || role == Role::kicker || role == Role::deck || role == Role::section;
}

bool runs(Role role) { return role == Role::paragraph || role == Role::list; }

std::u32string squeezed(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text)
        if (is(c, cls::letter | cls::cjk | cls::digit)) out.push_back(folded(c));
    return out;
}

// Words of a jump line that stand in a headline: four letters, or two characters.
std::uint32_t slug_words(std::u32string_view line, std::u32string_view headline) {
    std::uint32_t found = 0;
    for (std::size_t i = 0; i < line.size();) {
        auto end = i;
        std::u32string word;
        if (is(line[i], cls::cjk)) {
            if (i + 1 < line.size() && is(line[i + 1], cls::cjk)) word = line.substr(i, 2);
            end = i + (word.empty() || headline.find(word) == std::u32string_view::npos ? 1 : 2);
        } else {
            while (end < line.size() && is(line[end], cls::letter)) word.push_back(folded(line[end++]));
            if (word.size() < 4) word.clear();
            end = std::max(end, i + 1);
        }
        found += !word.empty() && headline.find(word) != std::u32string_view::npos;
        i = end;
    }
    return found;
}

}  // namespace

JumpParts::JumpParts(const Document& document) : d_(document), labels_(document) {
    parts_.resize(d_.articles.size());
    read_jumps();
    read_words();
    read_edges();
}

void JumpParts::read_jumps() {
    struct Found {
        language::JumpLine jump;
        std::u32string words;
    };
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Found> lines;  // page, line, page named
    for (const auto& x : d_.dropped) {
        if (x.reason != Reason::jump_line) continue;
        std::u32string words;
        for (auto p = x.first; p < x.last; ++p) {
            if (p > x.first) words.push_back(U' ');
            words += d_.text.view(d_.pieces[p].text);
        }
        const Line& line = d_.lines[d_.pieces[x.first].line];
        const auto jump = language::jump_line(words);
        lines[{line.page, line.number, jump.page}] = {jump, std::move(words)};
    }
    for (std::uint32_t a = 0; a < parts_.size(); ++a) {
        const auto& jumps = d_.articles[a].jumps;
        for (std::uint32_t j = 0; j < jumps.size(); ++j) {
            const auto at = lines.find({jumps[j].page, jumps[j].line, jumps[j].to_page});
            if (at == lines.end()) continue;
            const auto& [jump, words] = at->second;
            JumpMark mark{j, jumps[j].page, {section_in(words), jumps[j].to_page}, words, jump.refers};
            JumpMark& place = jump.from ? parts_[a].arrives : parts_[a].leaves;
            // The first line that brings it here, the last that leads away; "see page 5" where there is no other.
            if (place.index == none || (!jump.from && (place.refers || !mark.refers))) place = std::move(mark);
        }
    }
}

void JumpParts::read_words() {
    std::vector<Unit> units;
    std::u32string store;
    for (std::uint32_t a = 0; a < parts_.size(); ++a) {
        ArticlePart& part = parts_[a];
        for (const auto b : d_.articles[a].blocks) {
            const Block& block = d_.blocks[b];
            const auto text = text_of(d_, block, store);
            Unit u;
            u.block = b;
            u.chars = static_cast<std::uint32_t>(text.size());
            u.cjk = std::any_of(text.begin(), text.begin() + std::min<std::ptrdiff_t>(8, std::ssize(text)),
                                [](char32_t c) { return is(c, cls::cjk); });
            u.kind = heads(block.role) || block.role == Role::subhead ? Kind::head
                     : block.role == Role::byline                     ? Kind::byline
                     : block.role == Role::credit                     ? Kind::credit
                                                                      : Kind::body;
            units.push_back(u);
            if (heads(block.role)) part.headline += squeezed(text);
            if (block.role == Role::byline && part.first_text == none) part.byline += squeezed(text);
            const auto first = d_.lines[d_.pieces[block.first].line].page;
            const auto last = d_.lines[d_.pieces[block.last - 1].line].page;
            if (part.first_page == 0) part.first_page = first;
            part.last_page = std::max(part.last_page, last);
            if (!runs(block.role)) continue;
            if (part.first_text == none) {
                part.first_text = b;
                part.first_page = first;
            }
            part.last_text = b;
        }
    }
    const Terms terms(d_, units, 0, units.size());
    term_weight_.resize(terms.count());
    for (std::uint32_t t = 0; t < terms.count(); ++t) term_weight_[t] = terms.weight_of_term(t);
    terms_of_.resize(d_.blocks.size());
    std::size_t u = 0;
    for (std::uint32_t a = 0; a < parts_.size(); ++a) {
        ArticlePart& part = parts_[a];
        for (const auto b : d_.articles[a].blocks) {
            auto& own = terms_of_[b];
            own.assign(terms.of(u).begin(), terms.of(u).end());
            ++u;
            std::sort(own.begin(), own.end());
            auto& all = heads(d_.blocks[b].role) ? part.head_terms : part.text_terms;
            all.insert(all.end(), own.begin(), own.end());
        }
        for (auto* all : {&part.head_terms, &part.text_terms}) {
            std::sort(all->begin(), all->end());
            all->erase(std::unique(all->begin(), all->end()), all->end());
        }
    }
}

float JumpParts::weight(const std::vector<std::uint32_t>& terms) const {
    float sum = 0;
    for (const auto t : terms) sum += term_weight_[t];
    return sum;
}

float JumpParts::common(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) const {
    float sum = 0;
    for (auto i = x.begin(), j = y.begin(); i != x.end() && j != y.end();) {
        if (*i < *j) {
            ++i;
        } else if (*j < *i) {
            ++j;
        } else {
            sum += term_weight_[*i++];
            ++j;
        }
    }
    return sum;
}

float JumpParts::repeats(std::uint32_t a, std::uint32_t block) const {
    std::u32string store;
    const auto text = squeezed(text_of(d_, d_.blocks[block], store));
    if (!text.empty() && parts_[a].headline.find(text) != std::u32string::npos) return 1;
    const float own = weight(terms_of_[block]);
    return own > 0 ? common(terms_of_[block], parts_[a].head_terms) / own : 0;
}

Evidence JumpParts::judge(std::uint32_t a, std::uint32_t b, bool explain) const {
    const ArticlePart &x = parts_[a], &y = parts_[b];
    Evidence e(explain);
    e.add(x.leaves.index == none ? weight::arrives : y.arrives.index == none ? weight::leaves : weight::both);
    if (x.leaves.refers) e.add(weight::refers);
    add_pages(e, x, y);
    add_headline(e, x, y);
    add_words(e, x, y);
    add_cut(e, x, y);
    const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
    const auto &one = d_.articles[a].lang, &other = d_.articles[b].lang;
    if (!one.empty() && !other.empty() && primary(one) != primary(other)) e.add(weight::language);
    return e;
}

void JumpParts::add_pages(Evidence& e, const ArticlePart& a, const ArticlePart& b) const {
    const auto from = a.leaves.index == none ? a.last_page : a.leaves.page;
    const auto to = b.arrives.index == none ? b.first_page : b.arrives.page;
    const auto add = [&](float agreement, const Feature& yes, const Feature& no) {
        agreement > 0 ? e.add(yes, agreement) : e.add(no, -agreement);
    };
    if (a.leaves.index != none) add(labels_.agrees(to, a.leaves.label), weight::to_page, weight::to_other);
    if (b.arrives.index != none) add(labels_.agrees(from, b.arrives.label), weight::from_page, weight::from_other);
    if (from == to)
        e.add(weight::same_page);
    else if (from > to)
        e.add(weight::backward);
    else
        e.add(weight::far, static_cast<float>(to - from - 1));
}

void JumpParts::add_headline(Evidence& e, const ArticlePart& a, const ArticlePart& b) const {
    if (const float own = weight(b.head_terms); own > 0) {
        const float same = common(b.head_terms, a.head_terms) / own;
        const float told = common(b.head_terms, a.text_terms) / own;
        if (same > 0) e.add(weight::headline, same * same);
        if (same < 0.5F && told > 0) e.add(weight::head_words, told);
        if (same == 0 && told == 0) e.add(weight::head_strange);
    } else if (!b.headline.empty() && b.headline == a.headline) {
        e.add(weight::headline);
    }
    constexpr std::uint32_t most = 3;
    const auto slug = slug_words(a.leaves.words, b.headline) + slug_words(b.arrives.words, a.headline);
    e.add(weight::slug, static_cast<float>(std::min(slug, most)));
}

void JumpParts::read_edges() {
    constexpr std::size_t looked_at = 120;
    std::u32string store;
    for (ArticlePart& part : parts_) {
        if (part.first_text == none) continue;
        const auto before = trimmed(text_of(d_, d_.blocks[part.last_text], store));
        part.open = !before.empty() && !ends_sentence(before);
        const auto after = trimmed(text_of(d_, d_.blocks[part.first_text], store));
        if (after.empty()) continue;
        const char32_t first = after.front();
        part.low =
            is(first, cls::lower | cls::pause | cls::terminal) || (is(first, cls::close) && !is(first, cls::open));
        part.cjk = std::any_of(after.begin(), after.end(), [](char32_t c) { return is(c, cls::cjk); });
        part.report = (language::cues(after.substr(0, looked_at)) & Cue::lead) != 0;
    }
}

void JumpParts::add_words(Evidence& e, const ArticlePart& a, const ArticlePart& b) const {
    const float own = weight(b.text_terms), prior = weight(a.text_terms);
    if (own <= 0 || prior <= 0) return;
    const auto& likeness = b.cjk ? weights::cohesion_cjk : weights::cohesion_latin;
    const float odds =
        log_odds(likeness, common(b.text_terms, a.text_terms), own) + likeness.log_prior * PageWords::log_of(prior);
    e.add(weight::words, std::clamp(odds, -weight::words_bound, weight::words_bound));
}

void JumpParts::add_cut(Evidence& e, const ArticlePart& a, const ArticlePart& b) const {
    if (a.last_text == none || b.first_text == none) return;
    if (a.open && b.low)
        e.add(weight::cut);
    else if (a.open)
        e.add(weight::open);
    else if (b.low)
        e.add(weight::starts_low);
    if ((!b.byline.empty() && b.byline != a.byline) || b.report) e.add(weight::opens_report);
    if (!a.open || !a.cjk || !b.cjk || e.sum() < 0) return;
    // The dictionary is asked last.
    std::u32string store_a, store_b;
    const auto before = trimmed(text_of(d_, d_.blocks[a.last_text], store_a));
    const auto after = trimmed(text_of(d_, d_.blocks[b.first_text], store_b));
    if (is(before.back(), cls::cjk) && is(after.front(), cls::cjk) && word_across(before, after))
        e.add(weight::word_parted);
}

}  // namespace broadsheet::segment_stage
