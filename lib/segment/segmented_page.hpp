// For tests: a page from text to articles, and two texts for pages.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace broadsheet::segment_stage {

inline Document page(const std::string& text) {
    auto d = process(text);
    REQUIRE(check(d).empty());
    return d;
}

inline std::vector<std::string> roles(const Document& d, std::size_t article) {
    std::vector<std::string> out;
    for (const auto b : d.articles.at(article).blocks) out.emplace_back(name(d.blocks[b].role));
    return out;
}

inline std::string text(const Document& d, std::size_t article, std::size_t block) {
    return render(d, d.blocks[d.articles.at(article).blocks.at(block)]);
}

inline std::string headline(const Document& d, std::size_t article) {
    for (const auto b : d.articles.at(article).blocks)
        if (d.blocks[b].role == Role::headline) return render(d, d.blocks[b]);
    return {};
}

using Roles = std::vector<std::string>;

// Two reports that share no words, each of two paragraphs.
inline const std::string bridge =
    "本报讯（记者 李青）青石河大桥昨日合龙。大桥全长八百米，连接青石河两岸，工程历时三年，桥面设双向六车道。\n\n"
    "据大桥项目部介绍，合龙之后将铺设桥面沥青，预计年底通车，届时两岸居民过河只需五分钟，不再绕行老渡口。\n";
inline const std::string orchard =
    "本报讯（记者 王禾）柿子熟了，山前村的果农忙着采摘。今年雨水调匀，柿子个大味甜，亩产比去年多了两成。\n\n"
    "村里的合作社把柿子做成柿饼和柿子酒，通过网店卖到外地，果农的收入有了保障，年轻人也愿意回村种柿子。\n";

}  // namespace broadsheet::segment_stage
