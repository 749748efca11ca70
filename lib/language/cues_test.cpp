#include "language/cues.hpp"

#include <catch2/catch.hpp>

#include "core/regex.hpp"
#include "language/headings.hpp"
#include "language/tables.hpp"

using namespace broadsheet::language;

namespace {
bool has(std::u32string_view line, std::uint32_t cue) { return (cues(line) & cue) != 0; }
}  // namespace

TEST_CASE("The expressions of all tables are sound", "[cues]") {
    for (const auto& table : tables())
        for (const auto& row : table.cues) CHECK_NOTHROW(broadsheet::Pattern::check(row.expression));
    CHECK_THROWS(broadsheet::Pattern::check("(a"));
}

TEST_CASE("Bylines", "[cues]") {
    for (const auto* line :
         {U"□本报记者 张三", U"本报记者 张三", U"新城晚报财经记者 张三", U"某社记者 任一军张二业",
          U"记者 王一、李二、张三四", U"（本报记者 张三 通讯员 李四）", U"本報記者 陳大文", U"By Ann Lee",
          U"BY A. B. SMITH AND TOM ROE", U"From Our Own Correspondent", U"Von Anna Meier",
          U"Von unserem Korrespondenten", U"Par Jeanne Petit", U"De notre correspondant particulier",
          U"De notre envoyée à Saint-Orne", U"【小浜・森田 岬】"})
        CHECK(has(line, byline));
    for (const auto* line :
         {U"记者从会上获悉，两地消防队伍", U"记者多方打听", U"By the end of the year prices had fallen",
          U"Von der Stadt", U"本报记者昨日从市政府获悉，新桥将于年内开工。"})
        CHECK_FALSE(has(line, byline));
}

TEST_CASE("Signatures and bare names", "[cues]") {
    CHECK(has(U"东山区融媒体中心 张三 李四光", signature));
    CHECK(has(U"张三丰", bare_name));
    CHECK(has(U"张 三", bare_name));
    CHECK_FALSE(has(U"好消息", bare_name));
}

TEST_CASE("Leads and datelines", "[cues]") {
    for (const auto* line :
         {U"本报讯（记者 张三）昨日", U"本报讯 昨日", U"某新社某城5月15日电(记者李四)", U"本報訊 記者",
          U"LONDON, March 3.—The", U"CANTON, Mass., March 26 - The firm", U"Wien – Der Rat", U"PARIS, 3 mars. — Le",
          U"Aden/Sanaa – Die Regierung", U"Aden - Frachter liegen"})
        CHECK(has(line, lead));
    CHECK_FALSE(has(U"本报讯（记者 张三 李四光）", byline));  // it opens the text, also where it fills a line
    CHECK_FALSE(has(U"手机通讯套餐不好", lead));
    CHECK_FALSE(has(U"The rest of the day - and", lead));
    CHECK_FALSE(has(U"Eintracht - Blau Weiss 2:1", lead));
}

TEST_CASE("Credits and captions", "[cues]") {
    CHECK(has(U"记者 张三 摄/视觉新城", credit));
    CHECK(has(U"特约摄影 李四/视觉", credit));
    CHECK(has(U"图片由新城供电公司提供", credit));
    CHECK(has(U"Photo: Ann Lee", credit));
    CHECK(has(U"Foto: dpa", credit));
    CHECK(has(U"图为工人在车间作业。", caption));
    CHECK(has(U"新产业园。(资料图)", caption));
    CHECK(has(U"晚会昨天举行。 记者 张三 摄", caption));
}

TEST_CASE("Folios and jump lines", "[cues]") {
    CHECK(has(U"2021年3月28日 星期五 第2版 要闻", folio));
    CHECK(has(U"THE EVENING STAR, JUNE 9, 1987   PAGE A1", folio));
    CHECK(has(U"Seite 4", folio));
    CHECK_FALSE(has(U"2021年3月28日，星期五的早晨，市民们来到公园。", folio));
    CHECK(has(U"品牌案例。(下转3版)", jump_to));
    CHECK(has(U"（下转第三版）", jump_to));
    CHECK(has(U"（上接第一版）", jump_from));
    CHECK(has(U"Continued on page 4", jump_to));
    CHECK(has(U"Fortsetzung auf Seite 3", jump_to));
    CHECK(has(U"Suite page 2", jump_to));
}

TEST_CASE("Page heads of many forms", "[cues]") {
    for (const auto* line :
         {U"第03版 要闻 2019年5月12日 星期日", U"第A05版 国际", U"THE HARBOUR GAZETTE, SATURDAY, MAY 4, 1935. 7",
          U"Seite 5                Lokales                Nr. 112",
          U"Nr. 112          Samstag, 4. Mai 1935         Seite 5", U"LE COURRIER DE L'OUEST — Mardi 3 mars 1914"})
        CHECK(has(line, folio));
    for (const auto* line :
         {U"第三版本的规划公布", U"Seite an Seite", U"Nr. 5 lebt", U"Mardi 3 mars 1914, un incendie"})
        CHECK_FALSE(has(line, folio));
    CHECK(has(U"＝関連記事３面", jump_to));
}

TEST_CASE("Jump lines say where, and to which page", "[cues]") {
    for (const auto* line : {U"（下转第三版）", U"下转3版▶", U"(Continued on Page A3)", U"Fortsetzung auf Seite 3",
                             U"(Suite page 3)", U"（３面に関連記事）"}) {
        const auto jump = jump_line(line);
        CHECK(jump.place.size() == std::u32string_view(line).size());
        CHECK(jump.page == 3);
        CHECK_FALSE(jump.from);
    }
    CHECK(jump_line(U"（上接第一版）").from);
    CHECK(jump_line(U"From Page A1").from);
    CHECK_FALSE(jump_line(U"From Page one to the last").from);
    // Whatever a jump line's expression takes, one of the row's words must wake it.
    for (const auto* line : {U"（接三版）", U"CONTINUED from page 3"}) CHECK(has(line, jump_from));
    for (const auto* line : {U"Continued ON page 3", U"Weiter auf S.3", U"À suivre page 3"}) CHECK(has(line, jump_to));
    const auto jump = jump_line(U"开幕式昨日举行。（下转第十二版）");
    CHECK(jump.place.begin == 8);
    CHECK(jump.page == 12);
    CHECK(jump_line(U"他从第三版翻起，一直读到第八版才放下报纸。").place.empty());
}

TEST_CASE("Those who made the page", "[cues]") {
    for (const auto* line :
         {U"责任编辑：阮秋 版式：邓可 校对：龙生", U"责编 阮秋", U"本版编辑 卢生 美术编辑 高远", U"热线电话：555-0137"})
        CHECK(has(line, desk));
    CHECK_FALSE(has(U"改编电影上映", desk));
    CHECK_FALSE(has(U"责任编织安全网", desk));
}

TEST_CASE("Bylines of many forms", "[cues]") {
    for (const auto* line :
         {U"■本报记者 赵 丽 孟子陶", U"本报记者 张三 文/图", U"文/张三 图/李四", U"本报记者 赵 丽 柳川、沙洲报道",
          U"实习生 林 可 通讯员 石一鸣", U"□ 王小明", U"Staff Reporter", U"Special to The Ledger"})
        CHECK(has(line, byline));
    CHECK_FALSE(has(U"□ 本市新闻", byline));
}

TEST_CASE("Leads in brackets, salutations", "[cues]") {
    CHECK(has(U"〔記者沈懷谷／柳川報導〕閒置的老米倉", lead));
    CHECK(has(U"【本報訊】海傍區議會", lead));
    CHECK(has(U"PELLTAL (dpa). Der kälteste", lead));
    CHECK(has(U"编辑同志：我们住在城北", salutation));
    CHECK(has(U"To the Editor:", salutation));
}

TEST_CASE("Who may sign a text", "[cues]") {
    for (const auto* line : {U"退休教师 何秀兰", U"柳川市市政管理局", U"E. J. PROUDFOOT", U"Lucien Marais"})
        CHECK(has(line, signer));
    for (const auto* line : {U"转型升级 高质量发展", U"多措并举应对新变局", U"Prices fall after rain"})
        CHECK_FALSE(has(line, signer));
}

TEST_CASE("A name of two characters may end as a credit does", "[cues]") {
    for (const auto* line : {U"本报记者 周文", U"本报记者 张摄"}) {
        CHECK(has(line, byline));
        CHECK_FALSE(has(line, credit));
    }
    CHECK(has(U"本报记者 张三摄", credit));
}

TEST_CASE("Names", "[cues]") {
    CHECK(names_in(U"□本报记者 张三 李四光") == std::vector<std::u32string>{U"张三", U"李四光"});
    CHECK(names_in(U"本报记者 李 明") == std::vector<std::u32string>{U"李明"});
    CHECK(names_in(U"本报记者 赵 丽 吴桐 柳川、沙洲报道") == std::vector<std::u32string>{U"赵丽", U"吴桐"});
    CHECK(names_in(U"本报记者 张三 文/图") == std::vector<std::u32string>{U"张三"});
    CHECK(names_in(U"文/张三 图/李四") == std::vector<std::u32string>{U"张三"});
    CHECK(names_in(U"■ 王小明") == std::vector<std::u32string>{U"王小明"});
    CHECK(names_in(U"退休教师 何秀兰") == std::vector<std::u32string>{U"何秀兰"});
    // 文 and 摄 end names; they are of the trade where they stand apart or the name would be too long.
    CHECK(names_in(U"本报记者 钱学文") == std::vector<std::u32string>{U"钱学文"});
    CHECK(names_in(U"本报记者 欧阳文") == std::vector<std::u32string>{U"欧阳文"});
    CHECK(names_in(U"本报记者 周文") == std::vector<std::u32string>{U"周文"});
    CHECK(names_in(U"本报记者 张三 文") == std::vector<std::u32string>{U"张三"});
    CHECK(names_in(U"本报记者 张三文/图") == std::vector<std::u32string>{U"张三"});
    CHECK(names_in(U"本报记者 王小明文") == std::vector<std::u32string>{U"王小明"});
    CHECK(names_in(U"记者 王小明摄") == std::vector<std::u32string>{U"王小明"});
    CHECK(names_in(U"记者 钱学文 通讯员 李博文") == std::vector<std::u32string>{U"钱学文", U"李博文"});
    CHECK(names_in(U"By OUR STAFF CORRESPONDENT").empty());
    CHECK(names_in(U"By Ann Lee and Tom Roe") == std::vector<std::u32string>{U"Ann Lee", U"Tom Roe"});
}

TEST_CASE("Language of a text", "[cues]") {
    CHECK(language_of(U"这是一个关于经济发展的报道") == "zh-Hans");
    CHECK(language_of(U"這是一個關於經濟發展的報導") == "zh-Hant");
    CHECK(language_of(U"これは新聞の記事です") == "ja");
    CHECK(language_of(U"The price of the bread is that of the flour") == "en");
    CHECK(language_of(U"Der Preis für das Brot ist auch der des Mehls") == "de");
    CHECK(language_of(U"Le prix du pain est celui de la farine pour les pauvres") == "fr");
    CHECK(language_of(U"123").empty());
}

TEST_CASE("Names of series stand over headlines and are none", "[language]") {
    using broadsheet::language::is_column_name;
    CHECK(is_column_name(U"护青山 清河道 美村庄"));
    CHECK(is_column_name(U"山乡新事（二十三）"));
    CHECK_FALSE(is_column_name(U"河道清淤 两岸添绿"));
    CHECK_FALSE(is_column_name(U"果园丰收（图）"));
}
