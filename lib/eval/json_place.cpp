#include "eval/json_place.hpp"

#include <algorithm>
#include <optional>

namespace broadsheet::eval {

namespace {

class Scanner {
public:
    explicit Scanner(std::string_view json) : json_(json) { skip_space(); }

    [[nodiscard]] std::size_t at() const { return at_; }

    // To the value behind a key, or to the element with an index; false where there is none.
    bool enter(const std::variant<std::string, std::size_t>& step) {
        const bool by_key = std::holds_alternative<std::string>(step);
        if (peek() != (by_key ? '{' : '[')) return false;
        ++at_;
        skip_space();
        for (std::size_t i = 0; at_ < json_.size() && peek() != '}' && peek() != ']'; ++i) {
            bool found = !by_key && std::get<std::size_t>(step) == i;
            if (by_key) {
                const auto begin = at_;
                skip_value();
                const auto key = json_.substr(begin, at_ - begin);
                found = key.size() >= 2 && key.substr(1, key.size() - 2) == std::get<std::string>(step);
                skip_space();
                ++at_;  // the colon
                skip_space();
            }
            if (found) return true;
            skip_value();
            skip_space();
            if (peek() == ',') ++at_;
            skip_space();
        }
        return false;
    }

private:
    [[nodiscard]] char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }

    void skip_space() {
        while (at_ < json_.size() && std::string_view(" \t\r\n").find(json_[at_]) != std::string_view::npos) ++at_;
    }

    // A string, number, word, or all between brackets.
    void skip_value() {
        std::size_t depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_)
                    if (json_[at_] == '\\') ++at_;
                ++at_;
            } else if (c == '{' || c == '[') {
                ++depth, ++at_;
            } else if (c == '}' || c == ']') {
                if (depth > 0) --depth;
                ++at_;
            } else if (depth > 0) {
                ++at_;
            } else {
                while (at_ < json_.size() && std::string_view(" \t\r\n,:]}").find(json_[at_]) == std::string_view::npos)
                    ++at_;
            }
        } while (depth > 0 && at_ < json_.size());
    }

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

std::size_t line_at(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::size_t line_of(std::string_view json, const JsonPath& path) {
    Scanner scanner(json);
    std::size_t at = scanner.at();
    for (const auto& step : path) {
        if (!scanner.enter(step)) break;
        at = scanner.at();
    }
    return line_at(json, at);
}

}  // namespace broadsheet::eval
