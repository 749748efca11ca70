#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

// One character a line; a blank in the text ends a column.
std::string column(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        if (c != U' ') {
            // UTF-8 of the characters used here, all of three bytes.
            out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                    static_cast<char>(0x80 | (c & 0x3F))};
        }
        out += '\n';
    }
    return out;
}

Texts blocks_of(std::string_view text, Writing writing) {
    Document d = read(text);
    RepairOptions options;
    options.writing = writing;
    repair(d, options);
    CHECK(check(d) == "");
    return blocks(d);
}

}  // namespace

TEST_CASE("a vertical headline is read down its columns", "[repair][vertical]") {
    const std::string text = "前面的一段话到这里说完了，后面是标题。\n\n" +
                             column(U"河上新桥今天通车 两岸居民从此不用坐船") +
                             "\n后面的一段话从这里说起，说的是别的事。\n";
    CHECK(blocks(text) == Texts{"前面的一段话到这里说完了，后面是标题。", "河上新桥今天通车 两岸居民从此不用坐船",
                                "后面的一段话从这里说起，说的是别的事。"});
}

TEST_CASE("a kicker's column stays by itself, brackets come out upright, runs may be of two", "[repair][vertical]") {
    const std::string text = column(U"村长说起新桥：") + "\n" + column(U"我们盼了﹃二十年﹄终于盼到") + "\n";
    CHECK(blocks(text) == Texts{"村长说起新桥：", "我们盼了『二十年』终于盼到"});
    CHECK(blocks("村\n长\n、老\n师\n都\n来\n了\n") == Texts{"村长、老师都来了"});
}

TEST_CASE("numbers, letters and the last character of a paragraph are no vertical headline", "[repair][vertical]") {
    CHECK(blocks("1\n2\n3\n4\n5\n").size() > 1);
    CHECK(blocks("a\nb\nc\nd\n").size() > 1);
    CHECK(blocks("春天到了，河边的柳树长出了\n嫩芽，孩子们在草地上放风筝，老\n人们坐在长椅上聊天说起往年的收\n成\n")
              .size() == 1);
}

TEST_CASE("what the caller says of the direction overrules what the text shows", "[repair][vertical]") {
    const std::string column_of_four = column(U"河上新桥");
    CHECK(blocks_of(column_of_four, Writing::detect) == Texts{"河上新桥"});
    CHECK(blocks_of(column_of_four, Writing::vertical) == Texts{"河上新桥"});
    CHECK(blocks_of(column_of_four, Writing::horizontal).size() > 1);
    // Body text one character a line: too long for a headline.
    std::u32string body;
    for (int i = 0; i < 12; ++i) body += U"春天到了河边柳树";
    CHECK(blocks_of(column(body), Writing::vertical).size() == 1);
    CHECK(blocks_of(column(body), Writing::detect).size() > 1);
}

TEST_CASE("a column set upright ends between any two characters, also in a number", "[repair][vertical]") {
    const auto text_of = [](bool upright) {
        Document d = read("村里的新桥在去年冬天动工，预计到20\n31年春天通车，两岸居民从此不用坐船。\n");
        for (Line& line : d.lines) line.upright = upright;
        repair(d);
        return blocks(d);
    };
    CHECK(text_of(true) == Texts{"村里的新桥在去年冬天动工，预计到2031年春天通车，两岸居民从此不用坐船。"});
    CHECK(text_of(false) != text_of(true));
}
