#include "repair/columns_options.hpp"

#include <algorithm>
#include <utility>

namespace broadsheet::repair_stage {

void Sorter::start(const std::vector<Option>& options, float least) {
    ends_.fill(0);
    bin_of_.clear();
    for (const Option& o : options) {
        const float over = o.cost() - least;
        const bool in = o.cost() < least + weight::beam_width;
        const auto bin = in ? std::min(bins - 1, static_cast<std::size_t>(over * per_cost)) : bins;
        bin_of_.push_back(static_cast<std::uint8_t>(bin));
        ++ends_[bin];
    }
    std::uint32_t begin = 0;
    for (auto& end : ends_) begin += std::exchange(end, begin);
    sorted_.resize(options.size());
    for (std::size_t i = 0; i < options.size(); ++i) sorted_[ends_[bin_of_[i]]++] = options[i];
    bin_ = at_ = sorted_until_ = 0;
}

const Option* Sorter::next() {
    for (; at_ == sorted_until_; ++bin_) {
        if (bin_ == bins) return nullptr;
        sorted_until_ = ends_[bin_];
        std::sort(sorted_.begin() + at_, sorted_.begin() + sorted_until_);
    }
    return &sorted_[at_++];
}

}  // namespace broadsheet::repair_stage
