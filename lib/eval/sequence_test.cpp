#include "eval/sequence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace broadsheet::eval;

namespace {

std::size_t plain_common(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> t(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : std::max(t[i - 1][j], t[i][j - 1]);
    return t[a.size()][b.size()];
}

std::size_t plain_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::vector<std::size_t>> t(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j)
            t[i][j] = i == 0   ? j
                      : j == 0 ? i
                               : std::min({t[i - 1][j] + 1, t[i][j - 1] + 1,
                                           t[i - 1][j - 1] + static_cast<std::size_t>(a[i - 1] != b[j - 1])});
    return t[a.size()][b.size()];
}

}  // namespace

TEST_CASE("bit-parallel measures give what the tables give", "[eval]") {
    std::mt19937 random(7);
    const auto text = [&](std::size_t size, unsigned kinds) {
        std::u32string out;
        for (std::size_t i = 0; i < size; ++i) out.push_back(static_cast<char32_t>(U'a' + random() % kinds));
        return out;
    };
    for (const std::size_t size : {0U, 1U, 5U, 63U, 64U, 65U, 128U, 200U})
        for (const std::size_t other : {0U, 1U, 62U, 64U, 130U, 191U})
            for (const unsigned kinds : {2U, 4U, 30U}) {
                const auto a = text(size, kinds), b = text(other, kinds);
                INFO(size << " " << other << " " << kinds);
                CHECK(common_length(a, b) == plain_common(a, b));
                CHECK(edit_distance(a, b) == plain_distance(a, b));
                CHECK(edit_distance(b, a) == plain_distance(a, b));
                CHECK(Inventory(a).bound(Inventory(b)) >= similarity(a, b));
            }
    // Nearly the same, as texts of OCR are.
    auto a = text(500, 20), b = a;
    b.erase(77, 3);
    b[200] = U'?';
    b.insert(300, U"xyz");
    CHECK(common_length(a, b) == plain_common(a, b));
    CHECK(edit_distance(a, b) == plain_distance(a, b));
}

TEST_CASE("words are counted as wholes", "[eval]") {
    const std::vector<std::u32string> a{U"the", U"old", U"pier"}, b{U"the", U"new", U"pier", U"opens"};
    CHECK(edit_distance(a, b) == 2);
    CHECK(similarity(U"", U"") == 1);
    CHECK(similarity(U"a", U"") == 0);
}

TEST_CASE("long texts are compared in reasonable time", "[eval]") {
    std::mt19937 random(3);
    std::u32string a;
    for (int i = 0; i < 60000; ++i) a.push_back(static_cast<char32_t>(U'a' + random() % 26));
    auto b = a;
    std::reverse(b.begin(), b.end());
    CHECK(common_length(a, b) > 18000);
    CHECK(edit_distance(a, a) == 0);
}
