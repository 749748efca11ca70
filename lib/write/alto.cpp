// ALTO 4.4: https://www.loc.gov/standards/alto/. Text and boxes as the source has them; what Broadsheet found stands
// in tags and in the reading order.
#include <algorithm>
#include <string>

#include "broadsheet/version.hpp"
#include "core/chars.hpp"
#include "write/parts.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

namespace {

class AltoWriter {
public:
    AltoWriter(const Document& document, const Article* only, std::string& out)
        : d_(document), xml_(out), parts_(parts(document, only)), only_(only) {
        // Points have no name of their own in ALTO. One unit serves the whole file.
        for (const Page& page : d_.pages) is_points_ = is_points_ || page.unit == Unit::point;
    }

    void write() {
        xml_.open_root("alto", "http://www.loc.gov/standards/alto/ns-v4#",
                       "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd");
        xml_.attribute("SCHEMAVERSION", "4.4");
        description();
        tags();
        reading_order();
        xml_.open("Layout");
        for (const PageParts& page : by_page(d_, parts_, only_ == nullptr)) this->page(page);
        xml_.close();
        xml_.close();
    }

private:
    void description() {
        xml_.open("Description");
        xml_.leaf("MeasurementUnit", is_points_ ? "inch1200" : "pixel");
        xml_.open("sourceImageInformation");
        xml_.leaf("documentIdentifier", d_.source.name);
        xml_.close();
        xml_.open("Processing");
        xml_.attribute("ID", "broadsheet");
        xml_.leaf("processingCategory", "contentModification");
        xml_.leaf("processingStepDescription", "articles, roles and reading order found; text as in the source");
        xml_.open("processingSoftware");
        xml_.leaf("softwareName", "Broadsheet");
        xml_.leaf("softwareVersion", version);
        xml_.close();
        xml_.close();
        xml_.close();
    }

    [[nodiscard]] std::string tag_id(const Part& part) const {
        return (part.is_dropped() ? "dropped-" : "role-") + std::string(label(part));
    }

    void tags() {
        if (parts_.empty()) return;
        xml_.open("Tags");
        std::vector<std::string> known;
        for (const Part& part : parts_) {
            const auto id = tag_id(part);
            if (std::find(known.begin(), known.end(), id) != known.end()) continue;
            known.push_back(id);
            xml_.open("LayoutTag");
            xml_.attribute("ID", id);
            xml_.attribute("TYPE", part.is_dropped() ? "dropped" : "role");
            xml_.attribute("LABEL", label(part));
            xml_.close();
        }
        auto before = none;
        for (const Part& part : parts_) {
            if (part.article == none || part.article == before) continue;
            before = part.article;
            const Article& article = d_.articles[part.article];
            const auto title = title_of(d_, article);
            xml_.open("StructureTag");
            xml_.attribute("ID", xml_id("article", part.article + 1));
            xml_.attribute("TYPE", "article");
            xml_.attribute("LABEL", title.empty() ? article.id : title);
            xml_.attribute("DESCRIPTION", article.id + " " + std::string(name(article.type)));
            xml_.close();
        }
        xml_.close();
    }

    void reading_order() {
        const bool has_articles =
            std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.article != none; });
        if (!has_articles) return;
        xml_.open("ReadingOrder");
        xml_.open("UnorderedGroup");
        xml_.attribute("ID", "articles");
        auto open = none;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto article = parts_[i].article;
            if (article != open && open != none) xml_.close();
            if (article != open && article != none) {
                xml_.open("OrderedGroup");
                xml_.attribute("ID", xml_id("order", article + 1));
                xml_.attribute("TAGREFS", xml_id("article", article + 1));
            }
            open = article;
            if (article == none) continue;
            xml_.open("ElementRef");
            xml_.attribute("ID", xml_id("ref", i + 1));
            xml_.attribute("REF", xml_id("block", i + 1));
            xml_.close();
        }
        if (open != none) xml_.close();
        xml_.close();
        xml_.close();
    }

    void number(std::string_view name, float value) {
        xml_.decimal(name, static_cast<double>(value) * (is_points_ ? 1200.0 / 72.0 : 1.0));
    }

    void box(const std::optional<Box>& box) {
        if (!box) return;
        number("HPOS", box->left);
        number("VPOS", box->top);
        number("WIDTH", box->right - box->left);
        number("HEIGHT", box->bottom - box->top);
    }

    void box(std::uint32_t index) {
        if (index != none) box(d_.boxes[index]);
    }

    void page(const PageParts& on_page) {
        const Page& page = on_page.page;
        xml_.open("Page");
        xml_.attribute("ID", xml_id("page", page.number));
        xml_.attribute("PHYSICAL_IMG_NR", page.number);
        if (page.unit != Unit::cell && page.width > 0 && page.height > 0) {
            number("WIDTH", page.width);
            number("HEIGHT", page.height);
        }
        xml_.open("PrintSpace");
        for (const auto i : on_page.parts) block(parts_[i], i);
        for (const Region* region : on_page.pictures) {
            xml_.open(region->kind == RegionKind::image ? "Illustration" : "GraphicalElement");
            xml_.attribute("ID", xml_id("picture", ++pictures_));
            box(region->box);
            xml_.close();
        }
        xml_.close();
        xml_.close();
    }

    void block(const Part& part, std::size_t index) {
        xml_.open("TextBlock");
        xml_.attribute("ID", xml_id("block", index + 1));
        auto tags = tag_id(part);
        if (part.article != none) tags += " " + xml_id("article", part.article + 1);
        xml_.attribute("TAGREFS", tags);
        box(part.box);
        if (part.article != none && is_language_tag(d_.articles[part.article].lang))
            xml_.attribute("LANG", d_.articles[part.article].lang);
        if (part.upright) xml_.attribute("BASEDIRECTION", "ttb");
        for (const PartLine& line : part.lines) this->line(line);
        xml_.close();
    }

    void line(const PartLine& line) {
        xml_.open("TextLine");
        xml_.attribute("ID", xml_id("line", ++lines_));
        box(line.box);
        if (d_.lines[line.line].upright) xml_.attribute("BASEDIRECTION", "ttb");
        for (const Token& token : line.tokens) {
            if (token.behind_space) {
                xml_.open("SP");
                xml_.close();
            }
            string(token);
        }
        if (!line.hyphen.empty()) {
            xml_.open("HYP");
            box(line.hyphen_box);
            xml_.attribute("CONTENT", d_.text.view(line.hyphen));
            xml_.close();
        }
        xml_.close();
    }

    void string(const Token& token) {
        xml_.open("String");
        box(token.box);
        xml_.attribute("CONTENT", d_.text.view(token.text));
        if (token.torn != 0) {
            xml_.attribute("SUBS_TYPE", token.torn == 1 ? "HypPart1" : "HypPart2");
            xml_.attribute("SUBS_CONTENT", token.whole);
        }
        if (token.confidence >= 0 && token.confidence <= 1) xml_.decimal("WC", static_cast<double>(token.confidence));
        xml_.close();
    }

    const Document& d_;
    XmlEmitter xml_;
    std::vector<Part> parts_;
    const Article* only_;
    bool is_points_ = false;
    std::uint64_t lines_ = 0;
    std::uint64_t pictures_ = 0;
};

}  // namespace

std::string alto(const Document& document, const Article* only, const WriteOptions& /*options*/) {
    std::string out;
    out.reserve(document.text.chars.size() * 24 + 1024);
    AltoWriter(document, only, out).write();
    return out;
}

}  // namespace broadsheet::write_detail
