// The words that headlines share with texts: what tells whose they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

struct Drafts {
    std::uint32_t first, last;
};

// The drafts of the same page near to those: enough to tell how common a word is, at a cost that does not grow with the
// page.
[[nodiscard]] Drafts around(const Work& work, Drafts drafts);

class SharedWords {
public:
    SharedWords() = default;
    // Headlines, and texts: text k is drafts [begins[k], begins[k + 1]) with what goes on from them elsewhere.
    SharedWords(const Work& work, const std::vector<Drafts>& heads, const std::vector<std::uint32_t>& begins);

    // What a headline shares with texts [first, last): words count for more the fewer paragraphs of the page have them.
    [[nodiscard]] float likeness(std::size_t head, std::size_t first, std::size_t last) const;

private:
    std::vector<std::vector<std::uint64_t>> shared_;  // of each headline, with each text: words of it that are there
    std::vector<std::vector<float>> worth_;           // of each headline: what each of its words tells
};

}  // namespace broadsheet::repair_stage
