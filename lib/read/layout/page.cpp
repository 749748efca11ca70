// PAGE XML of 2009 to 2024, in any namespace: https://github.com/PRImA-Research-Lab/PAGE-XML
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "read/layout/formats.hpp"
#include "read/layout/page_custom.hpp"
#include "read/layout/page_element.hpp"
#include "read/layout/page_lines.hpp"
#include "read/layout/page_order.hpp"
#include "read/layout/page_outline.hpp"

namespace broadsheet::reading {

namespace {

using Element = PageElement;

// A running head has a line or two. Where one of a page's headers has more, they are the parts of a masthead.
void keep_mastheads(Document& document) {
    std::vector<std::uint32_t> lines(document.regions.size(), 0);
    for (const Line& line : document.lines)
        if (line.region != none) ++lines[line.region];
    std::vector<bool> has_masthead(document.pages.size() + 2, false);
    const auto is_header = [&](std::uint32_t i) { return document.regions[i].kind == RegionKind::header; };
    for (std::uint32_t i = 0; i < lines.size(); ++i)
        if (is_header(i) && lines[i] > 2) has_masthead[document.regions[i].page] = true;
    for (std::uint32_t i = 0; i < lines.size(); ++i)
        if (is_header(i) && has_masthead[document.regions[i].page]) document.regions[i].kind = RegionKind::text;
    for (Line& line : document.lines)
        if (line.region != none) line.kind = document.regions[line.region].kind;
}

class PageReader final : public LayoutReader {
public:
    PageReader(Document& document, PageMaker& maker, const Markup& markup)
        : d_(document), m_(maker), order_(document), lines_(document, maker, markup) {}

    void start(const Tag& tag) override {
        const auto name = tag.name();
        const Element parent = stack_.back(), self = page_element_of(name);
        stack_.push_back(self);
        switch (self) {
            case Element::region:
                region(tag);
                break;
            case Element::line:
                line(tag);
                break;
            case Element::word:
                lines_.word();
                break;
            case Element::glyph:
                lines_.glyph();
                break;
            case Element::equiv:
                equiv_ = {};
                equiv_.index = tag.number("index", 0);
                equiv_.confidence = tag.number("conf", -1);
                break;
            case Element::coords:
            case Element::baseline:
                outline_ = {};
                outline_.add(tag.raw("points"));
                break;
            case Element::group:
                order_.open(tag);
                break;
            default:
                other(tag, parent);
        }
    }

    void end(std::string_view name) override {
        if (stack_.size() < 2) return;
        if (name == "Relation") in_relation_ = false;
        const Element self = stack_.back();
        stack_.pop_back();
        const Element parent = stack_.back();
        switch (self) {
            case Element::region:
                end_region();
                break;
            case Element::line:
                end_line();
                break;
            case Element::group:
                order_.close();
                break;
            case Element::coords:
                coords(parent);
                break;
            case Element::baseline:
                if (parent == Element::line) lines_.baseline(outline_);
                break;
            case Element::equiv:
                equiv(parent);
                break;
            default:
                break;
        }
    }

    void text(Slice slice) override {
        const Element self = stack_.back();
        if (self == Element::unicode) take(equiv_.unicode, slice);
        if (self == Element::plain) take(equiv_.plain, slice);
    }

    void finish() override {
        order_.finish();
        lines_.finish();
        lines_.join(joins_);
        keep_mastheads(d_);
        if (outside_ > 0)
            d_.notes.push_back({Severity::warning, "read", 0, 0,
                                fmt::format("{} outlines reach beyond their page and are cut", outside_)});
    }

private:
    struct Open {
        std::uint32_t region = none;
        bool upright = false;
        bool has_box = false;
        std::uint32_t text_before = 0;  // lines of text when it began
        Equiv equiv;
    };

    static void take(std::vector<Slice>& slices, Slice slice) {
        if (!slices.empty() && slices.back().end == slice.begin)
            slices.back().end = slice.end;
        else
            slices.push_back(slice);
    }

    void other(const Tag& tag, Element parent) {
        const auto name = tag.name();
        if (name == "Point" && (parent == Element::coords || parent == Element::baseline)) {
            outline_.add(tag.number("x"), tag.number("y"));
        } else if (name == "Page") {
            m_.page(Unit::pixel, tag.number("imageWidth"), tag.number("imageHeight"));
            upright_ = is_set_upright(tag, false);
        } else if (name == "RegionRef" || name == "RegionRefIndexed" || name.ends_with("RegionRef")) {
            if (in_relation_)
                relation_.push_back(tag.value("regionRef"));
            else
                order_.ref(tag);
        } else if (name == "Relation") {
            in_relation_ = true;
            relation_.clear();
            relation_joins_ = tag.raw("type") == "join";
        }
        if (in_relation_ && relation_.size() == 2) {
            if (relation_joins_) joins_.emplace_back(relation_[0], relation_[1]);
            relation_.clear();
        }
    }

    void region(const Tag& tag) {
        lines_.end_line();
        const auto custom = custom_of(tag.value("custom"));
        Region region;
        region.id = tag.value("id");
        region.kind = kind_of_element(tag.name());
        if (tag.name() == "TableCell") region.kind = RegionKind::table;
        if (region.kind == RegionKind::text) region.kind = kind_of(tag.raw("type"), custom.type);
        const auto parent = open_.empty() ? none : open_.back().region;
        if (parent != none && (region.kind == RegionKind::text || region.kind == RegionKind::paragraph)) {
            const auto outer = d_.regions[parent].kind;
            if (outer == RegionKind::advert || outer == RegionKind::table || outer == RegionKind::noise)
                region.kind = outer;
        }
        region.upright = is_set_upright(tag, open_.empty() ? upright_ : open_.back().upright);
        if (custom.is_article)
            region.article = order_.article(custom.article.empty() ? region.id : custom.article, {}, "article");
        Open open;
        open.upright = region.upright;
        open.text_before = static_cast<std::uint32_t>(d_.lines.size());
        open.region = m_.region(std::move(region), std::nullopt);
        order_.region(open.region, parent, custom.index);
        open_.push_back(std::move(open));
    }

    static RegionKind kind_of(std::string_view type, std::string_view custom) {
        const auto kind = kind_of_type(type);
        if (kind != RegionKind::text && kind != RegionKind::paragraph) return kind;
        const auto narrow = kind_of_type(custom);
        return narrow != RegionKind::text ? narrow : kind;
    }

    void end_region() {
        lines_.end_line();
        if (open_.empty()) return;
        const Open& open = open_.back();
        // Text of a region says again what its lines say.
        m_.back_to(open.region);
        if (d_.lines.size() == open.text_before) lines_.region_text(open.equiv, open.upright);
        std::uint32_t upright = 0, all = 0;
        for (auto i = open.text_before; i < d_.lines.size(); ++i) {
            upright += d_.lines[i].upright ? 1 : 0;
            ++all;
        }
        if (upright * 2 > all) d_.regions[open.region].upright = true;
        open_.pop_back();
        m_.back_to(open_.empty() ? none : open_.back().region);
    }

    void line(const Tag& tag) {
        const auto custom = custom_of(tag.value("custom"));
        const bool upright = is_set_upright(tag, open_.empty() ? upright_ : open_.back().upright);
        lines_.begin_line(upright, tag.number("index", custom.index));
        article_ = custom.is_article && !custom.article.empty() ? order_.article(custom.article, {}, "article") : none;
    }

    // Lines of one region may belong to several articles: each has a part of the region to itself.
    void end_line() {
        const auto base = open_.empty() ? none : open_.back().region;
        if (base != none && article_ != none) {
            const bool is_first = d_.lines.size() == open_.back().text_before;
            if (is_first && d_.regions[base].article == none) d_.regions[base].article = article_;
            if (d_.regions[base].article != article_) m_.back_to(part_of(base));
        }
        lines_.end_line();
        m_.back_to(base);
    }

    std::uint32_t part_of(std::uint32_t base) {
        const auto now = static_cast<std::uint32_t>(d_.regions.size());
        if (last_part_ < now && part_base_ == base && d_.regions[last_part_].article == article_) return last_part_;
        Region part = d_.regions[base];
        part.article = article_;
        const auto box = part.box;
        last_part_ = m_.region(std::move(part), std::nullopt);
        d_.regions[last_part_].box = box;
        part_base_ = base;
        order_.region(last_part_, base, -1);
        return last_part_;
    }

    void coords(Element parent) {
        if (parent != Element::region && parent != Element::line && parent != Element::word) return;
        bool cut = false;
        const auto box = outline_.on(d_.pages.empty() ? Page{} : d_.pages.back(), cut);
        outside_ += cut ? 1 : 0;
        if (parent == Element::line)
            lines_.coords(box);
        else if (parent == Element::word)
            lines_.word_coords(box);
        else if (box && !open_.empty()) {
            d_.regions[open_.back().region].box = static_cast<std::uint32_t>(d_.boxes.size());
            d_.boxes.push_back(*box);
        }
    }

    void equiv(Element parent) {
        if (parent == Element::line)
            lines_.text(equiv_);
        else if (parent == Element::word)
            lines_.word_text(equiv_);
        else if (parent == Element::glyph)
            lines_.glyph_text(equiv_);
        else if (parent == Element::region && !open_.empty())
            lines_.keep_better(open_.back().equiv, equiv_);
    }

    Document& d_;
    PageMaker& m_;
    PageOrder order_;
    PageLines lines_;
    std::vector<Element> stack_ = {Element::other};
    std::vector<Open> open_;  // regions
    Equiv equiv_;
    Outline outline_;
    bool upright_ = false;          // of the page
    std::uint32_t article_ = none;  // of the line
    std::uint32_t last_part_ = none, part_base_ = none;
    std::uint32_t outside_ = 0;
    bool in_relation_ = false, relation_joins_ = false;
    std::vector<std::string> relation_;
    std::vector<std::pair<std::string, std::string>> joins_;
};

}  // namespace

std::unique_ptr<LayoutReader> make_page_reader(Document& document, PageMaker& maker, const Markup& markup) {
    return std::make_unique<PageReader>(document, maker, markup);
}

}  // namespace broadsheet::reading
