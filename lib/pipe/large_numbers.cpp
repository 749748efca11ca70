#include "pipe/large_numbers.hpp"

#include <cstddef>

namespace broadsheet::piping {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

// Where the number ends that begins here by JSON's grammar, or `at`.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    const auto has = [&](std::size_t i, std::string_view any) {
        return i < text.size() && any.find(text[i]) != std::string_view::npos;
    };
    const std::size_t whole = has(at, "-") ? at + 1 : at;
    std::size_t end = has(whole, "0") ? whole + 1 : digits(text, whole);
    if (end == whole) return at;
    if (has(end, ".")) {
        if (digits(text, end + 1) == end + 1) return at;
        end = digits(text, end + 1);
    }
    if (has(end, "eE")) {
        const std::size_t exponent = has(end + 1, "+-") ? end + 2 : end + 1;
        if (digits(text, exponent) == exponent) return at;
        end = digits(text, exponent);
    }
    return end;
}

}  // namespace

std::string quote_large_numbers(std::string_view line) {
    constexpr std::size_t digits_that_fit = 18;
    std::string out;
    out.reserve(line.size() + 16);
    bool in_string = false;
    for (std::size_t i = 0; i < line.size();) {
        const char c = line[i];
        if (!in_string && (c == '-' || is_digit(c))) {
            const std::size_t end = end_of_number(line, i);
            const auto number = line.substr(i, end - i);
            const bool large = number.size() > digits_that_fit || number.find_first_of("eE") != std::string_view::npos;
            if (end > i) {
                out.append(large ? "\"" : "").append(number).append(large ? "\"" : "");
                i = end;
                continue;
            }
        }
        if (c == '"') in_string = !in_string;
        out += c;
        if (in_string && c == '\\' && i + 1 < line.size()) out += line[++i];
        ++i;
    }
    return out;
}

}  // namespace broadsheet::piping
