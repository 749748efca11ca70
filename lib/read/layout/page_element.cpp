#include "read/layout/page_element.hpp"

namespace broadsheet::reading {

PageElement page_element_of(std::string_view name) {
    if (name == "Unicode") return PageElement::unicode;
    if (name == "PlainText") return PageElement::plain;
    if (name == "TextEquiv") return PageElement::equiv;
    if (name == "Coords") return PageElement::coords;
    if (name == "Baseline") return PageElement::baseline;
    if (name == "TextLine") return PageElement::line;
    if (name == "Word") return PageElement::word;
    if (name == "Glyph") return PageElement::glyph;
    if (name == "TableCell" || name.ends_with("Region")) return PageElement::region;  // TableCell is Transkribus'
    if (name.ends_with("Group") || name.ends_with("GroupIndexed"))
        return name.find("ordered") == std::string_view::npos && name.find("Ordered") == std::string_view::npos
                   ? PageElement::other
                   : PageElement::group;
    return PageElement::other;
}

bool is_set_upright(const Tag& tag, bool outer) {
    const auto direction = tag.raw("readingDirection");
    if (!direction.empty()) return direction == "top-to-bottom";
    if (const auto order = tag.raw("textLineOrder"); !order.empty() && tag.name() != "TextLine")
        return order == "right-to-left";
    const float turn = tag.number("orientation");  // clockwise, to set it right
    return outer || (turn > -135 && turn < -45);
}

}  // namespace broadsheet::reading
