#include "segment/terms.hpp"

#include <algorithm>
#include <cmath>

#include "core/chars.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t stem = 6;  // letters of a word that count

// Characters that make no topic: pronouns, particles, numerals and the like, in both scripts.
bool is_function(char32_t c) {
    static constexpr std::u32string_view list =
        U"的了在是和与與及为為有我你他她它们們这這那个個不也都就而以于於上下中对對将將从從到被把让讓向由等并並或其之所着著过過还還又很更最"
        U"一二三四五六七八九十百千万萬亿億两兩年月日时時分第每次元说說称稱表示";
    return list.find(c) != std::u32string_view::npos;
}

char32_t folded(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= U'À' && c <= U'Þ' && c != U'×')) return c + 32;
    return c;
}

// Open addressing from a term's hash to its number.
class Numbers {
public:
    explicit Numbers(std::size_t expected) {
        std::size_t size = 64;
        while (size < expected * 2) size *= 2;
        slots_.assign(size, {0, none});
    }
    std::uint32_t number(std::uint64_t hash) {
        if (count_ * 2 >= slots_.size()) grow();
        const auto mask = slots_.size() - 1;
        for (auto i = static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 20U) & mask;; i = (i + 1) & mask) {
            if (slots_[i].number == none) {
                slots_[i] = {hash, static_cast<std::uint32_t>(count_++)};
                return slots_[i].number;
            }
            if (slots_[i].hash == hash) return slots_[i].number;
        }
    }
    [[nodiscard]] std::size_t size() const { return count_; }

private:
    struct Slot {
        std::uint64_t hash;
        std::uint32_t number;
    };
    void grow() {
        std::vector<Slot> old(slots_.size() * 2, {0, none});
        old.swap(slots_);
        const auto mask = slots_.size() - 1;
        for (const auto& slot : old) {
            if (slot.number == none) continue;
            auto i = static_cast<std::size_t>(slot.hash * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
            while (slots_[i].number != none) i = (i + 1) & mask;
            slots_[i] = slot;
        }
    }
    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

template <typename Emit>
void each_term(std::u32string_view text, Emit emit) {
    char32_t before = 0;  // the Han or Katakana character before, if it can be in a term
    std::uint64_t word = 0;
    std::size_t letters = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char32_t c = i < text.size() ? text[i] : U' ';
        const auto f = class_of(c);
        if (f & cls::letter) {
            if (letters < stem) word = word * 0x100000001B3ULL + folded(c);
            ++letters;
            before = 0;
            continue;
        }
        if (letters >= 3) emit(word ^ 0x5555555500000000ULL);
        letters = 0;
        word = 0;
        if ((f & (cls::han | cls::kana | cls::hangul)) && !(c >= 0x3041 && c <= 0x309F) && !is_function(c)) {
            if (before) emit(static_cast<std::uint64_t>(before) << 21U | c);
            before = c;
        } else {
            before = 0;
        }
    }
}

}  // namespace

Terms::Terms(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last) {
    const auto n = last - first;
    links_.resize(n);
    weight_.assign(n, 0);
    terms_.resize(n);
    Numbers numbers(4096);
    std::vector<std::uint32_t> seen, frequency;  // by term: last unit that had it, how many had it
    struct Back {
        std::uint32_t unit, term, before;
    };
    std::vector<Back> backs;
    std::vector<std::uint32_t> last_body;  // by term: last running text that had it
    std::u32string store;
    for (std::size_t u = 0; u < n; ++u) {
        const Unit& unit = units[first + u];
        if (unit.kind == Kind::furniture || unit.kind == Kind::byline || unit.kind == Kind::credit) continue;
        const auto text = text_of(document, document.blocks[unit.block], store);
        const bool body = unit.kind == Kind::body;
        each_term(text, [&](std::uint64_t hash) {
            const auto t = numbers.number(hash);
            if (t == seen.size()) {
                seen.push_back(none);
                frequency.push_back(0);
                last_body.push_back(none);
            }
            if (seen[t] == u) return;
            seen[t] = static_cast<std::uint32_t>(u);
            ++frequency[t];
            terms_[u].push_back(t);
            if (body) {
                if (last_body[t] != none) backs.push_back({static_cast<std::uint32_t>(u), t, last_body[t]});
                last_body[t] = static_cast<std::uint32_t>(u);
            }
        });
    }
    term_weight_.resize(frequency.size());
    const auto total = static_cast<float>(n + 1);
    for (std::size_t t = 0; t < frequency.size(); ++t)
        term_weight_[t] = std::log(total / static_cast<float>(frequency[t]));
    for (std::size_t u = 0; u < n; ++u) {
        std::sort(terms_[u].begin(), terms_[u].end());
        for (const auto t : terms_[u]) weight_[u] += term_weight_[t];
    }
    for (const auto& b : backs) links_[b.unit].push_back({b.before, term_weight_[b.term]});
    for (auto& list : links_)
        std::sort(list.begin(), list.end(), [](const Link& a, const Link& b) { return a.before > b.before; });
}

}  // namespace broadsheet::segment_stage
