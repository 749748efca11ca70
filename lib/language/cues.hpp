// What the words of a line say about it, in any language of the tables: "By ...", "本报讯", "Continued on page 4".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::language {

// Bits; a line may have several.
enum Cue : std::uint32_t {
    byline = 1U << 0,  // the whole line names who wrote it: □本报记者 张三, By Our Own Correspondent, Von ...
    signature = 1U << 1,  // the whole line may sign a text at its foot: 通讯员 ..., 某某融媒体中心 ..., a bare name
    lead = 1U << 2,     // opens a report: 本报讯, 中新社北京5月3日电, LONDON, March 3.—
    credit = 1U << 3,   // the whole line credits a picture: 记者 某某 摄, Photo: ..., Foto: ...
    caption = 1U << 4,  // the line reads like a caption: 图为..., (资料图), Pictured: ...
    folio = 1U << 5,    // the whole line is a folio or running head: 2021年3月28日 星期五 第2版 要闻, PAGE A1
    jump_to = 1U << 6,  // ends with, or is, a jump line: 下转第三版, Continued on page 4
    jump_from = 1U << 7,    // 上接第一版, Continued from page 1
    item = 1U << 8,         // opens a list item: ·, ●, 1., (一)
    dash_opens = 1U << 9,   // opens with a long dash: the deck of a Chinese headline
    note = 1U << 10,        // an editor's note: 【开栏语】, 编者按
    slogan = 1U << 11,      // names those who publish or sponsor: 主办 ...
    bare_name = 1U << 12,   // the whole line may be a person's name and nothing else
    desk = 1U << 13,        // names those who made the page: 责任编辑 ..., 版式 ..., 校对 ...
    signer = 1U << 14,      // may be somebody and what they are: 读者 张三; Ann Lee. Only its place can tell
    salutation = 1U << 15,  // opens a letter: 编辑同志：, To the Editor:
    advert = 1U << 16,      // opens or heads an advertisement: TO LET, Zu verkaufen, Publicité
    notice = 1U << 17,      // opens or heads a notice: PUBLIC NOTICE, Bekanntmachung, Avis
    farewell = 1U << 18,    // ends a letter: Yours faithfully, Hochachtungsvoll, Votre dévoué
    letters = 1U << 19,     // heads the letters of readers: Letters to the Editor, Leserbriefe, 读者来信
    contact = 1U << 20,     // where to ask: 咨询电话：..., Telephone: ..., Anschrift: ...
    dated = 1U << 21,       // is a day and nothing else: 5月10日
};

[[nodiscard]] std::uint32_t cues(std::u32string_view line);

// The characters of a line that are its jump line, and the page that it names (0: none). Empty if it has none.
struct JumpLine {
    Run place;
    std::uint32_t page = 0;
    bool from = false;    // 上接: the text begins on another page
    bool refers = false;  // "see page 4": another report stands there, this one does not go on
};
[[nodiscard]] JumpLine jump_line(std::u32string_view line);

// 第三版, page A6, Fourth Page: the first number; 0 if there is none.
[[nodiscard]] std::uint32_t number_in(std::u32string_view text);

// The names in a byline, signature or credit line.
[[nodiscard]] std::vector<std::u32string> names_in(std::u32string_view line);

// BCP 47 tag of a text: zh-Hans, zh-Hant, ja, ko, en, de, fr; empty where there is too little to tell.
[[nodiscard]] std::string language_of(std::u32string_view text);

}  // namespace broadsheet::language
