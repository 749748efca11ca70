// PAGE XML of 2019-07-15, a file a page: https://github.com/PRImA-Research-Lab/PAGE-XML. Text and boxes as the source
// has them; the articles are groups of the reading order.
#include <algorithm>
#include <cmath>
#include <string>

#include "broadsheet/version.hpp"
#include "core/chars.hpp"
#include "write/json_emitter.hpp"
#include "write/names.hpp"
#include "write/parts.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

namespace {

// The types that PAGE knows.
std::string_view type_of(const Part& part) {
    if (part.is_dropped()) {
        if (part.reason == Reason::folio) return "page-number";
        return part.reason == Reason::running_head ? "header" : "other";
    }
    switch (part.role) {
        case Role::section:
        case Role::kicker:
        case Role::headline:
        case Role::deck:
        case Role::subhead:
            return "heading";
        case Role::caption:
            return "caption";
        case Role::credit:
            return "credit";
        case Role::unknown:
        case Role::paragraph:
        case Role::list:
            return "paragraph";
        default:
            return "other";
    }
}

std::string_view language_name(std::string_view tag) {
    const auto main = tag.substr(0, tag.find('-'));
    if (main == "zh") return "Chinese";
    if (main == "ja") return "Japanese";
    if (main == "en") return "English";
    if (main == "de") return "German";
    return main == "fr" ? "French" : std::string_view();
}

class PageWriter {
public:
    PageWriter(const Document& document, const std::vector<Part>& parts, const PageParts& page, std::string& out)
        : d_(document), all_(parts), page_(page), scale_(pixels(page.page.unit)), xml_(out) {}

    void write(const std::string& stamp) {
        xml_.open_root("PcGts", "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15",
                       "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15/pagecontent.xsd");
        xml_.open("Metadata");
        xml_.leaf("Creator", "Broadsheet " + std::string(version));
        xml_.leaf("Created", stamp);
        xml_.leaf("LastChange", stamp);
        xml_.close();
        page();
        xml_.close();
    }

private:
    void page() {
        const Page& page = page_.page;
        const bool of_file = page.file != 0 && page.file <= d_.files.size();
        xml_.open("Page");
        xml_.attribute("imageFilename", of_file ? d_.files[page.file - 1].name : d_.source.name);
        xml_.attribute("imageWidth", size(page.width));
        xml_.attribute("imageHeight", size(page.height));
        xml_.attribute("custom", "page {number:" + std::to_string(page.number) + ";}");
        reading_order();
        relations();
        std::uint64_t place = 0;
        for (const auto i : page_.parts) region(all_[i], i, place++);
        for (const Region* region : page_.pictures) {
            xml_.open(region->kind == RegionKind::image ? "ImageRegion" : "SeparatorRegion");
            xml_.attribute("id", xml_id("picture", ++pictures_));
            coords(d_.boxes[region->box]);
            xml_.close();
        }
        xml_.close();
    }

    [[nodiscard]] std::uint64_t size(float length) const {
        if (page_.page.unit == Unit::cell || !(length > 0)) return 0;
        return pixel(length, true);
    }

    [[nodiscard]] std::uint64_t pixel(float place, bool up) const {
        constexpr double far = 1e9;
        const double scaled = static_cast<double>(place) * scale_;
        const double whole = up ? std::ceil(scaled - 0.001) : std::floor(scaled + 0.001);
        return whole > 0 ? static_cast<std::uint64_t>(std::fmin(whole, far)) : 0;
    }

    // Without a place there are no coordinates: none are made up.
    void coords(const std::optional<Box>& box) {
        if (!box) return;
        std::string points;
        const auto add = [&](std::uint64_t x, std::uint64_t y) {
            if (!points.empty()) points += ' ';
            append_integer(points, x);
            points += ',';
            append_integer(points, y);
        };
        const auto left = pixel(box->left, false), top = pixel(box->top, false);
        const auto right = pixel(box->right, true), bottom = pixel(box->bottom, true);
        add(left, top), add(right, top), add(right, bottom), add(left, bottom);
        xml_.open("Coords");
        xml_.attribute("points", points);
        xml_.close();
    }

    void reading_order() {
        auto open = none;
        std::uint64_t index = 0;
        for (const auto i : page_.parts) {
            const auto article = all_[i].article;
            if (article == none) break;  // the rest is in none
            if (article != open) {
                if (open == none) {
                    xml_.open("ReadingOrder");
                    xml_.open("UnorderedGroup");
                    xml_.attribute("id", "articles");
                } else {
                    xml_.close();
                }
                group(article, i);
                index = 0;
                open = article;
            }
            xml_.open("RegionRefIndexed");
            xml_.attribute("index", index++);
            xml_.attribute("regionRef", xml_id("region", i + 1));
            xml_.close();
        }
        if (open == none) return;
        xml_.close();
        xml_.close();
        xml_.close();
    }

    void group(std::uint32_t index, std::size_t part) {
        const Article& article = d_.articles[index];
        const auto title = title_of(d_, article);
        xml_.open("OrderedGroup");
        xml_.attribute("id", xml_id("article", index + 1));
        if (!title.empty()) xml_.attribute("caption", title);
        xml_.attribute("type", "article");
        // It began on another page.
        if (part > 0 && all_[part - 1].article == index) xml_.attribute("continuation", "true");
        xml_.attribute("comments", article.id + " " + std::string(name(article.type)));
    }

    // Paragraphs that columns tear apart.
    void relations() {
        bool open = false;
        for (const auto i : page_.parts) {
            if (all_[i].seam == Seam::none || i + 1 >= all_.size() || all_[i + 1].page != page_.page.number) continue;
            if (!open) xml_.open("Relations");
            open = true;
            xml_.open("Relation");
            xml_.attribute("id", xml_id("relation", i + 1));
            xml_.attribute("type", all_[i].seam == Seam::inside_word ? "join" : "link");
            for (const auto& [element, part] : {std::pair("SourceRegionRef", i), std::pair("TargetRegionRef", i + 1)}) {
                xml_.open(element);
                xml_.attribute("regionRef", xml_id("region", part + 1));
                xml_.close();
            }
            xml_.close();
        }
        if (open) xml_.close();
    }

    void region(const Part& part, std::size_t index, std::uint64_t place) {
        xml_.open("TextRegion");
        xml_.attribute("id", xml_id("region", index + 1));
        xml_.attribute("custom", "readingOrder {index:" + std::to_string(place) +
                                     ";} structure {type:" + std::string(label(part)) + ";}");
        xml_.attribute("type", type_of(part));
        if (part.upright) {
            xml_.attribute("readingDirection", "top-to-bottom");
            xml_.attribute("textLineOrder", "right-to-left");
        }
        if (part.article != none)
            if (const auto language = language_name(d_.articles[part.article].lang); !language.empty())
                xml_.attribute("primaryLanguage", language);
        coords(part.box);
        for (const PartLine& line : part.lines) this->line(line);
        xml_.close();
    }

    void line(const PartLine& line) {
        xml_.open("TextLine");
        xml_.attribute("id", xml_id("line", ++lines_));
        if (d_.lines[line.line].upright) xml_.attribute("readingDirection", "top-to-bottom");
        coords(line.box);
        std::u32string text;
        for (std::size_t i = 0; i < line.tokens.size(); ++i) {
            const Token& token = line.tokens[i];
            const auto word = text_of(d_, line, i, true);
            if (token.behind_space) text += U' ';
            text += word;
            xml_.open("Word");
            xml_.attribute("id", xml_id("word", ++words_));
            coords(token.box == none ? std::nullopt : std::optional(d_.boxes[token.box]));
            equiv(word, token.confidence);
            xml_.close();
        }
        equiv(text, -1);
        xml_.close();
    }

    void equiv(std::u32string_view text, float confidence) {
        xml_.open("TextEquiv");
        if (confidence >= 0 && confidence <= 1) xml_.decimal("conf", static_cast<double>(confidence));
        xml_.leaf("Unicode", to_utf8(text));
        xml_.close();
    }

    const Document& d_;
    const std::vector<Part>& all_;
    const PageParts& page_;
    double scale_;
    XmlEmitter xml_;
    std::uint64_t lines_ = 0;
    std::uint64_t words_ = 0;
    std::uint64_t pictures_ = 0;
};

}  // namespace

std::vector<WrittenFile> page_files(const Document& document, const Article* only, const WriteOptions& options) {
    const auto all = parts(document, only);
    std::vector<WrittenFile> out;
    for (const PageParts& page : by_page(document, all, only == nullptr)) {
        out.push_back({"page-" + std::to_string(page.page.number) + ".page.xml", {}});
        PageWriter(document, all, page, out.back().text).write(stamp(options));
    }
    return out;
}

std::string page(const Document& document, const Article* only, const WriteOptions& options) {
    std::string out;
    for (const WrittenFile& file : page_files(document, only, options)) out += file.text;
    return out;
}

}  // namespace broadsheet::write_detail
