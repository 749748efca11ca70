#include "language/cues.hpp"
#include "language/tables.hpp"

namespace broadsheet::language {

namespace {

constexpr CueRow cue_rows[] = {
    {Cue::byline, Part::whole, 30, "記者|特派員|編集委員|論説委員|寄稿",
     "^[（(【■◆]?[^、。「」\\s]{0,10}(?:記者|特派員|編集委員|論説委員|寄稿)[\\s・＝=：:]+[\\p{Han}\\p{Hiragana}\\p{"
     "Katakana}\\s　・、]{2,20}[）)】]?$|"
     "^[（(【]?[\\p{Han}]{1,4}[\\s　]?[\\p{Han}\\p{Hiragana}\\p{Katakana}]{1,4}(?:記者|特派員)?[）)】]$"},
    // 【desk or place・name】
    {Cue::byline, Part::whole, 24, "・",
     "^[（(【][\\p{Han}\\p{Katakana}]{2,8}・[\\p{Han}]{1,4}[\\s　]?[\\p{Han}\\p{Hiragana}\\p{Katakana}]{1,4}[）)】]$"},
    {Cue::lead, Part::head, 0, "【|共同|時事", "^【[^】]{2,16}[=＝][^】]{1,16}】|^[（(](?:共同|時事)[）)]"},
    {Cue::credit, Part::whole, 40, "撮影|提供|写真",
     "^[（(＝=]?[^、。，]{0,24}(?:撮影|提供)[）)]?$|^写真[：:・は]\\S{1,30}$"},
    {Cue::caption, Part::tail, 0, "撮影|写真|提供", "[＝=][^。，]{1,24}(?:撮影|提供|写真)[）)]?$"},
    {Cue::folio, Part::whole, 40, "曜日|面|版",
     "^\\S{0,10}\\s?[0-9０-９〇一二三四五六七八九十]{2,4}年.{0,14}日.{0,16}曜日?.{0,12}$|^[（(]?[0-9０-９]{1,2}[）)]?"
     "\\s?面$"},
    {Cue::jump_to, Part::tail, 0, "面に|面へ|面参照|関連記事|関連",
     "[（(＝=▼▲◆]関連(?:記事)?[0-9０-９一二三四五六七八九十、・]{1,5}面[）)]?$|"
     "[（(＝=▼▲◆]?[0-9０-９一二三四五六七八九十、・]{1,5}面(?:(?:に|へ)(?:続く|つづく|関連記事|関連|詳報|解説|社説|"
     "写真)?|参照)[）)]?$"},
    {Cue::jump_from, Part::head, 0, "面から|面より",
     "^[（(＝=▼▲◆]?[0-9０-９一二三四五六七八九十]{1,2}面(?:から|より)(?:続く|つづく)?[）)]?"},
};

}  // namespace

LanguageTable japanese() { return {"ja", "Japanese", cue_rows, "の に は を た が で て と し れ さ い も な"}; }

}  // namespace broadsheet::language
