#include "eval/sequence.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace broadsheet::eval {

namespace {

using Symbols = std::vector<std::uint32_t>;

constexpr std::size_t stripe = 64;

// Both sequences in symbols from 0, without what they begin and end with in common.
struct Prepared {
    Symbols a, b;
    std::size_t kinds = 0;
    std::size_t shared = 0;  // places at both ends
};

template <typename Sequence, typename Numbers>
Prepared prepare(const Sequence& a, const Sequence& b, Numbers& numbers) {
    Prepared out;
    std::size_t first = 0, a_end = a.size(), b_end = b.size();
    while (first < a_end && first < b_end && a[first] == b[first]) ++first;
    while (a_end > first && b_end > first && a[a_end - 1] == b[b_end - 1]) --a_end, --b_end;
    out.shared = first + (a.size() - a_end);
    const auto number = [&](const auto& key) {
        return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
    };
    for (std::size_t i = first; i < a_end; ++i) out.a.push_back(number(a[i]));
    for (std::size_t i = first; i < b_end; ++i) out.b.push_back(number(b[i]));
    out.kinds = numbers.size();
    return out;
}

// The places of each symbol in 64 places of a sequence.
class Places {
public:
    explicit Places(std::size_t kinds) : masks_(kinds, 0) {}

    void set(std::span<const std::uint32_t> part) {
        for (const auto symbol : used_) masks_[symbol] = 0;
        used_.assign(part.begin(), part.end());
        for (std::size_t i = 0; i < part.size(); ++i) masks_[part[i]] |= std::uint64_t{1} << i;
    }
    [[nodiscard]] std::uint64_t operator[](std::uint32_t symbol) const { return masks_[symbol]; }

private:
    std::vector<std::uint64_t> masks_;
    Symbols used_;
};

// Stripe by stripe, with what each place of `b` hands on to the next stripe.
std::size_t common_length(const Prepared& p) {
    std::size_t out = p.shared;
    std::vector<std::uint8_t> carries(p.b.size(), 0);
    Places places(p.kinds);
    for (std::size_t at = 0; at < p.a.size(); at += stripe) {
        const std::size_t size = std::min(stripe, p.a.size() - at);
        places.set({p.a.data() + at, size});
        std::uint64_t v = ~std::uint64_t{0};
        for (std::size_t j = 0; j < p.b.size(); ++j) {
            const std::uint64_t u = v & places[p.b[j]];
            const std::uint64_t half = v + u, sum = half + carries[j];
            carries[j] = static_cast<std::uint8_t>(half < v || sum < half);
            v = sum | (v - u);
        }
        for (std::size_t i = 0; i < size; ++i) out += (v >> i & 1U) == 0;
    }
    return out;
}

std::size_t edit_distance(const Prepared& p) {
    if (p.a.empty()) return p.b.size();
    std::vector<std::int8_t> steps(p.b.size(), 1);  // from one place of b to the next, in the row above the stripe
    Places places(p.kinds);
    for (std::size_t at = 0; at < p.a.size(); at += stripe) {
        const std::size_t size = std::min(stripe, p.a.size() - at);
        places.set({p.a.data() + at, size});
        const std::uint64_t last = std::uint64_t{1} << (size - 1);
        std::uint64_t plus = ~std::uint64_t{0}, minus = 0;  // steps from one place of a to the next
        for (std::size_t j = 0; j < p.b.size(); ++j) {
            const std::int8_t in = steps[j];
            std::uint64_t same = places[p.b[j]];
            const std::uint64_t vertical = same | minus;
            if (in < 0) same |= 1U;
            const std::uint64_t horizontal = (((same & plus) + plus) ^ plus) | same;
            std::uint64_t up = minus | ~(horizontal | plus), down = plus & horizontal;
            steps[j] = static_cast<std::int8_t>((up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0);
            up = up << 1U | static_cast<std::uint64_t>(in > 0);
            down = down << 1U | static_cast<std::uint64_t>(in < 0);
            plus = down | ~(vertical | up);
            minus = up & vertical;
        }
    }
    auto out = static_cast<std::ptrdiff_t>(p.a.size());
    for (const std::int8_t step : steps) out += step;
    return static_cast<std::size_t>(out);
}

Prepared prepared(std::u32string_view a, std::u32string_view b) {
    std::unordered_map<char32_t, std::uint32_t> numbers;
    return prepare(a, b, numbers);
}

}  // namespace

std::size_t common_length(std::u32string_view a, std::u32string_view b) { return common_length(prepared(a, b)); }

double similarity(std::u32string_view a, std::u32string_view b) {
    if (a.empty() && b.empty()) return 1;
    return static_cast<double>(2 * common_length(a, b)) / static_cast<double>(a.size() + b.size());
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) { return edit_distance(prepared(a, b)); }

std::size_t edit_distance(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    std::map<std::u32string, std::uint32_t> numbers;
    return edit_distance(prepare(a, b, numbers));
}

Inventory::Inventory(std::u32string_view text) : sorted_(text) { std::sort(sorted_.begin(), sorted_.end()); }

double Inventory::bound(const Inventory& other) const {
    if (sorted_.empty() && other.sorted_.empty()) return 1;
    std::size_t both = 0;
    auto a = sorted_.begin();
    auto b = other.sorted_.begin();
    while (a != sorted_.end() && b != other.sorted_.end()) {
        if (*a < *b) {
            ++a;
        } else if (*b < *a) {
            ++b;
        } else {
            ++both, ++a, ++b;
        }
    }
    return static_cast<double>(2 * both) / static_cast<double>(sorted_.size() + other.sorted_.size());
}

}  // namespace broadsheet::eval
