// Where drafts stop, and where they begin, in mid-sentence: what the threads match.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/work.hpp"

namespace broadsheet::repair_stage {

[[nodiscard]] inline std::u32string_view head_view(const Work& w, const Draft& d) {
    return w.d.text.view(w.head(d).text);
}
[[nodiscard]] inline std::u32string_view tail_view(const Work& w, const Draft& d) {
    return w.d.text.view(w.tail(d).text);
}

class ThreadEnds {
public:
    struct Balance {
        std::uint32_t open = 0;    // left open at the end
        std::uint32_t closed = 0;  // closed and not opened
    };

    explicit ThreadEnds(Work& work);

    // May it be a part of running text at all?
    [[nodiscard]] bool eligible(const Draft& d) const;

    // Of draft i: the evidence that it stops, and that it begins, in mid-sentence.
    [[nodiscard]] float end(std::uint32_t i) const { return end_[i]; }
    [[nodiscard]] float start(std::uint32_t i) const { return start_[i]; }
    [[nodiscard]] const std::vector<float>& ends() const { return end_; }
    [[nodiscard]] const Balance& balance(std::uint32_t i) const { return balance_[i]; }

    // The same in words.
    [[nodiscard]] Evidence open_end(std::uint32_t i) const;
    void open_start(Evidence& e, std::uint32_t j) const;

    // Does a jump line stand behind the first, or before the second?
    [[nodiscard]] bool jumps(std::uint32_t i, std::uint32_t j) const { return leaves_[i] || arrives_[j]; }

    // A short text that no column wrapped is whole, as captions and briefs without a full stop are; only a comma or a
    // word says that more comes. A longer one may be what a column break left.
    [[nodiscard]] bool whole(const Draft& d) const;

    // Log-odds that a text before a blank line is whole.
    [[nodiscard]] float whole_texts() const { return whole_; }

private:
    [[nodiscard]] Balance brackets(const Draft& d) const;
    void find_wrapping();
    void find_whole();
    void find_jumps();
    [[nodiscard]] bool ends_with_jump(std::uint32_t line) const;
    [[nodiscard]] bool begins_with_jump(std::uint32_t line) const;
    [[nodiscard]] bool foreign(const Draft& d) const;
    [[nodiscard]] bool lead_alone(const Draft& d) const;

    Work& w_;
    std::vector<float> end_, start_;
    std::vector<bool> leaves_, arrives_;  // a jump line stands behind it, or before it
    std::vector<Balance> balance_;
    bool wrapped_ = false;
    float whole_ = 0;
};

}  // namespace broadsheet::repair_stage
