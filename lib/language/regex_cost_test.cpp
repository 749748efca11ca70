// No expression runs away: however hostile a line, what a search costs grows little faster than the line. Steps are
// counted, not time. Hostile lines are bred: of the expression's own words and of what names, lists and brackets are
// made of, those that cost most are doubled, cut and mixed again.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "core/chars.hpp"
#include "core/regex.hpp"
#include "core/regex_traits.hpp"
#include "language/names.hpp"
#include "language/tables.hpp"
#include "language/western.hpp"

using namespace broadsheet;

namespace {

// Walks over characters and counts its steps.
class Steps {
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = UChar32;
    using difference_type = std::ptrdiff_t;
    using pointer = const UChar32*;
    using reference = UChar32;

    Steps() = default;
    Steps(const char32_t* at, std::uint64_t* count) : at_(at), count_(count) {}
    UChar32 operator*() const { return static_cast<UChar32>(*at_); }
    Steps& operator++() { return ++at_, ++*count_, *this; }
    Steps& operator--() { return --at_, *this; }
    Steps operator++(int) {
        Steps before = *this;
        ++*this;
        return before;
    }
    Steps operator--(int) {
        Steps before = *this;
        --*this;
        return before;
    }
    bool operator==(const Steps& other) const { return at_ == other.at_; }
    bool operator!=(const Steps& other) const { return at_ != other.at_; }

private:
    const char32_t* at_ = nullptr;
    std::uint64_t* count_ = nullptr;
};

constexpr std::uint64_t endless = 1'000'000;

std::uint64_t steps(const regex::Expression& expression, const std::u32string& line) {
    std::uint64_t count = 0;
    const char32_t *const begin = line.data(), *const end = begin + line.size();
    boost::match_results<Steps> found;
    try {
        (void)boost::regex_search(Steps(begin, &count), Steps(end, &count), found, expression);
    } catch (const std::runtime_error&) {
        return endless;
    }
    return count;
}

// The runs of letters, digits and blanks in an expression: what a line needs to get deep into it.
std::vector<std::u32string> words_of(std::string_view expression) {
    std::vector<std::u32string> words(1);
    const auto text = to_utf32(expression);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U'\\') {
            ++i;
            if (text[i] == U'p') i = std::min(text.find(U'}', i), text.size() - 1);
        } else if (is(text[i], cls::letter | cls::cjk | cls::digit) || text[i] == U' ') {
            words.back().push_back(text[i]);
            continue;
        }
        if (!words.back().empty()) words.emplace_back();
    }
    return words;
}

class Breeder {
public:
    Breeder(std::string_view expression, std::size_t longest)
        : expression_(regex::compile(expression)), longest_(longest), words_(words_of(expression)) {
        for (const auto* unit : {U"A",  U"a",   U"A.", U" A",  U" A.",  U" Aa", U" D'A", U", A", U", Aa Aa", U" de la ",
                                 U"d'", U"-",   U" ",  U",",   U".",    U"(",   U")",    U"[",   U"—",       U"1",
                                 U"1 ", U" 12", U"章", U" 章", U"张三", U"、",  U"，",   U"（",  U"ア",      U"!"})
            words_.emplace_back(unit);
    }

    // The most steps that a line of its length takes, found in so many trials.
    std::uint64_t most(int trials, std::u32string& worst) {
        std::uint64_t best = 0;
        for (int litter = 0; litter < 4; ++litter) {
            std::u32string parent;
            std::uint64_t of_parent = 0;
            for (int n = 0; n < trials / 4; ++n) {
                const auto child = bred(parent);
                const auto of_child = steps(expression_, child);
                if (of_child < of_parent) continue;
                of_parent = of_child;
                parent = child;
                if (of_child == endless) break;
            }
            if (of_parent < best) continue;
            best = of_parent;
            worst = parent;
            if (best == endless) break;
        }
        return best;
    }

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    std::u32string bred(std::u32string line) {
        for (auto times = 1 + below(3); times > 0; --times) {
            const auto at = below(line.size() + 1);
            const auto size = below(std::min<std::size_t>(line.size() - at, 24) + 1);
            switch (below(5)) {
                case 0:
                    line.erase(at, below(4));
                    break;
                case 1:
                    line.insert(at, line.substr(at, size));
                    break;
                case 2:
                    for (auto n = below(8); n > 0; --n) line.insert(at, line.substr(at, size));
                    break;
                default:
                    line.insert(below(2) ? at : line.size(), words_[below(words_.size())]);
            }
            line.resize(std::min(line.size(), longest_));
        }
        return line;
    }

    regex::Expression expression_;
    std::size_t longest_;
    std::vector<std::u32string> words_;
    std::mt19937 random_{5};
};

void try_hard(std::string_view expression, std::size_t longest) {
    std::u32string worst;
    Breeder breeder(expression, longest);
    const auto found = breeder.most(6000, worst);
    INFO(expression << "\n" << found << " steps for " << to_utf8(worst));
    const bool fair = found <= 100 * longest;
    CHECK(fair);
}

}  // namespace

TEST_CASE("no expression of a table runs away", "[cues][cost]") {
    constexpr std::size_t part_length = 48;  // of a line's head and tail
    const auto try_rows = [](std::span<const language::CueRow> rows) {
        for (const auto& row : rows)
            try_hard(row.expression, row.part == language::Part::whole ? row.longest : part_length);
    };
    for (const auto& table : language::tables()) try_rows(table.cues);
    try_rows(language::western_cues());
    for (const auto expression : language::name_expressions()) try_hard(expression, 120);
}

TEST_CASE("one that does is found out, and given up", "[cues][cost]") {
    std::u32string worst;
    CHECK(Breeder("^(?:\\p{Lu}+ ?)+$", 48).most(6000, worst) == endless);
    CHECK_FALSE(Pattern("^(?:\\p{Lu}+ ?)+$").search(U"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!"));
}
