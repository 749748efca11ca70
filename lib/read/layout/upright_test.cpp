// Upright text of a text layer, which has a word for each character and gives them row by row.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/read.hpp"
#include "core/chars.hpp"

using namespace broadsheet;

namespace {

// A page as poppler writes it.
class Layer {
public:
    // From top to bottom; an em is 20 points, a line of the font 29 high, a step 21. "　" leaves a step free.
    void down(int left, int top, std::string_view text, int em = 20, int step = 21) {
        for (const char32_t c : to_utf32(text)) {
            const int wide = is(c, cls::wide) || c == U'”' || c == U'“' ? em : em / 2;
            if (c != U'　') glyphs_.push_back({left, top, left + wide, em, to_utf8(std::u32string(1, c))});
            top += step;
        }
    }
    // From left to right, as one word.
    void across(int left, int top, std::string_view text, int em = 20) {
        const int width = em * static_cast<int>(to_utf32(text).size());
        glyphs_.push_back({left, top, left + width, em, std::string(text)});
    }

    // Row by row; all of a row is one line.
    [[nodiscard]] std::string xhtml() const {
        auto glyphs = glyphs_;
        std::stable_sort(glyphs.begin(), glyphs.end(),
                         [](const auto& a, const auto& b) { return a.top != b.top ? a.top < b.top : a.left < b.left; });
        std::string out = "<html><body><doc><page width=\"1000\" height=\"1400\"><flow><block>";
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const auto& g = glyphs[i];
            if (i == 0 || g.top != glyphs[i - 1].top) out += i == 0 ? "<line>" : "</line><line>";
            const auto number = [](int n) { return "=\"" + std::to_string(n) + "\""; };
            out += "<word xMin" + number(g.left) + " yMin" + number(g.top) + " xMax" + number(g.right) + " yMax" +
                   number(g.top + g.em * 29 / 20) + ">" + g.text + "</word>";
        }
        return out + "</line></block></flow></page></doc></body></html>";
    }

    [[nodiscard]] std::vector<std::string> lines() const {
        const std::string bytes = xhtml();
        const Document d = read(bytes);
        CHECK(check(d).empty());
        for (std::size_t i = 0; i < d.text.chars.size(); ++i) {
            const auto begin = d.text.at[i], end = d.text.ends[i];
            if (begin < end) CHECK(bytes.substr(begin, end - begin) == to_utf8(d.text.chars.substr(i, 1)));
        }
        for (std::size_t i = 1; i < d.words.size(); ++i) CHECK(d.words[i - 1].text.end <= d.words[i].text.begin);
        std::vector<std::string> out;
        for (const Line& line : d.lines) out.push_back((line.upright ? "| " : "- ") + to_utf8(d.text.view(line.text)));
        return out;
    }

private:
    struct Glyph {
        int left, top, right, em;
        std::string text;
    };
    std::vector<Glyph> glyphs_;
};

using Lines = std::vector<std::string>;

bool has(const Lines& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("Characters below each other are upright lines, from right to left", "[read]") {
    Layer page;
    page.across(30, 30, "报头写在上面");
    page.down(200, 100, "春雨落在山前");
    page.down(166, 100, "河水漲了3尺");
    page.down(132, 100, "農人歡喜。");
    CHECK(page.lines() == Lines{"- 报头写在上面", "| 春雨落在山前", "| 河水漲了3尺", "| 農人歡喜。"});

    SECTION("a last column of one or two characters") {
        page.down(98, 100, "了。");
        CHECK(page.lines().back() == "| 了。");
    }
    SECTION("two columns' numbers do not meet") {
        Layer two;
        two.down(200, 100, "共有15人到場");
        two.down(166, 100, "其中8個女人。");
        CHECK(two.lines() == Lines{"| 共有15人到場", "| 其中8個女人。"});
    }
}

TEST_CASE("An upright headline beside lines that run across", "[read]") {
    Layer page;
    page.down(500, 100, "山區通了火車", 40, 42);
    page.down(454, 100, "鄉親", 40, 42);
    for (int i = 0; i < 12; ++i) page.across(100, 100 + 30 * i, "列車開進站臺的時候人們高聲歡呼");
    const auto lines = page.lines();
    CHECK(lines.size() == 14);
    CHECK(has(lines, "| 山區通了火車"));
    CHECK(has(lines, "| 鄉親"));
}

TEST_CASE("What is set across stays so", "[read]") {
    Layer page;
    SECTION("names that are spaced, in a list") {
        const Lines first = {"王", "李", "張", "陳", "林"}, second = {"明", "山", "河", "海", "雨"};
        for (int i = 0; i < 5; ++i) {
            page.across(100, 100 + 30 * i, first[static_cast<std::size_t>(i)]);
            page.across(140, 100 + 30 * i, second[static_cast<std::size_t>(i)]);
        }
        CHECK(page.lines() == Lines{"- 王明", "- 李山", "- 張河", "- 陳海", "- 林雨"});
    }
    SECTION("a spaced headline in two rows") {
        for (int k = 0; k < 5; ++k) {
            page.across(100 + 30 * k, 100, "山");
            page.across(100 + 30 * k, 140, "河");
            page.across(100 + 30 * k, 180, "海");
        }
        CHECK(page.lines().size() == 3);
    }
    SECTION("letters and numbers, whatever their place") {
        for (int k = 0; k < 6; ++k) {
            page.across(100, 100 + 21 * k, "A", 10);
            page.across(300, 100 + 21 * k, "7", 10);
        }
        page.across(100, 300, "山");
        page.across(100, 340, "河");
        page.across(100, 380, "海");
        for (const auto& line : page.lines()) CHECK(line[0] == '-');
    }
}

TEST_CASE("A full-width space in an upright line, and the white between two tiers", "[read]") {
    Layer page;
    SECTION("columns beside go on: a space") {
        page.down(200, 100, "本報消息　春雨已落山前");
        page.down(166, 100, "河水漲了三尺農人歡喜山");
        page.down(132, 100, "林鳥語花香春意正濃滿山");
        CHECK(page.lines()[0] == "| 本報消息 春雨已落山前");
    }
    SECTION("a headline alone: a space") {
        page.down(200, 100, "春雨落在山前　農人歡喜");
        CHECK(page.lines() == Lines{"| 春雨落在山前 農人歡喜"});
    }
    SECTION("columns beside begin there: two tiers") {
        for (int k = 0; k < 4; ++k) page.down(200 - 34 * k, 100, "春雨落在山前　農人歡喜上山");
        const auto lines = page.lines();
        CHECK(lines.size() == 8);
        CHECK(has(lines, "| 農人歡喜上山"));
    }
    SECTION("a mark that hangs into the white ends its line") {
        page.down(200, 100, "春雨落在山前　農人歡喜上山");
        page.down(166, 100, "春雨落在山前，農人歡喜上山");
        page.down(132, 100, "春雨落在山前　農人歡喜上山");
        CHECK(has(page.lines(), "| 春雨落在山前，"));
        CHECK(page.lines().size() == 6);
    }
    SECTION("the text of two headlines begins anew where the lower one begins") {
        page.down(300, 100, "春雨落在山前　農人歡喜上山", 40, 42);
        for (int k = 0; k < 4; ++k) {
            page.down(260 - 34 * k, 100, "河水漲了三尺鳥語花香濃");
            page.down(260 - 34 * k, 394, "林中有人唱歌遠處相和著");
        }
        CHECK(has(page.lines(), "| 農人歡喜上山"));
    }
}

TEST_CASE("Thousands of characters in one place are read in time", "[read]") {
    Layer page;
    for (int i = 0; i < 20000; ++i) page.down(100 + i % 3, 100 + i % 2, "山");
    const Document d = read(page.xhtml());
    CHECK(check(d).empty());
    Layer wall;
    for (int i = 0; i < 3000; ++i) wall.down(100 + 34 * (i % 30), 100 + 80 * (i / 30), "山河海");
    CHECK(check(read(wall.xhtml())).empty());
}
