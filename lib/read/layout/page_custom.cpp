#include "read/layout/page_custom.hpp"

#include <algorithm>
#include <utility>

#include "read/layout/xml.hpp"

namespace broadsheet::reading {

namespace {

using namespace std::string_view_literals;

std::string_view trimmed(std::string_view text) {
    constexpr auto blank = " \t\r\n"sv;
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// What stands in front of the mark, which is taken away with it.
std::string_view take_to(std::string_view& text, char mark) {
    const auto at = std::min(text.find(mark), text.size());
    const auto out = trimmed(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
    return out;
}

// Small letters, no marks between words.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            out.push_back(static_cast<char>(c + 32));
        else if (c >= 'a' && c <= 'z')
            out.push_back(c);
    }
    return out;
}

constexpr std::pair<std::string_view, RegionKind> types[] = {
    {"paragraph", RegionKind::paragraph},
    {"heading", RegionKind::heading},
    {"headline", RegionKind::heading},
    {"title", RegionKind::heading},
    {"subheading", RegionKind::heading},
    {"titlepagezone", RegionKind::heading},
    {"caption", RegionKind::caption},
    {"credit", RegionKind::credit},
    {"header", RegionKind::header},
    {"runninghead", RegionKind::header},
    {"runningtitle", RegionKind::header},
    {"runningtitlezone", RegionKind::header},
    {"footer", RegionKind::footer},
    {"signaturemark", RegionKind::footer},
    {"quiremarkszone", RegionKind::footer},
    {"catchword", RegionKind::footer},
    {"pagenumber", RegionKind::page_number},
    {"numberingzone", RegionKind::page_number},
    {"dropcapital", RegionKind::drop_capital},
    {"dropcapitalzone", RegionKind::drop_capital},
    {"advert", RegionKind::advert},
    {"advertisement", RegionKind::advert},
    {"table", RegionKind::table},
    {"tablezone", RegionKind::table},
    {"image", RegionKind::image},
    {"graphic", RegionKind::image},
    {"graphiczone", RegionKind::image},
    {"separator", RegionKind::separator},
    {"noise", RegionKind::noise},
    {"digitizationartefactzone", RegionKind::noise},
    {"stampzone", RegionKind::noise},
};

}  // namespace

Custom custom_of(std::string_view text) {
    Custom out;
    while (!text.empty()) {
        const auto name = take_to(text, '{');
        auto body = take_to(text, '}');
        std::string_view type, id;
        while (!body.empty()) {
            auto pair = take_to(body, ';');
            const auto key = take_to(pair, ':');
            const auto value = trimmed(pair);
            if (key == "type") type = value;
            if (key == "id") id = value;
            if (float number = 0; key == "index" && name == "readingOrder") {
                auto rest = value;
                if (take_number(rest, number) && number >= 0) out.index = number;
            }
        }
        if (name != "structure") continue;
        if (plain(type) == "article") {
            out.is_article = true;
            out.article = id;
        } else if (!type.empty()) {
            out.type = type;
        }
    }
    return out;
}

RegionKind kind_of_type(std::string_view type) {
    const auto find = [](std::string_view part) {
        const auto name = plain(part);
        const auto* const at =
            std::find_if(std::begin(types), std::end(types), [&](const auto& row) { return row.first == name; });
        return at == std::end(types) ? RegionKind::text : at->second;
    };
    const auto whole = find(type);
    if (whole != RegionKind::text) return whole;
    // Of a compound the last part is the narrower one: Marginalia_PageNumber, MarginTextZone:note.
    const auto parted = type.find_last_of("_:#/");
    if (parted == std::string_view::npos) return whole;
    const auto narrow = find(type.substr(parted + 1));
    return narrow != RegionKind::text ? narrow : find(type.substr(0, parted));
}

RegionKind kind_of_element(std::string_view name) {
    if (name == "ImageRegion" || name == "GraphicRegion" || name == "LineDrawingRegion" || name == "ChartRegion" ||
        name == "MapRegion")
        return RegionKind::image;
    if (name == "SeparatorRegion") return RegionKind::separator;
    if (name == "TableRegion") return RegionKind::table;
    if (name == "AdvertRegion") return RegionKind::advert;
    if (name == "NoiseRegion") return RegionKind::noise;
    return RegionKind::text;
}

}  // namespace broadsheet::reading
