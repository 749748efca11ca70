#include "core/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>

#include "core/chars.hpp"
#include "core/dictionary.hpp"

using namespace broadsheet;

namespace {

// What ICU's own iterator says.
bool icu_word_over(const std::u32string& before, const std::u32string& after) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
    const auto text = [](const std::u32string& from) {
        return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(from.data()),
                                             static_cast<std::int32_t>(from.size()));
    };
    const auto left = text(before);
    breaks->setText(left + text(after));
    return !breaks->isBoundary(left.length());
}

}  // namespace

TEST_CASE("A word runs over a joint", "[words]") {
    CHECK(word_across(U"山坡上种葡", U"萄和苹果"));
    CHECK_FALSE(word_across(U"农民收入", U"增长较快"));
    CHECK(word_across(U"カタカ", U"ナの言葉"));  // other scripts are asked of ICU
    CHECK_FALSE(word_across(U"abc", U"def"));
    CHECK_FALSE(word_across(U"", U"中"));
}

TEST_CASE("The dictionary read by ourselves cuts as ICU's iterator does", "[words]") {
    REQUIRE(Dictionary::open());
    // Common characters, so that words arise, with marks and other scripts between them.
    const std::u32string some =
        U"中国人民政府工作大会经济社会发展生产力学生活动物理想法律师范围绕过程度假日本来自由于是非常务实现代表面对象征"
        U"服装"
        U"修理由来電話題目的地方面積極其實際上海邊境界線路燈光明白天空氣候選擇業主張開放心情況且使用戶口號碼頭髮展覽會"
        U"，。、“”（）：—…·《》 12a.·é■①％※〔々〇\u00AD\uFE0Fカナひらのは々〇한글\u0301";
    std::mt19937 random(7);
    const auto text = [&](std::size_t size) {
        std::u32string out;
        while (out.size() < size) out.push_back(some[random() % (random() % 4 ? 116 : some.size())]);
        return out;
    };
    for (int i = 0; i < 20000; ++i) {
        const auto before = text(1 + random() % 8), after = text(1 + random() % 8);
        const bool asked = is(before.back(), cls::cjk) && is(after.front(), cls::cjk);
        if (word_across(before, after) != (asked && icu_word_over(before, after)))
            FAIL("differs at joint " << before.size() << " of " << to_utf8(before + after));
    }
}
