#include "repair/word_counts.hpp"

#include <catch2/catch.hpp>

using broadsheet::repair_stage::WordCounts;

namespace {

WordCounts::Seen seen(std::initializer_list<std::u32string_view> lines, WordCounts::Match match) {
    WordCounts counts(match);
    counts.ask(U"news", U"papers");
    for (const auto line : lines) counts.read(line);
    return counts.seen(U"news", U"papers");
}

WordCounts::Seen seen(std::initializer_list<std::u32string_view> lines) {
    return seen(lines, WordCounts::Match::inflected);
}

}  // namespace

TEST_CASE("A word is counted in each of its forms", "[repair][words]") {
    const auto s = seen({U"Newspapers, news-papers and news papers; the NEWS of papers"});
    CHECK(s.joined == 1);
    CHECK(s.hyphenated == 1);
    CHECK(s.split == 1);
    CHECK(s.left == 3);
    CHECK(s.right == 3);
    CHECK(s.words == 10);
    CHECK(s.letters == 1);
    CHECK(seen({U"a wspa in it, newspaperman"}).letters == 2);
}

TEST_CASE("Its case and number do not matter, unless they are to", "[repair][words]") {
    CHECK(seen({U"the newspaper"}).joined == 1);
    CHECK(seen({U"the newspaper"}, WordCounts::Match::exact).joined == 0);
    CHECK(seen({U"the newspapers"}, WordCounts::Match::exact).joined == 1);
}

TEST_CASE("A word that a line's end tears is no word", "[repair][words]") {
    const auto torn = seen({U"all the news-", U"", U"papers of papers"});
    CHECK(torn.left == 0);
    CHECK(torn.right == 1);
    CHECK(torn.hyphenated == 0);
    CHECK(torn.words == 4);
}
