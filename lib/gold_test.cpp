// How good the articles of our own pages are: a small scorer, and floors that may only rise.
//
//     broadsheet_tests "[.scores]"    prints the figures of every page, and floors.json as it could be
//
// Figures (0 to 1): articles whose whole text is at least 0.95 similar to a gold article's, blocks right as whole
// texts, roles (blocks right in text and role), all as F1; heads: share of gold articles whose headline is in the
// article matched; similarity of each gold article to the article matched, the mean by length. A page of which no
// article is right has no floor for them: a floor of 0 defends nothing. TESTDATA/../../shared/score/score.py, where it
// is there, has more figures.
#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "core/chars.hpp"
#include "pages_test.hpp"

namespace {

using nlohmann::json;

// Texts are compared with quotation marks and dashes unified, full-width signs made half-width, and without white space
// beside wide characters and quotation marks.
std::u32string normal(std::u32string_view text) {
    constexpr std::u32string_view from = U"“”„«»‘’—–―﹃﹄﹁﹂　\u00A0\u202F";
    constexpr std::u32string_view to = U"\"\"\"\"\"''---『』「」   ";
    static_assert(from.size() == to.size());
    std::u32string flat;
    for (char32_t c : text) {
        if (const auto at = from.find(c); at != std::u32string_view::npos) c = to[at];
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        if (c == U'\n' || c == U'\t' || c == U'\r') c = U' ';
        if (c == U' ' && (flat.empty() || flat.back() == U' ')) continue;
        flat.push_back(c);
    }
    if (!flat.empty() && flat.back() == U' ') flat.pop_back();
    const auto tight = [](char32_t c) {
        return broadsheet::half_cells(c) == 4 || c == U'"' || c == U'\'' || c == U',' || c == U':' || c == U'(' ||
               c == U')';
    };
    std::u32string out;
    for (std::size_t i = 0; i < flat.size(); ++i)
        if (flat[i] != U' ' || (!tight(flat[i - 1]) && !tight(flat[i + 1]))) out.push_back(flat[i]);
    return out;
}

struct Block {
    std::string role;
    std::u32string text;
    auto operator<=>(const Block&) const = default;
};
using Articles = std::vector<std::vector<Block>>;

// The text of spans: lines of the page, or parts of them, joined with a space where neither side is wide.
std::u32string text_of(const json& spans, const std::vector<std::u32string>& lines) {
    std::u32string out;
    for (const auto& each : spans) {
        const auto span = each.get<std::string>();
        const auto colon = span.find(':');
        std::u32string_view part = lines.at(std::stoul(span) - 1);
        if (colon != std::string::npos) {
            const auto begin = std::stoul(span.substr(colon + 1));
            part = part.substr(begin, std::stoul(span.substr(span.find('-') + 1)) - begin);
        }
        part = broadsheet::trimmed(part);
        if (part.empty()) continue;
        if (!out.empty() && !broadsheet::is_tight(out.back()) && !broadsheet::is_tight(part.front()))
            out.push_back(U' ');
        out += part;
    }
    return out;
}

Articles gold_of(const json& gold, const std::string& page) {
    std::vector<std::u32string> lines(1);
    for (const char32_t c : broadsheet::to_utf32(page)) {
        if (c == U'\n')
            lines.emplace_back();
        else
            lines.back().push_back(c);
    }
    Articles out;
    for (const auto& article : gold.at("articles")) {
        out.emplace_back();
        for (const auto& element : article.at("elements")) {
            const auto text = element.contains("text") ? broadsheet::to_utf32(element["text"].get<std::string>())
                                                       : text_of(element.at("spans"), lines);
            out.back().push_back({element.at("role"), normal(text)});
        }
    }
    return out;
}

Articles predicted(const std::string& bytes) {
    const auto document = broadsheet::process(bytes);
    Articles out;
    for (const auto& article : document.articles) {
        out.emplace_back();
        for (const auto b : article.blocks) {
            const auto& block = document.blocks[b];
            out.back().push_back(
                {std::string(name(block.role)), normal(broadsheet::to_utf32(render(document, block)))});
        }
    }
    return out;
}

double f1(double right, double predicted, double gold) {
    return predicted + gold == 0 ? 1 : 2 * right / (predicted + gold);
}

template <class Key>
double f1_of(std::vector<Key> gold, std::vector<Key> found) {
    std::sort(gold.begin(), gold.end());
    std::sort(found.begin(), found.end());
    std::vector<Key> both;
    std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both));
    return f1(static_cast<double>(both.size()), static_cast<double>(found.size()), static_cast<double>(gold.size()));
}

// 2 * longest common subsequence / length of both.
double similarity(const std::u32string& a, const std::u32string& b) {
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    std::vector<std::uint32_t> row(b.size() + 1, 0);
    for (const char32_t c : a) {
        std::uint32_t corner = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::uint32_t above = row[j];
            row[j] = c == b[j - 1] ? corner + 1 : std::max(above, row[j - 1]);
            corner = above;
        }
    }
    return 2.0 * row.back() / static_cast<double>(a.size() + b.size());
}

struct Scores {
    double articles = 0, heads = 0, similarity = 0, blocks = 0, roles = 0;
};

using Figure = std::pair<const char*, double Scores::*>;
constexpr Figure figures[] = {{"articles", &Scores::articles},
                              {"heads", &Scores::heads},
                              {"similarity", &Scores::similarity},
                              {"blocks", &Scores::blocks},
                              {"roles", &Scores::roles}};

Scores score(const Articles& gold, const Articles& found) {
    const auto whole = [](const std::vector<Block>& article) {
        std::u32string out;
        for (const auto& block : article) out += block.text;
        return out;
    };
    struct Pair {
        double similarity;
        std::size_t gold, found;
    };
    std::vector<Pair> pairs;
    for (std::size_t g = 0; g < gold.size(); ++g)
        for (std::size_t f = 0; f < found.size(); ++f) {
            const auto a = whole(gold[g]), b = whole(found[f]);
            if (4 * std::min(a.size(), b.size()) >= std::max(a.size(), b.size()))
                pairs.push_back({similarity(a, b), g, f});
        }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.similarity > b.similarity; });
    std::map<std::size_t, std::size_t> match;
    std::vector<bool> taken(found.size(), false);
    std::size_t right = 0;
    double similar = 0, size = 0;
    for (const auto& article : gold) size += static_cast<double>(whole(article).size());
    for (const auto& p : pairs) {
        if (p.similarity < 0.1 || match.count(p.gold) || taken[p.found]) continue;
        match[p.gold] = p.found;
        taken[p.found] = true;
        right += p.similarity >= 0.95;
        similar += p.similarity * static_cast<double>(whole(gold[p.gold]).size());
    }
    Scores out;
    out.similarity = size > 0 ? similar / size : 1;
    out.articles = f1(static_cast<double>(right), static_cast<double>(found.size()), static_cast<double>(gold.size()));
    std::size_t with_head = 0, heads = 0;
    for (std::size_t g = 0; g < gold.size(); ++g) {
        const auto head =
            std::find_if(gold[g].begin(), gold[g].end(), [](const Block& b) { return b.role == "headline"; });
        if (head == gold[g].end()) continue;
        ++with_head;
        if (match.count(g)) heads += std::count(found[match[g]].begin(), found[match[g]].end(), *head) > 0;
    }
    out.heads = with_head ? static_cast<double>(heads) / static_cast<double>(with_head) : 1;
    std::vector<Block> gold_roles, found_roles;
    std::vector<std::u32string> gold_texts, found_texts;
    for (const auto& article : gold)
        for (const auto& block : article) gold_roles.push_back(block), gold_texts.push_back(block.text);
    for (const auto& article : found)
        for (const auto& block : article) found_roles.push_back(block), found_texts.push_back(block.text);
    out.blocks = f1_of(gold_texts, found_texts);
    out.roles = f1_of(gold_roles, found_roles);
    return out;
}

struct Result {
    std::string page;
    Scores scores;
};

std::vector<Result> results_of(const std::vector<pages::Page>& set, const std::string& folder) {
    std::vector<Result> out;
    for (const auto& page : set) {
        const std::string stem = page.name.substr(0, page.name.rfind('.'));
        const auto gold = json::parse(pages::contents(folder + "/" + stem + ".gold.json"));
        out.push_back({stem, score(gold_of(gold, page.bytes), predicted(page.bytes))});
    }
    return out;
}

// The pages of testdata/pages, and those of testdata/layout.
const std::vector<Result>& results(const std::string& folder) {
    static const auto all = results_of(pages::own(), std::string(TESTDATA) + "/pages");
    static const auto layouts = results_of(pages::layouts(), std::string(TESTDATA) + "/layout");
    return folder == "pages" ? all : layouts;
}

}  // namespace

TEST_CASE("the scorer knows right from wrong", "[gold]") {
    const Articles gold = {{{"headline", U"Head"}, {"paragraph", U"One long enough sentence."}},
                           {{"paragraph", U"Another one, other words."}}};
    const auto same = score(gold, gold);
    for (const auto& [name, figure] : figures) CHECK(same.*figure == 1);
    auto other = gold;
    other[0][0].role = "paragraph";
    CHECK(score(gold, other).roles == Approx(2.0 / 3));
    CHECK(score(gold, other).heads == 0);
    CHECK(score(gold, other).blocks == 1);
    const Articles merged = {{gold[0][0], gold[0][1], gold[1][0]}};
    CHECK(score(gold, merged).articles == 0);
    CHECK(score(gold, merged).similarity < 1);
    CHECK(score(gold, {}).blocks == 0);
    CHECK(score(gold, {}).similarity == 0);
    CHECK(normal(U"去年，“增长 12%”（约 3 万）") == normal(U"去年,\"增长12%\"(约3万)"));
}

TEST_CASE("the articles of our own pages are as good as they were", "[gold]") {
    const std::string folder = GENERATE("pages", "layout");
    const auto floors = json::parse(pages::contents(std::string(TESTDATA) + "/" + folder + "/floors.json"));
    for (const auto& [page, scores] : results(folder)) {
        INFO(page);
        REQUIRE(floors.contains(page));
        const auto& floor = floors[page];
        for (const auto& [name, figure] : figures) {
            INFO(name);
            if (figure == &Scores::articles && !floor.contains(name)) continue;
            CHECK(floor.at(name).get<double>() > 0);
            CHECK(scores.*figure >= floor.at(name).get<double>());
        }
    }
    CHECK(floors.size() == results(folder).size());
}

TEST_CASE("figures", "[.scores]") {
    const std::string folder = GENERATE("pages", "layout");
    const auto& all = results(folder);
    Scores sum;
    std::ostringstream floors;
    floors << "{";
    std::printf("%-22s", "page");
    for (const auto& [name, figure] : figures) std::printf(" %10s", name);
    const auto row = [](const std::string& page, const Scores& s, double part) {
        std::printf("\n%-22s", page.c_str());
        for (const auto& [name, figure] : figures) std::printf(" %10.3f", part * s.*figure);
    };
    // Two hundredths of room, so that a change elsewhere that moves one block does not fail the test.
    const auto below = [](double x) { return std::floor((x - 0.02) * 100) / 100; };
    for (const auto& [page, s] : all) {
        row(page, s, 1);
        floors << (page == all.front().page ? "\n" : ",\n") << " \"" << page << "\": {";
        const char* comma = "";
        for (const auto& [name, figure] : figures) {
            sum.*figure += s.*figure;
            if (below(s.*figure) <= 0) continue;
            floors << comma << '"' << name << "\": " << below(s.*figure);
            comma = ", ";
        }
        floors << "}";
    }
    row("mean", sum, 1 / static_cast<double>(all.size()));
    std::cout << "\n" << floors.str() << "\n}\n";
}
