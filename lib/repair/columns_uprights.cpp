#include "repair/columns_uprights.hpp"

#include <algorithm>
#include <map>

#include "core/chars.hpp"
#include "repair/columns_weights.hpp"

namespace broadsheet::repair_stage {

namespace {

class Taker {
public:
    Taker(const Document& d, std::vector<Placed>& cells) : d_(d), cells_(cells) {}

    std::vector<std::vector<Placed>> run() {
        cut_off_steps();
        for (std::uint32_t i = 0; i < cells_.size(); ++i)
            if (is_step(cells_[i])) at_[cells_[i].start].push_back(i);
        taken_.assign(cells_.size(), false);
        find_columns(weight::least_upright);
        // The last column of a headline may be short.
        if (!found_.empty()) find_columns(2);
        std::vector<Placed> rest;
        for (std::uint32_t i = 0; i < cells_.size(); ++i)
            if (!taken_[i]) rest.push_back(cells_[i]);
        if (!found_.empty()) cells_.swap(rest);
        return std::move(found_);
    }

private:
    [[nodiscard]] std::u32string_view text(const Placed& cell) const { return d_.text.view(cell.text); }

    // One step of a vertical headline.
    [[nodiscard]] bool is_step(const Placed& cell) const {
        const auto t = text(cell);
        if (t.size() == 1) return is(t[0], cls::cjk | cls::wide | cls::ambiguous | cls::digit | cls::upper | cls::mark);
        return t.size() <= 3 &&
               std::none_of(t.begin(), t.end(), [](char32_t c) { return is(c, cls::wide | cls::lower); });
    }

    [[nodiscard]] bool is_pair(const Placed& cell) const {
        const auto t = text(cell);
        return t.size() == 2 && is(t[0], cls::cjk) && is(t[1], cls::cjk);
    }

    // Steps may stand so near to the text right of them, or to those of the next column, that the two are one cell.
    void cut_off_steps() {
        std::map<int, int> steps;  // by place
        for (const Placed& cell : cells_) steps[cell.start] += is_step(cell) || is_pair(cell);
        const auto sure = [&](int place) {
            const auto found = steps.find(place);
            return found != steps.end() && found->second >= weight::sure_upright;
        };
        std::vector<Placed> out;
        out.reserve(cells_.size());
        for (const Placed& cell : cells_) {
            const auto t = text(cell);
            const bool two = is_pair(cell) && (sure(cell.start) || sure(cell.start + 1));
            const bool beside = t.size() >= 4 && is(t[0], cls::cjk) && t[1] == U' ' && sure(cell.start);
            out.push_back(cell);
            if (!two && !beside) continue;
            const std::uint32_t gap = two ? 1 : 2;
            out.back().text.end = cell.text.begin + 1;
            out.back().end = cell.start + 1;
            out.push_back(cell);
            out.back().text.begin += gap;
            out.back().start += static_cast<int>(gap);
            out.back().joined = true;
        }
        cells_.swap(out);
    }

    // Runs of steps, one below the other with nothing between them. Runs of two only beside others.
    void find_columns(std::size_t least) {
        const auto others = found_.size();
        for (const auto& [place, steps] : at_) {
            for (std::size_t a = 0, b = 0; a < steps.size(); a = b) {
                for (b = a + 1;
                     b < steps.size() && cells_[steps[b]].row - cells_[steps[b - 1]].row <= weight::most_upright_step &&
                     free_between(steps[b - 1], steps[b], place);
                     ++b) {
                }
                if (b - a < least || taken_[steps[a]]) continue;
                std::size_t ideographs = 0;
                for (auto k = a; k < b; ++k) ideographs += is(d_.text.chars[cells_[steps[k]].text.begin], cls::cjk);
                if (2 * ideographs <= b - a) continue;
                if (least < weight::least_upright && !next_to_another(cells_[steps[a]], others)) continue;
                found_.emplace_back();
                for (auto k = a; k < b; ++k) {
                    taken_[steps[k]] = true;
                    found_.back().push_back(cells_[steps[k]]);
                }
            }
        }
    }

    [[nodiscard]] bool next_to_another(const Placed& cell, std::size_t others) const {
        for (std::size_t i = 0; i < others; ++i) {
            const int right = found_[i].front().start - cell.start;
            if (right > 0 && right <= weight::next_upright && found_[i].front().row <= cell.row &&
                cell.row <= found_[i].back().row)
                return true;
        }
        return false;
    }

    [[nodiscard]] bool free_between(std::uint32_t above, std::uint32_t below, int place) const {
        for (auto i = above + 1; i < below; ++i)
            if (cells_[i].start <= place && cells_[i].end > place) return false;
        return true;
    }

    const Document& d_;
    std::vector<Placed>& cells_;
    std::map<int, std::vector<std::uint32_t>> at_;  // steps by place
    std::vector<bool> taken_;
    std::vector<std::vector<Placed>> found_;
};

}  // namespace

std::vector<std::vector<Placed>> take_uprights(const Document& document, std::vector<Placed>& cells) {
    return Taker(document, cells).run();
}

}  // namespace broadsheet::repair_stage
