// The Han characters that make up about half of any running text: what tells a right decoding from a wrong one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace broadsheet::reading {

// By frequency in general text of each language; simplified, traditional, Japanese.
inline constexpr std::u32string_view common_han[] = {
    U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
    U"种事成方多"
    U"经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已"
    U"工使情明性"
    U"知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化"
    U"老给世位次"
    U"度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目"
    U"太量再感建"
    U"务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    U"完设式色路"
    U"记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔村城镇县省党委员会党组织企业农"
    U"业建设发展"
    U"经济工作服务项目技术创新记者本报讯近日活动群众干部乡村振兴环境保护研究责任编辑版",
    U"這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣開從實軍無與長機業將兩間問應戰頭體見話總數處認條係氣題爾別"
    U"變報結務"
    U"產場計許統區隊形書則聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運縣黨員組織農環護責編輯東車電馬灣華億"
    U"台灣府院"
    U"聞較歲點風飛魚齊龍龜書畫劃廣廠廳應慶舊藝葉號衛補裝複製視親計訊訓討託訪證評詞試詳語誤請調談議護讀賽貿費資質購贊趙"
    U"趕跡轉輪"
    U"輕辦農遠選邏郵鄉醫釋銀錢鐵錄鎮長門閉開間關陸陽階際隨險雙雜離難雲靈靜響頁頂項順須預領頻顧顯風",
    U"日一国人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選"
    U"立開手米力"
    U"学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公"
    U"野女同対"
    U"県区道府都総会価値済団図広応沢読売様権検両変労働続歳総転輸軽農鉄電駅験黒"};

// Bits for U+4E00 to U+9FFF.
inline constexpr auto common_han_bits = [] {
    std::array<std::uint32_t, 0x5200 / 32> bits{};
    for (const auto text : common_han)
        for (const char32_t c : text) bits[(c - 0x4E00U) / 32] |= 1U << (c - 0x4E00U) % 32;
    return bits;
}();

constexpr bool is_common_han(char32_t c) {
    return c - 0x4E00U < 0x5200U && (common_han_bits[(c - 0x4E00U) / 32] >> (c - 0x4E00U) % 32 & 1U) != 0;
}

}  // namespace broadsheet::reading
