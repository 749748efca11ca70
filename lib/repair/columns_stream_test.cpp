#include <algorithm>

#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

bool has_all(const Texts& texts, const Texts& wanted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const auto& text) { return std::find(texts.begin(), texts.end(), text) != texts.end(); });
}

}  // namespace

TEST_CASE("where few rows are full, lines that hold one column tell the measure", "[repair][columns]") {
    const auto texts = blocks(
        "沙洲镇的早熟葡萄比往年 位，卻沒有擴闊出入口道路，\n"
        "提前十二天上市，头茬果每斤 擔心通車後交通更加擠塞。\n"
        "卖到十五元，种植户柯大有的\n"
        "三个大棚一周就卖空了。\n"
        "【本報訊】海傍區議會昨\n"
        "討論舊碼頭改建計劃。多名議\n"
        "員指出，計劃新增八百個泊車\n");
    CHECK(has_all(texts,
                  {"沙洲镇的早熟葡萄比往年提前十二天上市，头茬果每斤卖到十五元，种植户柯大有的三个大棚一周就卖空了。",
                   "【本報訊】海傍區議會昨討論舊碼頭改建計劃。多名議員指出，計劃新增八百個泊車位，卻沒有擴闊出入口道路"
                   "，擔心通車後交通更加擠塞。"}));
}

TEST_CASE("the rows of a headline above columns are no lines of a column", "[repair][columns]") {
    const auto texts = blocks(
        "老粮仓里开起夜间图\n"
        "书馆\n"
        "本报记者 王小明\n"
        "程從海外趕回的麥 二十八年装卸工的老丁。\n"
        "連署發起人說，碼\n"
        "先生說，那天他的鞋子\n"
        "掉進了水溝，是班長把 頭邊的候船室是全島唯\n"
        "自己的鞋借給了他。昨 一的木造公共建築，許\n"
        "日，他帶來了一雙新鞋。 多人在這裡送孩子出外\n"
        "柳川港三号码头上， 念書、等家人返鄉過年。\n"
        "十二台橙色的机械臂一\n"
        "字排开，把一袋袋大米\n"
        "稳稳码进船舱。站在后\n"
        "面看着它们的，是干了\n");
    CHECK(has_all(texts,
                  {"程從海外趕回的麥先生說，那天他的鞋子掉進了水溝，是班長把自己的鞋借給了他。昨日，他帶來了一雙新鞋。",
                   "柳川港三号码头上，十二台橙色的机械臂一字排开，把一袋袋大米稳稳码进船舱。站在后面看着它们的，是干了"
                   "二十八年装卸工的老丁。"}));
}

TEST_CASE("a byline above columns stands alone", "[repair][columns]") {
    const auto texts = blocks(
        "河上的新桥通了车\n"
        "本报记者 王小明\n"
        "溫度高了，天窗自 把大锅换成了小锅，一\n"
        "己打開；土乾了，手機 锅只炒十二份，炒完一\n"
        "會震動。湯聿修說，父 锅再炒一锅，菜端出来\n"
        "親種了一輩子蘭，靠的 都是热的。\n"
        "是摸葉子，「我摸不出\n"
        "來，只好讓機器替我摸\n"
        "」。\n"
        "做半份菜，后厨的\n"
        "活儿却多了一倍。郝仁\n");
    CHECK(has_all(texts, {"溫度高了，天窗自己打開；土乾了，手機會震動。湯聿修說，父親種了一輩子蘭，靠的是摸葉子，「我摸"
                          "不出來，只好讓機器替我摸」。",
                          "做半份菜，后厨的活儿却多了一倍。郝仁把大锅换成了小锅，一锅只炒十二份，炒完一锅再炒一锅，菜端"
                          "出来都是热的。"}));
}

TEST_CASE("the left one of two cells in a line is no headline", "[repair][columns]") {
    const auto texts = blocks(
        "河上的新桥通了车\n"
        "本报记者 王小明\n"
        "柳川港三号码头上，十二 同一座桥上拍照。这样的河长，\n"
        "台橙色的机械臂一字排开，把 河不认，百姓也不认。\n"
        "一袋袋大米稳稳码进船舱。站\n"
        "【本報訊】三名中學生以\n"
        "在后面看着它们的，是干了二 廢棄手機鏡頭製成水質檢測儀，\n"
        "十八年装卸工的老丁。\n"
        "在科學比賽中獲得冠軍。儀器\n"
        "有的地方河长公示牌立得 成本不足一百元，可在五分鐘\n"
        "很大，电话却打不通；有的河 內量度河水混濁程度。\n"
        "长一年巡河十二次，次次都在\n");
    CHECK(has_all(texts, {"柳川港三号码头上，十二台橙色的机械臂一字排开，把一袋袋大米稳稳码进船舱。站在后面看着它们的，"
                          "是干了二十八年装卸工的老丁。",
                          "有的地方河长公示牌立得很大，电话却打不通；有的河长一年巡河十二次，次次都在同一座桥上拍照。这"
                          "样的河长，河不认，百姓也不认。"}));
}

TEST_CASE("a column may begin a line or two below those beside it", "[repair][columns]") {
    const auto texts = blocks(
        "沙洲镇的早熟葡萄比往年\n"
        "桃花溪两岸原有十一家小\n"
        "提前十二天上市，头茬果每斤 作坊，污水直排入河。去年，\n"
        "在白鹭河支流桃花溪，河\n"
        "卖到十五元，种植户柯大有的 镇上关停了七家，另外四家搬 长祝平安每天都要走一遍六公\n"
        "三个大棚一周就卖空了。\n"
        "进园区，统一处理污水。\n"
        "里的河岸。“以前捂着鼻子走，\n"
        "现在提着相机走。”他说。\n");
    CHECK(has_all(
        texts, {"沙洲镇的早熟葡萄比往年提前十二天上市，头茬果每斤卖到十五元，种植户柯大有的三个大棚一周就卖空了。",
                "桃花溪两岸原有十一家小作坊，污水直排入河。去年，镇上关停了七家，另外四家搬进园区，统一处理污水。",
                "在白鹭河支流桃花溪，河长祝平安每天都要走一遍六公里的河岸。“以前捂着鼻子走，现在提着相机走。”他说。"}));
}

TEST_CASE("a byline below a wide headline is not the first line of the column", "[repair][columns]") {
    const auto texts = blocks(
        "老粮仓里开起夜间图书馆，灯亮到天明时分\n"
        "本报记者 王小明\n"
        "“一个人会，不算\n"
        "会。”卜长河把四十七\n"
        "本笔记整理成操作手册，\n"
        "手把手带出了十九名徒\n"
        "弟，其中七人已经成为\n"
        "车间骨干。\n"
        "镇农业服务中心介\n"
        "绍，今年沙洲镇推广双\n"
        "层棚膜，冬季地温提高\n"
        "了三度，葡萄萌芽早、\n"
        "花期齐，预计全镇产量\n"
        "比去年增加两成。\n");
    CHECK(has_all(texts, {"“一个人会，不算会。”卜长河把四十七本笔记整理成操作手册，手把手带出了十九名徒弟，其中七人已经"
                          "成为车间骨干。"}));
}
