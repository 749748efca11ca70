// Reading order and articles of a PAGE file: a tree of groups whose leaves are regions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadsheet/document.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

class PageOrder {
public:
    explicit PageOrder(Document& document) : d_(document) {}

    // A group of the reading order, with the article that it is.
    void open(const Tag& tag);
    void close();
    void ref(const Tag& tag);

    // A region that was added to the document, the region it stands in, and the index that `custom` gives it.
    void region(std::uint32_t region, std::uint32_t parent, float index);

    // The article of this id, which may be new.
    [[nodiscard]] std::uint32_t article(const std::string& id, std::string title, std::string type);

    // Fills Region::order and Region::article.
    void finish();

private:
    struct Node {
        std::string region;  // its id
        float index = -1;    // -1: it has none
        std::uint32_t article = none;
        std::vector<std::uint32_t> children;
    };
    struct Place {
        std::uint32_t parent = none;
        float index = -1;
        std::vector<std::uint32_t> children;
    };

    std::uint32_t add(const Tag& tag);
    void sort_by_index(std::vector<std::uint32_t>& nodes) const;
    void by_groups(std::vector<std::uint32_t>& out);
    void by_custom(std::vector<std::uint32_t>& out) const;
    void give(std::uint32_t region, std::uint32_t article, std::vector<std::uint32_t>& out);
    [[nodiscard]] std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> regions) const;

    Document& d_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> open_;   // groups
    std::vector<std::uint32_t> roots_;  // one a page
    std::vector<Place> places_;         // of each region
    std::unordered_map<std::string, std::uint32_t> articles_;
};

}  // namespace broadsheet::reading
