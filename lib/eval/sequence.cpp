#include "eval/sequence.hpp"

#include <algorithm>
#include <map>

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

template <typename Sequence, typename Number>
Prepared prepare(const Sequence& a, const Sequence& b, Number number) {
    Prepared out;
    std::size_t first = 0, a_end = a.size(), b_end = b.size();
    while (first < a_end && first < b_end && a[first] == b[first]) ++first;
    while (a_end > first && b_end > first && a[a_end - 1] == b[b_end - 1]) --a_end, --b_end;
    out.shared = first + (a.size() - a_end);
    out.a.reserve(a_end - first);
    out.b.reserve(b_end - first);
    for (std::size_t i = first; i < a_end; ++i) out.a.push_back(number(a[i], out.kinds));
    for (std::size_t i = first; i < b_end; ++i) out.b.push_back(number(b[i], out.kinds));
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

// The stripes of a table, and the part of each that lies no farther than `band` from the diagonal: what is near the
// best path of two sequences that are much alike.
class Band {
public:
    Band(const Prepared& p, std::size_t band) : p_(p), band_(band) {}

    // Calls work(first, last, begin, end) for places [first, last) of a and [begin, end) of b.
    template <typename Work>
    void each(Work work) const {
        for (std::size_t first = 0; first < p_.a.size(); first += stripe) {
            const std::size_t last = std::min(first + stripe, p_.a.size());
            const std::size_t begin = std::min(p_.b.size(), first - std::min(first, band_));
            work(first, last, begin, last == p_.a.size() ? p_.b.size() : std::min(p_.b.size(), last + band_));
        }
    }

private:
    const Prepared& p_;
    std::size_t band_;
};

// Each place of b hands on to the next stripe whether the row above grows there; beyond the band nothing grows, so the
// result may be too small, and is exact where the best path lies inside the band.
std::size_t common_in_band(const Prepared& p, std::size_t band) {
    std::vector<std::uint8_t> carries(p.b.size(), 0);
    Places places(p.kinds);
    std::size_t corner = 0, corner_at = 0;  // the length at the beginning of a stripe
    Band(p, band).each([&](std::size_t first, std::size_t last, std::size_t begin, std::size_t end) {
        places.set({p.a.data() + first, last - first});
        for (; corner_at < begin; ++corner_at) corner += carries[corner_at];
        std::uint64_t v = ~std::uint64_t{0};
        for (std::size_t j = begin; j < end; ++j) {
            const std::uint64_t u = v & places[p.b[j]];
            const std::uint64_t half = v + u, sum = half + carries[j];
            carries[j] = static_cast<std::uint8_t>(half < v || sum < half);
            v = sum | (v - u);
        }
    });
    for (; corner_at < p.b.size(); ++corner_at) corner += carries[corner_at];
    return corner;
}

// Beyond the band each place costs one step, so the result may be too large.
std::size_t distance_in_band(const Prepared& p, std::size_t band) {
    std::vector<std::int8_t> steps(p.b.size(), 1);  // from one place of b to the next, in the row above the stripe
    Places places(p.kinds);
    std::ptrdiff_t corner = 0;
    std::size_t corner_at = 0;
    Band(p, band).each([&](std::size_t first, std::size_t last_row, std::size_t begin, std::size_t end) {
        const std::size_t size = last_row - first;
        places.set({p.a.data() + first, size});
        for (; corner_at < begin; ++corner_at) corner += steps[corner_at];
        corner += static_cast<std::ptrdiff_t>(size);
        const std::uint64_t last = std::uint64_t{1} << (size - 1);
        std::uint64_t plus = ~std::uint64_t{0}, minus = 0;  // steps from one place of a to the next
        for (std::size_t j = begin; j < end; ++j) {
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
    });
    for (; corner_at < p.b.size(); ++corner_at) corner += steps[corner_at];
    return static_cast<std::size_t>(corner);
}

// A band that is wide enough is tried for: most texts that are compared are much alike.
std::size_t first_band(const Prepared& p) {
    const auto [less, more] = std::minmax({p.a.size(), p.b.size()});
    return std::max({stripe, more / 16, more - less});
}

std::size_t common_length(const Prepared& p) {
    const std::size_t longer = std::max(p.a.size(), p.b.size());
    for (std::size_t band = first_band(p);; band *= 4) {
        const std::size_t found = common_in_band(p, band);
        if (longer - found <= band || band >= longer) return p.shared + found;
    }
}

std::size_t edit_distance(const Prepared& p) {
    const std::size_t longer = std::max(p.a.size(), p.b.size());
    for (std::size_t band = first_band(p);; band *= 4) {
        const std::size_t found = distance_in_band(p, band);
        if (found <= band || band >= longer) return found;
    }
}

Prepared prepared(std::u32string_view a, std::u32string_view b) {
    // A table of all characters, kept from one call to the next: a hash would cost more than the comparison.
    constexpr std::uint32_t no_number = ~std::uint32_t{0};
    static thread_local std::vector<std::uint32_t> numbers(0x110000, no_number);
    std::vector<char32_t> used;
    auto out = prepare(a, b, [&](char32_t c, std::size_t& kinds) {
        std::uint32_t& number = numbers[c < numbers.size() ? c : 0xFFFD];
        if (number == no_number) {
            number = static_cast<std::uint32_t>(kinds++);
            used.push_back(c);
        }
        return number;
    });
    for (const char32_t c : used) numbers[c < numbers.size() ? c : 0xFFFD] = no_number;
    return out;
}

}  // namespace

std::size_t common_length(std::u32string_view a, std::u32string_view b) { return common_length(prepared(a, b)); }

double similarity(std::u32string_view a, std::u32string_view b) {
    if (a.empty() && b.empty()) return 1;
    return static_cast<double>(2 * common_length(a, b)) / static_cast<double>(a.size() + b.size());
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) { return edit_distance(prepared(a, b)); }

std::size_t edit_distance(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    std::map<std::u32string_view, std::uint32_t> numbers;
    return edit_distance(prepare(a, b, [&](const std::u32string& word, std::size_t& kinds) {
        const auto [at, is_new] = numbers.try_emplace(word, static_cast<std::uint32_t>(kinds));
        if (is_new) ++kinds;
        return at->second;
    }));
}

Inventory::Inventory(std::u32string_view text) : size_(text.size()) {
    std::u32string sorted(text);
    std::sort(sorted.begin(), sorted.end());
    for (const char32_t c : sorted) {
        if (counts_.empty() || counts_.back().first != c) counts_.emplace_back(c, 0U);
        ++counts_.back().second;
    }
}

double Inventory::bound(const Inventory& other) const {
    if (size_ + other.size_ == 0) return 1;
    std::size_t both = 0;
    auto a = counts_.begin();
    auto b = other.counts_.begin();
    while (a != counts_.end() && b != other.counts_.end()) {
        if (a->first < b->first) {
            ++a;
        } else if (b->first < a->first) {
            ++b;
        } else {
            both += std::min(a->second, b->second);
            ++a, ++b;
        }
    }
    return static_cast<double>(2 * both) / static_cast<double>(size_ + other.size_);
}

}  // namespace broadsheet::eval
