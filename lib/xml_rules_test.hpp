// For tests: what stands in a file of XML, and the rules of ALTO and PAGE that it must keep.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "read/layout/xml.hpp"

namespace broadsheet::xml_rules {

struct Element {
    std::string name;
    std::string ids, refs;  // attributes of any case
    bool has_content = false, has_label = false;
    std::vector<std::string> children;
};

// Elements with their children, and all ids and references.
class Outline final : public reading::MarkupHandler {
public:
    explicit Outline(const std::string& xml) : markup_(xml, "UTF-8", false) {
        fault = parse_xml(markup_, *this).message;
    }

    void start(const reading::Tag& tag) override {
        Element element;
        element.name = tag.name();
        for (const auto* name : {"ID", "id"})
            if (tag.has(name)) {
                repeats = repeats || !ids.insert(tag.value(name)).second;
                element.ids = tag.value(name);
            }
        for (const auto* name : {"TAGREFS", "REF", "regionRef"}) {
            std::istringstream values(tag.value(name));
            for (std::string value; values >> value;) refs.insert(value);
        }
        element.has_content = tag.has("CONTENT");
        element.has_label = tag.has("LABEL");
        if (!open_.empty()) elements[open_.back()].children.push_back(element.name);
        open_.push_back(elements.size());
        elements.push_back(std::move(element));
    }
    void end(std::string_view /*name*/) override { open_.pop_back(); }
    void text(reading::Slice slice) override { all_text += markup_.value(slice); }

    std::string fault;
    bool repeats = false;
    std::set<std::string> ids, refs;
    std::vector<Element> elements;
    std::string all_text;

private:
    reading::Markup markup_;
    std::vector<std::size_t> open_;
};

// Rules of ALTO 4.4 and of PAGE 2019: what stands in what, in which order. A star: any number; else one at most.
inline bool in_order(const std::vector<std::string>& children, const std::vector<std::string>& rule) {
    std::size_t at = 0;
    std::string before;
    for (const auto& child : children) {
        while (at < rule.size() && rule[at] != child && rule[at] != child + "*") ++at;
        if (at == rule.size() || (child == before && rule[at] != child + "*")) return false;
        before = child;
    }
    return true;
}

inline const std::map<std::string, std::vector<std::string>> rules = {
    {"alto", {"Description", "Styles", "Tags", "ReadingOrder", "Layout"}},
    {"Description", {"MeasurementUnit", "sourceImageInformation", "Processing*"}},
    {"Tags", {"LayoutTag*", "StructureTag*"}},
    {"Layout", {"Page*"}},
    {"PrintSpace", {"TextBlock*", "Illustration*", "GraphicalElement*"}},
    {"TextBlock", {"TextLine*"}},
    {"PcGts", {"Metadata", "Page"}},
    {"Metadata", {"Creator", "Created", "LastChange"}},
    {"TextRegion", {"Coords", "TextLine*"}},
    {"Word", {"Coords", "TextEquiv"}},
    {"Relation", {"SourceRegionRef", "TargetRegionRef"}},
};

// (String SP?)+ HYP?
inline bool is_alto_line(const std::vector<std::string>& children) {
    if (children.empty() || children.front() != "String") return false;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto& child = children[i];
        if (child == "SP" && (children[i - 1] != "String" || i + 1 == children.size() || children[i + 1] != "String"))
            return false;
        if (child == "HYP" && i + 1 != children.size()) return false;
        if (child != "String" && child != "SP" && child != "HYP") return false;
    }
    return true;
}

inline void check_rules(const std::string& xml, bool is_alto) {
    const Outline outline(xml);
    REQUIRE(outline.fault.empty());
    CHECK_FALSE(outline.repeats);
    for (const auto& ref : outline.refs) CHECK(outline.ids.count(ref) == 1);
    for (const auto& element : outline.elements) {
        INFO(element.name);
        if (const auto rule = rules.find(element.name); rule != rules.end())
            CHECK(in_order(element.children, rule->second));
        if (element.name == "ReadingOrder") CHECK(element.children.size() == 1);
        if (element.name == "OrderedGroup" || element.name == "UnorderedGroup") CHECK_FALSE(element.children.empty());
        if (element.name == "TextBlock" || element.name == "TextRegion") CHECK_FALSE(element.ids.empty());
        if (element.name == "LayoutTag" || element.name == "StructureTag") CHECK(element.has_label);
        if (!is_alto) continue;
        if (element.name == "String" || element.name == "HYP") CHECK(element.has_content);
        if (element.name == "TextLine") CHECK(is_alto_line(element.children));
    }
}

}  // namespace broadsheet::xml_rules
