// For tests: the blocks of a text as repair() leaves them.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::repair_stage {

inline Document repaired(std::string_view text, std::vector<std::string> skip = {}) {
    ReadOptions as_text;
    as_text.from = "text";
    Document d = read(text, as_text);
    RepairOptions options;
    options.skip = std::move(skip);
    repair(d, options);
    CHECK(check(d) == "");
    return d;
}

inline std::vector<std::string> blocks(const Document& d) {
    std::vector<std::string> out;
    for (const Block& block : d.blocks) out.push_back(render(d, block));
    return out;
}

inline std::vector<std::string> blocks(std::string_view text) { return blocks(repaired(text)); }

// "reason: text" of all that was dropped.
inline std::vector<std::string> dropped(const Document& d) {
    std::vector<std::string> out;
    for (const Dropped& x : d.dropped) out.push_back(std::string(name(x.reason)) + ": " + render(d, x));
    return out;
}

using Texts = std::vector<std::string>;

// Texts for pages.
inline const std::string ferry_text =
    "老桥拆了以后，河上只有一条\n"
    "渡船。渡工姓王，今年六十岁，在\n"
    "这条河上摇了四十年的船。\n"
    "他每天五点起床，先把船舱扫\n"
    "干净，再烧一壶开水，等第一批去\n"
    "镇上卖菜的人上船来。\n"
    "坐船的人多半认识他，上了船\n"
    "就喊一声王师傅，下船的时候把钱\n"
    "放在船头的木盒子里。\n"
    "天黑以后，他把船拴在老柳树\n"
    "下面，提着空了的水壶，沿着河堤\n"
    "慢慢地走回自己家去。\n";
inline const std::string bridge_text =
    "SEAHAVEN, March 3 - The swing bridge over the\n"
    "inner basin will stay open for the summer, the\n"
    "engineers said, since its bearings are worn and\n"
    "no others can be had before the autumn.\n";
// A column without its first word, in which few words inside the lines have a capital.
inline const std::string boats_text =
    " boats had come home by noon, and few of\n"
    "the men had slept since the storm began. On\n"
    "the quay the buyers were waiting for them,\n"
    "but there was little to be had, and what was\n"
    "there went quickly and for more than it was\n"
    "worth to those who came first. By night the\n"
    "streets were empty, and nobody asked when the\n"
    "next boat would leave or who would be on it.\n"
    "The wind had turned, the lamps were lit, and\n"
    "the gulls sat on the roofs and were silent,\n"
    "as they are before the weather turns again.\n";

}  // namespace broadsheet::repair_stage
