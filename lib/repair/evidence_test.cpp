// Each piece of evidence is heard, with its sign: a weight that is 0, or turned, is not in what the note says.
#include <algorithm>
#include <map>

#include "core/placed_page_test.hpp"
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

struct Heard {
    std::string page;
    std::string_view evidence;  // with its sign
};

// Is there a decision of this kind on each page whose evidence is that?
void check_all(std::string_view decision, const std::vector<Heard>& cases) {
    for (const Heard& c : cases) {
        Document d = read(c.page, {});
        RepairOptions options;
        options.explain = true;
        repair(d, options);
        INFO(c.page << c.evidence);
        CHECK(std::any_of(d.notes.begin(), d.notes.end(), [&](const Note& n) {
            return n.message.find(decision) != std::string::npos && n.message.find(c.evidence) != std::string::npos;
        }));
    }
}

const std::string column =
    "春天到了，河边的柳树长出了嫩\n芽，孩子们在草地上放风筝，老人\n们坐在长椅上聊天，说起往年的收\n"
    "成。去年秋天的雨水太多，稻子倒\n了一片，大家都很着急，今年从头\n就盯着天气，早早地修好了水渠。\n";
const std::string spring = "春天到了，河边的柳树长出了嫩芽，孩子们在草地上放风筝，老人们坐在长椅上聊天，说起";
const std::string text = spring + "往年的收成。\n";
const std::string boats = "The" + boats_text;
const std::string open_boats = boats.substr(0, boats.size() - 2) + " on\n\n";  // ... before the weather turns again on
const std::string rest =
    " buyers went home with empty baskets, and some\n"
    "came again on the next day, when the first of\n"
    "the boats went out to look for its nets.\n"
    "They had not been seen since the year of the\n"
    "flood, when the water rose over the quay and\n"
    "stood in the streets of the town for a week.\n";
const std::string report =
    "\n\nThe boats had come home by noon, and few of the men had slept since the storm began, the harbour master "
    "said.\n";

}  // namespace

TEST_CASE("Evidence of two lines of a column", "[repair][evidence]") {
    check_all(
        "the line before",
        {
            {boats + "The men of the boats had slept,\nHolm had slept too, and all of them went to\nthe inn for the "
                     "rest of the night.\n",
             "comma at the end +"},
            {boats + "The men of the boats and of the mill asked:\nHerring for all, and all of them went to\nthe inn "
                     "for the rest of the night.\n",
             "colon at the end -"},
            {boats + "The men of the boats and of those in the har-\n    Bour slept in the mill, and all others went "
                     "to\nthe inn for the rest of the night.\n",
             "hyphen at the end +"},
            {column +
                 "老人们坐在长椅上聊天，他们说“今\n年好。\n”又说今年的雨水比往年多，稻子\n长得好，大家都很高兴。\n",
             "next line opens with a mark that cannot open +"},
            {column +
                 "老人们坐在长椅上聊天，他们说“今\n年好。\n”又说今年的雨水比往年多，稻子\n长得好，大家都很高兴。\n",
             "a bracket is open +"},
            {column + "老人们坐在长椅上聊天，他们说今\n年雨水\n多，大家都很高兴，都说今年的收\n成好。\n",
             "next line is a short one -"},
            {boats + "The men of the boats had slept\n— few of them for two — and went to the inn\nfor the "
                     "rest of the night.\n",
             "next line opens with a long dash -"},
            {boats + "The men of the boats had slept for an hour or\nThe men of the mill had slept for an hour "
                     "too\nand went to the inn.\n",
             "next line opens a sentence, and none ended -"},
        });
}

TEST_CASE("Evidence of a headline right above its text", "[repair][evidence]") {
    check_all(
        "rows of a headline: lines above a text",
        {
            {boats + "\nBoard of the harbour\nwill hear it\nThe" + rest, "lines above a text -"},
            {boats + "\nNEW HARBOUR FOR THE OLD TOWN OF THE\nISLANDS\nThe" + rest, "capitals +"},
            {boats + "\nBoard of the harbour\nwill hear it\nThe" + rest, "a row has room for the next word +"},
            {boats + "\nBoard of the harbour will hear of the quarrel over the ferry on Monday\nat noon\nThe" + rest,
             "a row is longer than the column +"},
            {boats + "\nBoard of the harbour company will hear more on\nMonday\nThe" + rest, "a row is full -"},
            {boats + "\nBoard of the harbour\nwill hear it\n" + boats, "next line is indented -"},
        });
}

TEST_CASE("Evidence of a headline between blank lines", "[repair][evidence]") {
    check_all(
        "rows of a headline: few lines between blank lines",
        {
            {boats +
                 "\nBoard of the harbour will hear of the quarrel over the ferry on Monday\nat noon in the inn of the "
                 "town by the quay\n\nThe" +
                 rest,
             "a row is longer than the column +"},
            {boats + "\nNEW HARBOUR FOR THE OLD TOWN OF THE\nISLANDS\n\nThe" + rest, "capitals +"},
            {boats + "\nBoard will hear\nthe men of the boats\n\nHOLM, May 4 - The" + rest, "the last row is short +"},
            {boats +
                 "\nFerry company asks for more money from all\nislands that its boats call at twice every "
                 "week\n\nBoard of the harbour will hear it on Monday\n\nThe" +
                 rest,
             "the last row is full -"},
            {open_boats + "Board will hear\nthe men of the boats\n\nHOLM, May 4 - The" + rest,
             "a report opens below +"},
            {open_boats + "Board will hear\nthe men of the boats\n\nthe" + rest,
             "the column is cut above and goes on below +"},
            {"Board will hear\nthe men of the boats\n\nFerry to be sold\nin the spring\n\nMill burns down\nfor the "
             "second time\n\n" +
                 boats,
             "so do those above and below +"},
        });
}

TEST_CASE("Evidence of Chinese headlines in one heap", "[repair][evidence]") {
    check_all(
        "rows of headlines",
        {
            {column + "\n来自老渡口的第一份报道\n“没有桥以前，我就是桥呀”\n\n" + column,
             "Chinese lines between blank lines, without an end -"},
            {column + "\n来自老渡口的第一份报道\n“没有桥以前，我就是桥呀”\n\n" + column, "a line is a quotation +"},
            {column + "\n老渡口旁，开起夜间图书馆\n河西村年轻人\n\n" + column, "commas -"},
            {column + "\n老渡口旁，开起夜间图书馆\n河西村年轻人\n\n" + column, "the last is short and ends nothing +"},
        });
}

TEST_CASE("Evidence of a headline right on a Chinese text", "[repair][evidence]") {
    check_all("headline right on its text",
              {
                  {"四十年风雨无阻 一心只为乡亲\n" + ferry_text, "line at the head of a column -"},
                  {"四十年风雨无阻 一心只为乡亲\n本报讯（记者 王小明）" + ferry_text, "next line opens a report +"},
                  {"四十年 风雨无阻一心为\n——老渡工的故事\n" + ferry_text, "a word at its edge wants more -"},
              });
}

TEST_CASE("Evidence of two rows of one headline", "[repair][evidence]") {
    check_all(
        "row of the headline above",
        {
            {"“今年雨水多，\n我们早早修好水渠”\n\n" + text, "comma at the end +"},
            {"“今年雨水多\n我们早早修好水渠”\n\n" + text, "a bracket is open +"},
            {"老渡口旁开起“夜间图书馆\n”村里人都说好\n\n" + text, "next row opens with a mark that cannot open +"},
            {"Herring Boats Re-\nturn Without a Catch" + report, "hyphen at the end +"},
            {"Harbour board will hear\nmen of the boats on Monday" + report, "next row opens with a small letter +"},
            {"Harbour board will hear\nmen of the boats on Monday" + report, "next row is longer -"},
            {"老渡口旁的村民和\n年轻人办起图书馆\n\n" + text, "a word at the joint wants more +"},
            {"老渡口旁的村民和\n年轻人办起图书馆\n\n" + text, "rows are of one length +"},
            {"老渡口旁开起夜间图\n书馆灯火通明到天亮再关门\n\n" + text, "a word lies across the joint +"},
            {"河西村孩子都来放风\n筝飞满天空真是好看\n\n" + text, "the page has the two characters side by side +"},
            {"河西村孩子都来放风\n筝飞满天空真是好看\n\n" + text, "the page has the three characters side by side +"},
            {"河西村年轻人回乡种柳树护河堤\n三千多棵\n\n" + text, "next row is much shorter +"},
            {"河西村年轻人回乡种树 护河\n三千多棵柳树苗今春成活\n\n" + text,
             "what follows the last blank or comma is too short +"},
            {"春风化雨 柳暗花明\n河西村年轻人回乡种树\n\n" + text, "a row is a pair of halves of its own -"},
            {"柳树长出嫩芽\n孩子们放风筝 长椅\n\n" + text, "a row has parts of its own -"},
            {"Herring Boats Return Home\n Without a Catch at all" + report, "next row has another indent -"},
            {"河西村人说，种树先要修好水渠\n三千多棵柳树苗今春成活\n\n" + text,
             "one of them reads like running text -"},
            {"Herring Boats Come Home\n\nMaster of the Storm Slept" + report,
             "both rows share words with the same text +"},
            {"Harbour Board Will Hear\n\nMen of the Boats on Monday" + report +
                 "\nPolice Look for the\n\nMan of the Mill" + report,
             "the page sets blank lines between rows +"},
        });
}

TEST_CASE("Evidence of two halves of a text", "[repair][evidence]") {
    check_all(
        "goes on from line",
        {
            {spring + "（往年的收成：\n\n和今年的雨水），大家都很高兴。\n", "colon at the end -"},
            {spring + "往年的雨水。当心“有坑”\n\n的路，大家都很高兴。\n",
             "ends with a phrase in brackets or quotation marks -"},
            {spring + "往年的\n\n收成，也说起今年的雨水，大家都很高兴。\n", "ends with a word that wants more +"},
            {spring + "“今年雨水多\n\n”，又说夏天一定会有好收成，大家都很高兴。\n",
             "opens with a mark that cannot open +"},
            {spring + "，\n\n“今年的雨水多”，又说夏天一定会有好收成。\n", "opens with a quotation mark -"},
            {spring + "（往年，\n\n1. 收成比往年多），大家都很高兴。\n", "opens a list item -"},
            {spring + "他家\n\n的收成，也说起今年的雨水，大家都很高兴。\n",
             "opens with a word that wants something before it +"},
            {spring + "往年的收\n\n成，也说起今年的雨水，大家都很高兴。\n", "one character before the first mark +"},
            {spring + "放风\n\n筝和今年的雨水，大家都很高兴。\n", "the page has the two characters side by side +"},
            {spring + "放风\n\n筝和今年的雨水，大家都很高兴。\n", "the page has the three characters side by side +"},
            {spring + "（今年雨水多\n\n往年的收成好，多了近三成）大家都很高兴，收入达到2020\n\n万元。\n",
             "a number and its unit +"},
            {spring + "20\n\n20年的收成，也说起今年的雨水，大家都很高兴。\n", "digits on both sides +"},
            {spring + "往年的收\n\n成和今年的雨水），大家都很高兴。\n", "a bracket closes that was not open -"},
            {spring + "往年\n\n的收成，也说起今年的雨水。\n", "next line +"},
            {spring + "\n\n新桥通车\n\n图为新桥。王小明 摄\n\n往年的收成，也说起今年的雨水。\n",
             "headings in between -"},
            {spring + "\n\f往年的收成，也说起今年的雨水。\n", "another page -"},
            {"The bridge over the river will be opened (the mayor "
             "said,\n\n往年的收成），也说起今年的雨水，大家都很高兴。\n",
             "another script -"},
            {"The bridge over the river will be opened to all traffic in the spring, the mayor said, and the toll of "
             "the old ferry-\n\nman is to be paid. The man said so, and the man of the mill, too.\n",
             "a hyphen, and what follows is a word of its own -"},
            {"The bridge over the river will be opened to all traffic in the spring, the mayor said, and the toll of "
             "the old fer-\n\nry is to be lowered for the people of the island.\n",
             "a hyphen, and what follows is no word elsewhere +"},
        });
}

TEST_CASE("of the ends that a text does not go on from the likeliest three are told", "[repair][evidence]") {
    Sheet page;
    for (int row = 0; row < 5; ++row)
        for (int i = 0; i < 20; ++i) {
            const auto left = 30.0F * static_cast<float>(i), top = 30.0F * static_cast<float>(row);
            page.line(left, top, left + 8, "ab", 8);
        }
    Document d = read(page.alto(), {});
    RepairOptions options;
    options.explain = true;
    repair(d, options);
    std::map<std::uint32_t, int> told;  // by line
    for (const Note& n : d.notes)
        if (n.message.starts_with("does not go on from")) ++told[n.line];
    int most = 0;
    for (const auto& [line, count] : told) most = std::max(most, count);
    CHECK(most == 3);
}
