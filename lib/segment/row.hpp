// The units of a stretch of the page in a row, without its furniture, and what lies between neighbours: the ground on
// which the planner looks for articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/page_words.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Holds references: the document, the units and the words must outlive it. An item is a place in the row.
class Row {
public:
    Row(const Document& document, const std::vector<Unit>& units, const PageWords& words);

    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] std::uint32_t index(std::size_t item) const { return items_[item]; }  // into the units
    [[nodiscard]] const Unit& unit(std::size_t item) const { return units_[items_[item]]; }
    [[nodiscard]] std::size_t word_index(std::size_t item) const { return items_[item] - words_.first(); }
    [[nodiscard]] const Unit& unit_of_words(std::size_t index) const { return units_[words_.first() + index]; }
    [[nodiscard]] const PageWords& words() const { return words_; }

    // Log-odds that an item is of one group with the heading before it.
    [[nodiscard]] float pair(std::size_t item) const { return pair_[item]; }
    // True if an article may begin at an item: not between two paragraphs that plainly go together.
    [[nodiscard]] bool edge(std::size_t item) const { return edge_[item] != 0; }
    // What a boundary before an item costs because it parts subheads set alike, photographs of one article, or
    // paragraphs without the blank line that the source sets between texts.
    [[nodiscard]] float parted(std::size_t item) const { return parted_[item]; }
    // True if the source marks its headings, as Markdown does.
    [[nodiscard]] bool marked() const { return marked_; }
    // True if the page has nothing but briefs below their headings, which are no labels, short as they are.
    [[nodiscard]] bool briefs() const { return briefs_; }
    // What an article costs that nothing signs: more on a page that signs its articles.
    [[nodiscard]] float unsigned_cost() const { return unsigned_cost_; }
    // True if an OCR engine read the page: its blocks stand in the order of the page.
    [[nodiscard]] bool scanned() const;
    // True if the source gives places: headlines stand above their texts, as they do on paper.
    [[nodiscard]] bool placed() const { return !items_.empty() && unit(0).placed(); }

    // True if no paragraph is torn, or goes on behind a blank line: the text stands in the order in which it is read.
    [[nodiscard]] bool in_order() const { return in_order_; }

    // What may stand in a list of headlines: they bring their bylines with them.
    [[nodiscard]] bool listable(std::size_t item) const {
        return unit(item).kind == Kind::head || unit(item).kind == Kind::byline;
    }
    // A byline or a dateline, with which a text opens.
    [[nodiscard]] bool opens(std::size_t item) const;
    // Subheads of one article are set in one shape: as long, parted in the same place, or beginning alike.
    [[nodiscard]] bool alike(std::size_t a, std::size_t b) const;
    // True if the text of an item goes on with a sentence whose beginning stands elsewhere, or is lost.
    [[nodiscard]] bool starts_open(std::size_t item) const {
        return unit(item).opens_low || document_.blocks[unit(item).block].starts_open;
    }

private:
    [[nodiscard]] float pair_score(std::size_t a, std::size_t b) const;
    void find_edges();
    void find_parted();
    void find_gaps();
    void find_measures();
    void find_briefs();
    void find_modules();
    [[nodiscard]] bool whole_paragraphs() const;

    const Document& document_;
    const PageWords& words_;
    const std::vector<Unit>& units_;
    std::vector<std::uint32_t> items_;
    std::vector<float> pair_, parted_;  // by item
    std::vector<std::uint8_t> edge_;    // by item
    bool marked_ = false, briefs_ = false, in_order_ = false;
    float unsigned_cost_ = 0;
};

}  // namespace broadsheet::segment_stage
