#include <algorithm>

#include "read/issue/issue.hpp"

namespace broadsheet::reading {

bool natural_less(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto take = [&](std::string_view& text) {
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        auto number = text.substr(0, n);
        text.remove_prefix(n);
        number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
        return number;
    };
    auto x = a, y = b;
    while (!x.empty() && !y.empty()) {
        if (is_digit(x[0]) && is_digit(y[0])) {
            const auto m = take(x), n = take(y);
            if (m.size() != n.size()) return m.size() < n.size();
            if (m != n) return m < n;
        } else {
            if (x[0] != y[0]) return static_cast<unsigned char>(x[0]) < static_cast<unsigned char>(y[0]);
            x.remove_prefix(1);
            y.remove_prefix(1);
        }
    }
    if (x.empty() != y.empty()) return x.empty();
    return a < b;
}

std::string plain_path(std::string_view folder, std::string_view path) {
    std::string all(folder);
    if (path.starts_with('/')) return {};
    all += path;
    std::vector<std::string_view> parts;
    for (std::string_view rest = all; !rest.empty();) {
        const auto part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.empty() || part == ".") continue;
        if (part == "..") {
            if (parts.empty()) return {};
            parts.pop_back();
        } else {
            parts.push_back(part);
        }
    }
    std::string out;
    for (const auto part : parts) out.append(out.empty() ? "" : "/").append(part);
    return out;
}

}  // namespace broadsheet::reading
