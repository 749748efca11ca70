#include "read/issue/mets_levels.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace broadsheet::reading {

namespace {

bool any_in(const std::string& type, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](auto word) { return type.find(word) != std::string::npos; });
}

template <std::size_t n>
bool is_one_of(const std::string& type, const std::array<std::string_view, n>& words) {
    return std::find(words.begin(), words.end(), type) != words.end();
}

constexpr std::array<std::string_view, 24> holders = {
    "newspaper",  "periodical", "volume",   "issue",   "content", "contents", "section", "page",
    "supplement", "edition",    "front",    "back",    "main",    "year",     "month",   "day",
    "zeitung",    "band",       "jahrgang", "ausgabe", "heft",    "beilage",  "seite",   ""};

}  // namespace

RegionKind mets_kind_of(const std::string& type) {
    if (any_in(type, {"caption", "legend", "légende", "bildunterschrift"})) return RegionKind::caption;
    if (any_in(type, {"heading", "headline", "head", "title", "titel", "titre", "schlagzeile", "berschrift"}))
        return RegionKind::heading;
    return RegionKind::text;
}

MetsLevel mets_level_of(const std::string& type) {
    if (type.find("section") != std::string::npos) return MetsLevel::holder;  // of articles, of advertisements
    if (any_in(type,
               {"article", "artikel", "artículo", "articolo", "advert", "anzeige", "annonc", "obituar", "notice"}))
        return any_in(type, {"title", "head", "body", "text", "part"}) ? MetsLevel::part : MetsLevel::item;
    if (is_one_of(type, holders)) return MetsLevel::holder;
    constexpr std::array<std::string_view, 12> parts = {"body",         "body_content", "text",    "textblock",
                                                        "paragraph",    "block",        "author",  "byline",
                                                        "illustration", "image",        "picture", "table"};
    if (is_one_of(type, parts) || mets_kind_of(type) != RegionKind::text) return MetsLevel::part;
    return MetsLevel::unknown;
}

}  // namespace broadsheet::reading
