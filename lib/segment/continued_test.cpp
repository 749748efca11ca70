// Articles over several pages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;

namespace {

Document issue(std::string_view bytes, bool explain = false) {
    Options options;
    options.segment.explain = explain;
    auto d = process(bytes, options);
    REQUIRE(check(d) == "");
    return d;
}

std::string headline(const Document& d, const Article& a) {
    for (const auto b : a.blocks)
        if (d.blocks[b].role == Role::headline) return render(d, d.blocks[b]);
    return {};
}

// The text of the article under this headline, a line for each block.
std::string article(const Document& d, std::string_view wanted) {
    for (const auto& a : d.articles) {
        if (headline(d, a) != wanted) continue;
        std::string out;
        for (const auto b : a.blocks) out += render(d, d.blocks[b]) + "\n";
        return out;
    }
    return "none";
}

const Article& only(const Document& d, std::string_view wanted) {
    const auto has = [&](const Article& a) { return headline(d, a) == wanted; };
    REQUIRE(std::count_if(d.articles.begin(), d.articles.end(), has) == 1);
    return *std::find_if(d.articles.begin(), d.articles.end(), has);
}

std::size_t resolved(const Document& d) {
    std::size_t n = 0;
    for (const auto& a : d.articles)
        n += static_cast<std::size_t>(
            std::count_if(a.jumps.begin(), a.jumps.end(), [](const Jump& j) { return j.resolved; }));
    return n;
}

std::size_t notes(const Document& d, std::string_view part) {
    return static_cast<std::size_t>(std::count_if(
        d.notes.begin(), d.notes.end(), [&](const Note& n) { return n.message.find(part) != std::string::npos; }));
}

bool dropped(const Document& d, Reason reason, std::string_view text) {
    return std::any_of(d.dropped.begin(), d.dropped.end(),
                       [&](const Dropped& x) { return x.reason == reason && render(d, x) == text; });
}

const std::string english_front =
    "THE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A1\n\n"
    "FERRY TO THE OUTER ISLANDS STARTS AGAIN\n\n"
    "The ferry to the outer islands starts again on Monday, the harbour board said, after a winter in which the old "
    "boat lay in the dock for repairs.\n\n"
    "Captain Anna Holm said the boat had been given a new engine, and that the islands' farmers would no longer have "
    "to wait for";
const std::string english_rest =
    "the mail boat to bring their milk to the market.\n\n"
    "The fare of the ferry stays at four crowns for passengers and nine crowns for a cart, the harbour board said.\n\n";
const std::string english_other =
    "SCHOOL GARDEN WINS PRIZE\n\n"
    "Pupils of the village school have won a prize for their garden, where beans and pumpkins grow beside the gym.\n\n"
    "The jury praised the compost heap and the labels that the youngest pupils painted on slates.\n\n";
const std::string english_page = "\fTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A2\n\n" + english_other;
const std::string english_back = "\fTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A3\n\n";

std::string english(const std::string& leaves, const std::string& arrives, const std::string& headline) {
    return english_front + " " + leaves + "\n" + english_page + english_back + headline + arrives + " " + english_rest;
}

constexpr std::string_view ferry = "FERRY TO THE OUTER ISLANDS STARTS AGAIN";
constexpr std::string_view ferry_joined =
    "no longer have to wait for the mail boat to bring their milk to the market.\n";

}  // namespace

TEST_CASE("An article that goes on on another page is one article", "[segment][jump]") {
    const auto d = issue(english("Continued on Page A3", "Continued from Page A1", std::string(ferry) + "\n\n"));
    const auto& a = only(d, ferry);
    CHECK(a.id == "p1-a1");
    CHECK_FALSE(a.starts_open);
    CHECK_FALSE(a.ends_open);
    const auto text = article(d, ferry);
    CHECK(text.find(ferry_joined) != std::string::npos);
    CHECK(text.find("nine crowns for a cart") != std::string::npos);
    CHECK(resolved(d) == 2);
    CHECK(notes(d, "no text found") == 0);
    CHECK(dropped(d, Reason::jump_line, "Continued from Page A1"));
    CHECK(dropped(d, Reason::jump_line, ferry));  // the headline once more
    // The paragraph that the page's end cut lies on both pages.
    std::vector<std::uint32_t> pages;
    for (const auto b : a.blocks)
        for (const auto& span : spans(d, d.blocks[b])) pages.push_back(span.page);
    CHECK(std::is_sorted(pages.begin(), pages.end()));
    CHECK(pages.front() == 1);
    CHECK(pages.back() == 3);
    CHECK(article(d, "SCHOOL GARDEN WINS PRIZE").find("compost heap") != std::string::npos);
}

TEST_CASE("Jump lines with misread letters and figures lead on all the same", "[segment][jump]") {
    const auto headline = std::string(ferry) + "\n\n";
    for (const auto* leaves : {"Contlnued on Pagc A3", "Continued on Page A8"})
        for (const auto* arrives : {"Contiuued from Page A1", "Continucd frorn Page Al"}) {
            const auto d = issue(english(leaves, arrives, headline));
            CHECK(article(d, ferry).find(ferry_joined) != std::string::npos);
            CHECK(resolved(d) == 2);
        }
}

TEST_CASE("A part without its jump line is found by its cut sentence", "[segment][jump]") {
    const auto d = issue(english_front + " Continued on Page A3\n" + english_page + english_back + english_rest);
    CHECK(article(d, ferry).find(ferry_joined) != std::string::npos);
    CHECK(resolved(d) == 1);
}

TEST_CASE("A slug and a headline of its own", "[segment][jump]") {
    const auto d = issue(english("Continued on Page A3", "Continued from Page A1", "ISLANDS GET THEIR BOAT\n\n"));
    const auto text = article(d, ferry);
    CHECK(text.find("ISLANDS GET THEIR BOAT\n") != std::string::npos);  // a subhead
    CHECK(text.find("nine crowns") != std::string::npos);
}

TEST_CASE("A jump line with words of the headline", "[segment][jump]") {
    const auto d = issue(english("Continued on Page A3", "FERRY, from Page A1\n\n", ""));
    CHECK(dropped(d, Reason::jump_line, "FERRY, from Page A1"));
    CHECK(article(d, ferry).find(ferry_joined) != std::string::npos);
    CHECK(resolved(d) == 2);
}

TEST_CASE("A jump line that leads nowhere is reported", "[segment][jump]") {
    const auto d = issue(english_front + " Continued on Page A7\n" + english_page);
    CHECK(resolved(d) == 0);
    REQUIRE(only(d, ferry).jumps.size() == 1);
    CHECK(only(d, ferry).jumps[0].to_page == 7);
    CHECK(notes(d, "no text found that p1-a1 goes on with") == 1);
    // A text of its own on the page that is named.
    const auto other = issue(english_front + " Continued on Page A2\n" + english_page);
    CHECK(resolved(other) == 0);
    CHECK(article(other, ferry).find("compost") == std::string::npos);
}

TEST_CASE("A page by itself has no note on its jump lines", "[segment][jump]") {
    const auto d = issue(english_front + " Continued on Page A7\n");
    CHECK(only(d, ferry).jumps.size() == 1);
    CHECK(notes(d, "no text found") == 0);
}

TEST_CASE("See page 3 is no continuation", "[segment][jump]") {
    const auto d = issue(english_front + " the spring. See also Page A3\n" + english_page + english_back +
                         "MILK PRICES RISE\n\nMilk was dearer on Friday than at any time since the war, and the dairy "
                         "said that butter would follow it.\n");
    CHECK(article(d, ferry).find("butter") == std::string::npos);
    CHECK(notes(d, "no text found") == 0);
}

TEST_CASE("Of two parts each goes to its own article", "[segment][jump]") {
    const std::string front =
        "江岸日报　2021年5月3日 星期一　第1版\n\n"
        "老渡口重新通航\n\n"
        "停航三年的老渡口昨天重新通航，第一班渡船载着四十名乘客驶向对岸的柳湾村，船工老陈把缆绳解开的时候，岸上响起了掌"
        "声。\n\n"
        "柳湾村有三百多户人家，过去去镇上赶集要绕（下转第2版）\n\n"
        "校园菜地丰收\n\n"
        "实验小学的学生在教学楼后面种出了黄瓜和南瓜，老师把这片菜地当作科学课的课堂，学生每天记录菜苗的高度。\n\n"
        "菜地由五年级的三个班轮流照看，收获的蔬菜送到（下转第2版）\n";
    const std::string crops = "食堂，成了学生们的午餐。老师说，菜地明年还要扩大，让每个班都有自己的菜畦。\n\n";
    const std::string ship = "行十五公里的山路。渡口通航之后，坐渡船过江只要八分钟，船工每天开十二班渡船。\n\n";
    for (const bool crossed : {false, true}) {
        const auto back = "（上接第1版）" + (crossed ? ship : crops) + "（上接第1版）" + (crossed ? crops : ship);
        const auto d = issue(front + "\f江岸日报　2021年5月3日 星期一　第2版\n\n" + back);
        CHECK(resolved(d) == 4);
        CHECK(article(d, "老渡口重新通航").find("绕行十五公里") != std::string::npos);
        CHECK(article(d, "校园菜地丰收").find("送到食堂") != std::string::npos);
    }
}

TEST_CASE("Chinese jump lines, misread", "[segment][jump]") {
    const auto d = issue(
        "江岸日报　2021年5月3日 星期一　第1版\n\n老渡口重新通航\n\n"
        "停航三年的老渡口昨天重新通航，第一班渡船载着四十名乘客驶向对岸的柳湾村，船工老陈把缆绳解开的时候，岸上响起了掌"
        "声。\n\n"
        "柳湾村有三百多户人家，过去去镇上赶集要绕（卜转第2版）\n"
        "\f江岸日报　2021年5月3日 星期一　第2版\n\n老渡口重新通航\n\n"
        "（上按第1版）行十五公里的山路。渡口通航之后，坐渡船过江只要八分钟，船工每天开十二班渡船。\n");
    CHECK(article(d, "老渡口重新通航").find("绕行十五公里") != std::string::npos);
    CHECK(resolved(d) == 2);
}

TEST_CASE("German and French", "[segment][jump]") {
    const auto german = issue(
        "Der Ulmenbote   Montag, 3. Mai 2021   Seite 1\n\nDie Fähre fährt wieder\n\n"
        "Die Fähre zu den äußeren Inseln fährt ab Montag wieder, wie das Hafenamt mitteilte. Im Winter lag das alte "
        "Boot zur Reparatur im Dock.\n\n"
        "Die Bauern der Inseln müssen nun nicht mehr warten, bis das Post- Fortsetzung auf Seite 2\n"
        "\fDer Ulmenbote   Montag, 3. Mai 2021   Seite 2\n\nDie Fähre fährt wieder\n\n"
        "Fortsetzung von Seite 1 boot ihre Milch zum Markt bringt. Der Preis der Fähre bleibt bei vier Kronen.\n\n");
    CHECK(article(german, "Die Fähre fährt wieder").find("bis das Postboot ihre Milch") != std::string::npos);
    CHECK(dropped(german, Reason::hyphen, "-"));
    CHECK(resolved(german) == 2);
    const auto french = issue(
        "Le Courrier des Ormes - Lundi 3 mai 2021 - Page 1\n\nLe bac des îles reprend la mer\n\n"
        "Le bac des îles du large reprend la mer lundi, a annoncé le port. Tout l'hiver, le vieux bateau est resté en "
        "cale sèche pour des travaux.\n\n"
        "Les fermiers des îles n'auront plus à attendre que le bateau (Suite page 2)\n"
        "\fLe Courrier des Ormes - Lundi 3 mai 2021 - Page 2\n\nLe bac des îles reprend la mer\n\n"
        "(Suite de la page 1) postal porte leur lait au marché. Le prix du bac reste de quatre couronnes.\n\n");
    CHECK(article(french, "Le bac des îles reprend la mer").find("le bateau postal porte") != std::string::npos);
    CHECK(resolved(french) == 2);
}

TEST_CASE("A repeated headline with a word torn at its row's end", "[segment][jump]") {
    const auto d = issue(
        "Der Ulmenbote   Montag, 3. Mai 2021   Seite 1\n\nDie Fährverbindung\nfährt wieder\n\n"
        "Die Fährverbindung zu den äußeren Inseln fährt ab Montag wieder, wie das Hafenamt sagte.\n\n"
        "Die Bauern der Inseln müssen nicht mehr warten, bis das Fortsetzung auf Seite 2\n"
        "\fDer Ulmenbote   Montag, 3. Mai 2021   Seite 2\n\nDie Fährver-\nbindung fährt wieder\n\n"
        "Fortsetzung von Seite 1 Postboot ihre Milch zum Markt bringt.\n\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(dropped(d, Reason::hyphen, "-"));
    CHECK(dropped(d, Reason::jump_line, "Die Fährver bindung fährt wieder"));
}

TEST_CASE("An article over three pages", "[segment][jump]") {
    const auto d = issue(english_front + " Continued on Page A2\n" +
                         "\fTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A2\n\n" + std::string(ferry) +
                         "\n\nContinued from Page A1 the mail boat to bring their milk to the market, as they did when "
                         "the old ferry lay in Continued on Page A3\n" +
                         english_back + std::string(ferry) +
                         "\n\nContinued from Page A2 the dock of the harbour board. The fare of the ferry stays at "
                         "four crowns.\n");
    CHECK(article(d, ferry).find("to wait for the mail boat to bring their milk to the market, as they did when the "
                                 "old ferry lay in the dock of the harbour board.") != std::string::npos);
    CHECK(resolved(d) == 4);
}

TEST_CASE("Pages between rules of Markdown", "[segment][jump]") {
    const auto d = issue(
        "THE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A1\n\n## Ferry to the outer islands starts again\n\n"
        "The ferry to the outer islands starts again on Monday, the harbour board said, after a winter in the dock.\n\n"
        "Captain Anna Holm said the islands' farmers would no longer have to wait for\n\nContinued on Page "
        "A2\n\n---\n\n"
        "THE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A2\n\n## Ferry to the outer islands starts again\n\n"
        "Continued from Page A1\n\nthe mail boat to bring their milk to the market.\n\n"
        "The fare of the ferry stays at four crowns, the harbour board said.\n");
    REQUIRE(d.articles.size() == 1);
    CHECK(article(d, "Ferry to the outer islands starts again").find(ferry_joined) != std::string::npos);
}

namespace {

// A page of ALTO, one column: a line that begins with a tab is indented, one with # is set larger. Lines of running
// text are as wide as the column, but for those that end with a bar.
std::string alto_page(const std::vector<std::string>& lines) {
    std::string out = "<Page WIDTH=\"600\" HEIGHT=\"900\"><PrintSpace><TextBlock>";
    int top = 20;
    for (auto line : lines) {
        const bool large = line.front() == '#', indented = line.front() == '\t', last = line.back() == '|';
        if (large || indented) line.erase(0, 1);
        if (last) line.pop_back();
        const int left = indented ? 40 : 20, height = large ? 36 : 16;
        const int right = last || large ? left + static_cast<int>(line.size()) * (large ? 16 : 7) : 420;
        const auto box = [&](double from, double to) {
            return "HPOS=\"" + std::to_string(from) + "\" VPOS=\"" + std::to_string(top) + "\" WIDTH=\"" +
                   std::to_string(to - from) + "\" HEIGHT=\"" + std::to_string(height) + "\"";
        };
        out += "<TextLine " + box(left, right) + ">";
        const double step = static_cast<double>(right - left) / static_cast<double>(line.size());
        for (std::size_t i = 0; i < line.size();) {
            const auto end = std::min(line.find(' ', i), line.size());
            out += "<String " + box(left + step * static_cast<double>(i), left + step * static_cast<double>(end)) +
                   " CONTENT=\"" + line.substr(i, end - i) + "\"/>";
            i = end + 1;
        }
        out += "</TextLine>";
        top += height + (large ? 14 : 6);
    }
    return out + "</TextBlock></PrintSpace></Page>";
}

std::string alto(const std::vector<std::string>& front, const std::vector<std::string>& back) {
    return "<?xml version=\"1.0\"?><alto xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"><Description>"
           "<MeasurementUnit>pixel</MeasurementUnit></Description><Layout>" +
           alto_page(front) + alto_page(back) + "</Layout></alto>";
}

}  // namespace

TEST_CASE("Indents tell whether the page's end cut a paragraph", "[segment][jump]") {
    const std::vector<std::string> front{"#Ferry to the islands starts again",
                                         "\tThe ferry to the outer islands starts again on Monday, as",
                                         "the harbour board said after a winter in which the old boat",
                                         "lay in the dock for repairs.|",
                                         "\tCaptain Holm said the boat had been given a new engine at",
                                         "the yard, and the farmers of the islands would be the first",
                                         "to travel with it to the market when the weather permits.",
                                         "Continued on Page 2|"};
    std::vector<std::string> back{"#Ferry to the islands starts again",
                                  "Continued from Page 1|",
                                  "The fare stays at four crowns for each of the passengers as",
                                  "the board said, and at nine crowns for a cart and a horse.|",
                                  "\tThe ferry leaves at seven in the morning and at four in the",
                                  "afternoon on all of the days of the week but on a Sunday.|"};
    const auto text = [&](const std::vector<std::string>& second) {
        return article(issue(alto(front, second)), "Ferry to the islands starts again");
    };
    CHECK(text(back).find("when the weather permits. The fare stays at four crowns") != std::string::npos);
    back[2] = "\t" + back[2];
    CHECK(text(back).find("when the weather permits.\nThe fare stays at four crowns") != std::string::npos);
}

TEST_CASE("A hyphen at a page's end", "[segment][jump]") {
    const auto d =
        issue(alto({"#Ferry to the islands starts again", "\tThe ferry to the outer islands starts again on Monday, as",
                    "the harbour board said after a winter in which the old boat",
                    "lay in the dock for repairs, and the farmers of the islands",
                    "will be the first to travel with it to the market in the mor-", "Continued on Page 2|"},
                   {"#Ferry to the islands starts again", "Continued from Page 1|",
                    "ning with their milk. The fare stays at four crowns for each",
                    "of the passengers, as the board said on Friday.|"}));
    const auto text = article(d, "Ferry to the islands starts again");
    CHECK(text.find("to the market in the morning with their milk.") != std::string::npos);
    CHECK(dropped(d, Reason::hyphen, "-"));
    CHECK(resolved(d) == 2);
}

TEST_CASE("Why parts belong together is explained", "[segment][jump]") {
    const auto d = issue(english("Continued on Page A3", "Continued from Page A1", std::string(ferry) + "\n\n"), true);
    CHECK(notes(d, "p1-a1 goes on with p3-a1: each has a jump line") == 1);
    CHECK(notes(d, "the same headline") == 1);
}
