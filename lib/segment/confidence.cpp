#include "segment/confidence.hpp"

#include <algorithm>
#include <cmath>

#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

float probability(float odds) { return std::clamp(1.0F / (1.0F + std::exp(-odds)), 0.01F, 0.99F); }

}  // namespace

float confidence_of(const Draft& draft) {
    using namespace weights;
    return probability(sure_article + sure_article_margin * std::min(draft.margin, longest_margin) +
                       sure_article_likeness * draft.likeness + (draft.heads.empty() ? sure_article_headless : 0.0F));
}

float confidence_of(const Block& block, const Draft& draft) {
    using namespace weights;
    switch (block.role) {
        case Role::headline:
            return probability(sure_headline + sure_headline_margin * std::min(draft.margin, longest_margin));
        case Role::paragraph:
            return block.starts_open || block.ends_open ? sure_open : sure_paragraph;
        default:
            for (const auto& [role, share] : sure_roles)
                if (role == block.role) return share;
            return 1;
    }
}

}  // namespace broadsheet::segment_stage
