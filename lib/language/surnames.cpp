#include "language/surnames.hpp"

namespace broadsheet::language {

namespace {

// The Hundred Family Surnames and today's commonest, less those that are far more often words.
constexpr std::u32string_view single =
    U"方安常成路赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏陶姜戚谢謝"
    U"邹鄒喻柏窦竇章"
    U"苏蘇潘葛奚范範彭郎鲁魯韦韋昌马馬苗凤鳳花俞任袁柳丰豐鲍鮑史唐费費廉岑薛雷贺賀倪汤湯滕殷罗羅毕畢郝邬鄔乐樂于傅"
    U"皮卞齐齊康伍余卜顾顧孟黄黃穆萧蕭尹姚邵湛汪祁毛禹狄米贝貝臧伏戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵"
    U"席季麻贾賈娄婁危江童颜顏郭梅盛林刁钟鐘鍾徐邱骆駱高夏蔡田樊胡凌霍虞万萬柯昝管卢盧莫房裘缪繆宗丁宣贲"
    U"邓鄧郁单單杭洪包诸諸左石崔吉钮龚龔程嵇邢滑裴陆陸荣榮翁荀羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌烏焦巴弓牧隗山谷侯宓"
    U"蓬全郗班仰秋仲伊宫宮宁寧仇栾欒暴甘厉厲戎祖武符刘劉景詹束龙龍叶葉幸司韶郜黎蓟薄印宿白怀懷蒲邰鄂索咸籍赖賴卓蔺藺屠"
    U"蒙池"
    U"乔喬阴陰胥苍蒼闻聞莘党黨翟谭譚贡貢劳勞逄姬申扶冉宰郦雍桑桂濮牛寿壽边邊扈燕冀浦尚农農温溫庄莊晏柴瞿阎閻"
    U"慕连連茹习習宦艾鱼魚容古易慎戈廖庾暨居衡耿满滿弘匡文寇广廣禄欧歐利师師巩聂聶荆荊游权權盖蓋桓佘"
    U"代付肖仝闫丛亓辛覃檀揭苟粟敖訾栗原占冼岳隋涂晋晉初奉盘鞠丘简簡饶饒曾毋沙";
constexpr std::u32string_view twofold =
    U"欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 公孙 公孫 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 申屠";

}  // namespace

bool is_surname(std::u32string_view text) {
    if (text.size() == 1) return single.find(text.front()) != std::u32string_view::npos;
    return text.size() == 2 && twofold.find(text) != std::u32string_view::npos;
}

}  // namespace broadsheet::language
