// What units speak of: the words they share with others of the page.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "segment/unit.hpp"

namespace broadsheet::segment_stage {

// Terms are pairs of neighbouring Han or Katakana characters and the first letters of words in other scripts (a
// coarse stem). A term counts the more the fewer units have it (inverse document frequency).
class Terms {
public:
    // Reads units [first, last).
    Terms(const Document& document, const std::vector<Unit>& units, std::size_t first, std::size_t last);

    // A run of numbers inside one array.
    struct Range {
        const std::uint32_t* first;
        const std::uint32_t* last;
        [[nodiscard]] const std::uint32_t* begin() const { return first; }
        [[nodiscard]] const std::uint32_t* end() const { return last; }
        [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last - first); }
        [[nodiscard]] std::uint32_t operator[](std::size_t i) const { return first[i]; }
    };

    // The weights of the terms that units share with running text before them: those of unit u are a few of these, in
    // a row. The one for the text at `from` or later; none if they share no term.
    [[nodiscard]] std::uint32_t shared_index(std::size_t u, std::size_t from) const {
        const auto begin = links_.begin() + links_begin_[u], end = links_.begin() + links_begin_[u + 1];
        const auto at = std::partition_point(begin, end, [from](const Link& link) { return link.before >= from; });
        return at == begin ? none : static_cast<std::uint32_t>(at - links_.begin() - 1);
    }
    [[nodiscard]] float shared(std::uint32_t index) const { return index == none ? 0 : links_[index].sum; }
    // Those of unit u: [first, last).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> shared_range(std::size_t u) const {
        return {links_begin_[u], links_begin_[u + 1]};
    }
    // Sum of the weights of all terms of unit u.
    [[nodiscard]] float weight(std::size_t u) const { return weight_[u]; }
    // The same, of those that another unit has too, a heading or running text among them.
    [[nodiscard]] float common_weight(std::size_t u) const { return common_weight_[u]; }
    // Distinct terms of unit u; sorted for headings.
    [[nodiscard]] Range of(std::size_t u) const {
        return {terms_.data() + terms_begin_[u], terms_.data() + terms_begin_[u + 1]};
    }
    [[nodiscard]] float weight_of_term(std::uint32_t term) const { return term_weight_[term]; }
    [[nodiscard]] std::size_t count() const { return term_weight_.size(); }

private:
    // Unit u shares terms with unit `before`; `sum` is the weight of those it shares with it or a nearer one and no
    // unit in between.
    struct Link {
        std::uint32_t before;
        float sum;
    };
    std::vector<Link> links_;  // by unit, nearest first
    std::vector<std::uint32_t> links_begin_;
    std::vector<float> weight_, common_weight_;
    std::vector<std::uint32_t> terms_;
    std::vector<std::uint32_t> terms_begin_;
    std::vector<float> term_weight_;
};

}  // namespace broadsheet::segment_stage
