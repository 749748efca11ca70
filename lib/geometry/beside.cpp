// Which columns stand beside which upright headline.
//
// Columns that begin at one height make a tier; upright headlines stand at its ends and between its columns, and more
// than one article may share it. Columns between two headlines are dealt out where most speaks for the end of one
// article and the beginning of another.
#include <algorithm>
#include <array>
#include <cmath>

#include "geometry/sheet.hpp"
#include "geometry/weights.hpp"

namespace broadsheet::geometry {

namespace {

namespace weight = weight::beside;

constexpr float reach = 4;  // ems: to the next column or headline of a tier
constexpr std::size_t first_rows = 3;
constexpr float head_begins = 2.5F;  // pitches: a headline may hang lower, or stand out

class Tiers {
public:
    explicit Tiers(const Sheet& sheet, const std::vector<std::uint32_t>& up) : s_(sheet), up_(up) {}

    std::vector<std::uint32_t> run() {
        head_of_.assign(s_.stacks.size(), none);
        std::vector<bool> seen(s_.stacks.size(), false);
        for (std::uint32_t i = 0; i < s_.stacks.size(); ++i) {
            if (!stack(i).beside || seen[i]) continue;
            collect(i);
            for (const auto k : tier_) seen[k] = true;
            deal();
        }
        return head_of_;
    }

private:
    [[nodiscard]] const Stack& stack(std::uint32_t i) const { return s_.stacks[i]; }
    [[nodiscard]] const Row& row(std::uint32_t i) const { return s_.rows[i]; }

    // Has it a headline of its own right above?
    [[nodiscard]] bool is_led(std::uint32_t i) const {
        const auto up = up_[i];
        return up != none && stack(up).heading && stack(i).box.top - stack(up).box.bottom < 3 * s_.pitch;
    }

    [[nodiscard]] bool fits(std::uint32_t i, std::uint32_t beside) const {
        const Stack &x = stack(i), &other = stack(beside);
        if (!x.beside && (x.heading || x.caption || is_led(i))) return false;
        if (x.beside || other.beside) return std::abs(x.box.top - other.box.top) < head_begins * s_.pitch;
        return begins_with(i, other.box.top) || begins_with(beside, x.box.top);
    }

    // Does one of its first rows, below a byline perhaps, stand at this height?
    [[nodiscard]] bool begins_with(std::uint32_t i, float top) const {
        std::size_t rows = 0;
        for (auto k = i; k != none && rows < first_rows; k = below(k))
            for (const auto r : stack(k).rows) {
                if (rows++ < first_rows && std::abs(row(r).box.top - top) < 0.5F * s_.pitch) return true;
            }
        return false;
    }

    // The next member of the tier at one side.
    [[nodiscard]] std::uint32_t next(std::uint32_t from, bool right) const {
        const Box& box = stack(from).box;
        std::uint32_t best = none;
        float nearest = reach * s_.em;
        for (std::uint32_t k = 0; k < s_.stacks.size(); ++k) {
            if (k == from) continue;
            const Box& other = stack(k).box;
            const bool there = right ? middle(other) > box.right : middle(other) < box.left;
            const float far = right ? other.left - box.right : box.left - other.right;
            const bool higher = best != none && other.top < stack(best).box.top && far < nearest + 2 * s_.em;
            if (there && (far < nearest || higher) && fits(k, from)) {
                nearest = far;
                best = k;
            }
        }
        return best;
    }

    void collect(std::uint32_t head) {
        tier_.assign(1, head);
        for (auto k = next(head, false); k != none && tier_.size() < s_.stacks.size(); k = next(k, false))
            tier_.push_back(k);
        std::reverse(tier_.begin(), tier_.end());
        for (auto k = next(head, true); k != none && tier_.size() < 2 * s_.stacks.size(); k = next(k, true))
            tier_.push_back(k);
    }

    // What stands close below in its column: a byline, or a paragraph set off, may be a stack of its own.
    [[nodiscard]] std::uint32_t below(std::uint32_t i) const {
        for (std::uint32_t k = 0; k < s_.stacks.size(); ++k)
            if (up_[k] == i && !stack(k).heading && stack(k).box.top > stack(i).box.top &&
                stack(k).box.top - stack(i).box.bottom < s_.pitch)
                return k;
        return none;
    }
    [[nodiscard]] std::uint32_t foot_of(std::uint32_t i) const {
        for (auto k = below(i); k != none; k = below(k)) i = k;
        return i;
    }

    // What speaks for two articles in columns a and b; `last`: no other column follows b.
    [[nodiscard]] float parted(std::uint32_t a, std::uint32_t b, bool last) const {
        const auto foot_a = foot_of(a), foot_b = foot_of(b);
        const Stack &end = stack(foot_a), &begin = stack(b);
        const float right = std::max(stack(a).right, end.right), lower = stack(foot_b).box.bottom - end.box.bottom;
        float sum = weight::prior;
        if (lower > 0.6F * s_.pitch) sum += weight::deeper;
        if (lower < -1.6F * s_.pitch && !last) sum += weight::shorter;
        const float wide_a = right - stack(a).left, wide_b = std::max(begin.right, stack(foot_b).right) - begin.left;
        if (std::abs(wide_a - wide_b) > 0.5F * s_.em) sum += weight::measure;
        if (right - row(end.rows.back()).box.right > 1.5F * s_.em) sum += weight::ended;
        return sum;
    }

    struct Choice {
        float value = -1e9F;
        std::size_t cut = 0;     // so many columns of the gap before it stand with the headline before
        bool joins = false;      // one headline with the one before
        std::uint8_t state = 0;  // of the headline before
    };

    // The best way to deal out the columns. State of a headline: has it text at its left?
    void deal() {
        std::vector<std::size_t> heads;
        for (std::size_t k = 0; k < tier_.size(); ++k)
            if (stack(tier_[k]).beside) heads.push_back(k);
        const std::size_t after = tier_.size() - 1 - heads.back();
        std::vector<std::array<Choice, 2>> best(heads.size());
        best[0][heads[0] > 0 ? 1 : 0].value = 0;
        for (std::size_t h = 1; h < heads.size(); ++h) {
            const auto from = heads[h - 1] + 1, columns = heads[h] - from;
            for (std::uint8_t state = 0; state < 2; ++state) {
                const float before = best[h - 1][state].value;
                if (columns == 0) {
                    const float apart = stack(tier_[heads[h]]).box.left - stack(tier_[heads[h - 1]]).box.right;
                    offer(best[h][state], {before + (apart > 0.8F * s_.em ? weight::joined_far : 0), 0, true, state});
                }
                for (std::size_t cut = 0; cut <= columns; ++cut) {
                    float value = before + of_head(state > 0, cut > 0);
                    if (cut > 0 && cut < columns)
                        value += parted(tier_[from + cut - 1], tier_[from + cut], cut + 1 == columns);
                    offer(best[h][cut < columns ? 1 : 0], {value, cut, false, state});
                }
            }
        }
        std::uint8_t state = 0;
        const auto end = [&](std::uint8_t s) { return best.back()[s].value + of_head(s > 0, after > 0); };
        if (end(1) > end(0)) state = 1;
        give(heads.back() + 1, after, tier_[heads.back()]);
        for (auto h = heads.size() - 1; h > 0; --h) {
            const Choice& choice = best[h][state];
            const auto from = heads[h - 1] + 1, columns = heads[h] - from;
            if (choice.joins) head_of_[tier_[heads[h]]] = tier_[heads[h - 1]];
            give(from, choice.cut, tier_[heads[h - 1]]);
            give(from + choice.cut, columns - choice.cut, tier_[heads[h]]);
            state = choice.state;
        }
        give(0, heads[0], tier_[heads[0]]);
    }

    static float of_head(bool left, bool right) {
        return left && right ? weight::amid : !left && !right ? weight::without_text : 0;
    }
    static void offer(Choice& best, const Choice& other) {
        if (other.value > best.value) best = other;
    }
    void give(std::size_t from, std::size_t columns, std::uint32_t head) {
        for (auto k = from; k < from + columns; ++k) head_of_[tier_[k]] = head;
    }

    const Sheet& s_;
    const std::vector<std::uint32_t>& up_;
    std::vector<std::uint32_t> tier_, head_of_;
};

}  // namespace

std::vector<std::uint32_t> heads_beside(const Sheet& sheet, const std::vector<std::uint32_t>& up) {
    return Tiers(sheet, up).run();
}

}  // namespace broadsheet::geometry
