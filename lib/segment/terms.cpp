#include "segment/terms.hpp"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <functional>

#include "core/chars.hpp"
#include "language/openers.hpp"

namespace broadsheet::segment_stage {

namespace {

constexpr std::size_t stem = 6;           // letters of a word that count
constexpr std::size_t long_word = 9;      // letters of one that may be a compound
constexpr std::size_t shortest_part = 3;  // letters of its first part

// Characters that make no topic: pronouns, particles, numerals and the like, in both scripts.
const std::bitset<0x10000>& function_characters() {
    static const std::bitset<0x10000> set = [] {
        std::bitset<0x10000> bits;
        for (const char32_t one :
             std::u32string_view(U"的了在是和与與及为為有我你他她它们們这這那個个不也都就而以于於上下中对對将將从從到被"
                                 U"把让讓向由等并並或其之所着著过過还還又很更最"
                                 U"一二三四五六七八九十百千万萬亿億两兩年月日时時分第每次元说說称稱表示"))
            bits.set(one);
        return bits;
    }();
    return set;
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
    // none, where the hash has no number yet
    [[nodiscard]] std::uint32_t find(std::uint64_t hash) const {
        const auto mask = slots_.size() - 1;
        auto i = static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
        while (slots_[i].number != none && slots_[i].hash != hash) i = (i + 1) & mask;
        return slots_[i].number;
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

bool is_letter(char32_t c) { return c < 0x80 ? (c | 0x20U) - U'a' < 26U : is(c, cls::letter); }

// A word's letters as a polynomial, so that a row of them rolls along the word.
struct WordHash {
    static constexpr std::uint64_t base = 0x100000001B3ULL;
    static constexpr std::uint64_t first_power = base * base * base * base * base;  // of the first of `stem` letters
    static_assert(stem == 6);

    std::uint64_t value = 0;
    void add(char32_t letter) { value = value * base + of(letter); }
    void roll(char32_t out, char32_t in) { value = (value - of(out) * first_power) * base + of(in); }
    [[nodiscard]] std::uint64_t term() const { return value ^ 0x5555555500000000ULL; }
    static char32_t of(char32_t letter) { return letter < 0x80 ? letter | 0x20U : folded(letter); }
};

// What may be the beginning of a later part of a compound: its terms were this part a word.
template <typename Emit>
void each_part(std::u32string_view word, Emit emit) {
    WordHash part;
    for (const char32_t c : word.substr(shortest_part, stem)) part.add(c);
    for (auto i = shortest_part; i + stem <= word.size(); ++i) {
        emit(part.term());
        if (i + stem < word.size()) part.roll(word[i], word[i + stem]);
    }
}

// A term is the beginning of a word: `emit` gets it and the whole word. `long_words` gets each word that may be a
// compound.
template <typename Emit, typename Long>
void each_term(std::u32string_view text, Emit emit, Long long_words) {
    static const auto& functions = function_characters();
    char32_t before = 0;  // the Han or Katakana character before, if it can be in a term
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto begin = i;
        WordHash word, whole;
        for (; i < text.size() && is_letter(text[i]); ++i) {
            if (i < begin + stem) word.add(text[i]);
            whole.add(text[i]);
        }
        if (const auto letters = i - begin; letters > 0) {
            before = 0;
            if (letters >= 3) emit(word.term(), whole.term());
            if (letters >= long_word) long_words(text.substr(begin, letters));
            if (i == text.size()) break;
        }
        const char32_t c = text[i];
        if (is(c, cls::cjk) && !(c >= 0x3041 && c <= 0x309F) && !(c < 0x10000 && functions[c])) {
            if (before) {
                const auto pair = static_cast<std::uint64_t>(before) << 21U | c;
                emit(pair, pair);
            }
            before = c;
        } else {
            before = 0;
        }
    }
}

// Words that make no topic, as terms and as whole words (sorted).
struct Small {
    explicit Small(std::span<const std::u32string> list) {
        for (const auto& word : list)
            each_term(
                word,
                [&](std::uint64_t term, std::uint64_t whole) {
                    terms.push_back(term);
                    words.push_back(whole);
                },
                [](auto) {});
        std::sort(words.begin(), words.end());
    }
    [[nodiscard]] bool has(std::uint64_t whole) const { return std::binary_search(words.begin(), words.end(), whole); }
    std::vector<std::uint64_t> terms, words;
};

const Small& small_words() {
    static const Small all(language::small_words());
    return all;
}

// Whole words only: Montag is one, Montage is none.
const Small& time_words() {
    static const Small all(language::time_words());
    return all;
}

}  // namespace

Terms::Terms(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last) {
    const auto n = last - first;
    weight_.assign(n, 0);
    common_weight_.assign(n, 0);
    std::size_t expected = 0;  // terms: a pair for each character, or a word for each six
    for (auto u = first; u < last; ++u) expected += units[u].chars / (units[u].cjk ? 1 : 6);
    Numbers numbers(std::min<std::size_t>(expected, 8192));
    for (const auto hash : small_words().terms) numbers.number(hash);
    const auto small = numbers.size();
    for (const auto hash : time_words().terms) numbers.number(hash);
    const auto times = numbers.size();
    std::u32string store;
    // The terms of headings first: parts of compounds are looked up among them.
    std::bitset<4096> filter;
    const auto bit = [](std::uint64_t hash) { return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15ULL >> 52U); };
    const auto is_head = [&](std::size_t u) { return units[first + u].kind == Kind::head; };
    const auto text = [&](std::size_t u) { return text_of(document, document.blocks[units[first + u].block], store); };
    for (std::size_t u = 0; u < n; ++u)
        if (is_head(u))
            each_term(
                text(u),
                [&](std::uint64_t hash, std::uint64_t) {
                    filter.set(bit(hash));
                    numbers.number(hash);
                },
                [](auto) {});
    const auto of_heads = numbers.size();
    struct Seen {
        std::uint32_t unit = none;    // the last unit that had the term
        std::uint32_t body = none;    // the last running text that had it
        std::uint32_t frequency = 0;  // how many units have it
    };
    std::vector<Seen> seen(of_heads);
    struct Back {
        std::uint32_t before, term;
    };
    std::vector<Back> backs;
    std::vector<std::uint32_t> backs_begin{0};
    terms_begin_.push_back(0);
    for (std::size_t u = 0; u < n; ++u) {
        const Unit& unit = units[first + u];
        if (unit.kind != Kind::furniture && unit.kind != Kind::byline && unit.kind != Kind::credit) {
            const bool body = unit.kind == Kind::body;
            const bool beside = unit.kind == Kind::caption || unit.kind == Kind::note;
            const auto here = static_cast<std::uint32_t>(u);
            const auto keep = [&](std::uint32_t t) {
                if (t == seen.size()) seen.emplace_back();
                Seen& s = seen[t];
                if (s.unit == here) return;
                s.unit = here;
                ++s.frequency;
                terms_.push_back(t);
                if ((body || beside) && s.body != none) backs.push_back({s.body, t});
                if (body) s.body = here;
            };
            each_term(
                text(u),
                [&](std::uint64_t hash, std::uint64_t whole) {
                    const auto t = numbers.number(hash);
                    if (t >= small && (t >= times || !time_words().has(whole))) keep(t);
                },
                [&](std::u32string_view word) {
                    if (body || beside)
                        each_part(word, [&](std::uint64_t hash) {
                            if (!filter[bit(hash)]) return;
                            if (const auto t = numbers.find(hash); t >= small && t < of_heads) keep(t);
                        });
                });
        }
        terms_begin_.push_back(static_cast<std::uint32_t>(terms_.size()));
        backs_begin.push_back(static_cast<std::uint32_t>(backs.size()));
    }
    // Compounds in headings have the words of the texts as parts.
    std::vector<std::uint32_t> whole, whole_begin{0};
    for (std::size_t u = 0; u < n; ++u) {
        const auto own = of(u);
        const auto begin = static_cast<std::ptrdiff_t>(whole.size());
        whole.insert(whole.end(), own.begin(), own.end());
        if (is_head(u)) {
            each_term(
                text(u), [](auto, auto) {},
                [&](std::u32string_view word) {
                    each_part(word, [&](std::uint64_t hash) {
                        const auto t = numbers.find(hash);
                        if (t == none || t < small || seen[t].body == none) return;
                        if (std::find(whole.begin() + begin, whole.end(), t) != whole.end()) return;
                        whole.push_back(t);
                        ++seen[t].frequency;
                    });
                });
            std::sort(whole.begin() + begin, whole.end());
        }
        whole_begin.push_back(static_cast<std::uint32_t>(whole.size()));
    }
    terms_.swap(whole);
    terms_begin_.swap(whole_begin);
    term_weight_.resize(seen.size());
    // Frequencies are small numbers: their logarithms are looked up.
    std::vector<float> logs(n + 2);
    for (std::size_t f = 1; f < logs.size(); ++f) logs[f] = std::log(static_cast<float>(n + 1) / static_cast<float>(f));
    for (std::size_t t = 0; t < seen.size(); ++t) term_weight_[t] = logs[seen[t].frequency];
    for (std::size_t u = 0; u < n; ++u)
        for (const auto t : of(u)) {
            weight_[u] += term_weight_[t];
            if (seen[t].frequency > 1 && (seen[t].body != none || t < of_heads)) common_weight_[u] += term_weight_[t];
        }
    // Links of a unit: the weights by the unit they lead to, summed from the nearest on.
    std::vector<float> by_unit(n, 0);
    std::vector<std::uint32_t> touched;
    links_begin_.push_back(0);
    for (std::size_t u = 0; u < n; ++u) {
        touched.clear();
        for (auto b = backs_begin[u]; b < backs_begin[u + 1]; ++b) {
            if (by_unit[backs[b].before] == 0) touched.push_back(backs[b].before);
            by_unit[backs[b].before] += term_weight_[backs[b].term];
        }
        std::sort(touched.begin(), touched.end(), std::greater<>());
        float sum = 0;
        for (const auto before : touched) {
            sum += by_unit[before];
            by_unit[before] = 0;
            links_.push_back({before, sum});
        }
        links_begin_.push_back(static_cast<std::uint32_t>(links_.size()));
    }
}

}  // namespace broadsheet::segment_stage
