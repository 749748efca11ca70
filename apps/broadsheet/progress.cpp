#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace broadsheet::app {

namespace {

bool can_show() {
    if (::isatty(STDERR_FILENO) == 0 || ::isatty(STDOUT_FILENO) != 0) return false;  // it would run into the data
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) != "dumb";
}

// The character of two or three bytes at the head of a text, and how many they are; 0 where there is none.
std::pair<char32_t, std::size_t> short_character(std::string_view text) {
    const auto bits = [&](std::size_t i) -> char32_t {
        const auto byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
        return (byte & 0xC0U) == 0x80 ? byte & 0x3FU : 0x110000U;
    };
    const auto first = static_cast<unsigned char>(text.front());
    if ((first & 0xE0U) == 0xC0) return {((first & 0x1FU) << 6U) | bits(1), 2};
    if ((first & 0xF0U) == 0xE0) return {((first & 0xFU) << 12U) | (bits(1) << 6U) | bits(2), 3};
    return {0, 1};
}

// Controls of ISO 6429 (a terminal may take U+009B for an escape), line ends of Unicode, and controls of direction,
// which turn around what stands behind them.
bool commands_terminal(char32_t c) {
    return (c >= 0x80 && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

void print_message(std::string_view lines) {
    while (!lines.empty()) {
        const ssize_t n = ::write(STDERR_FILENO, lines.data(), lines.size());
        if (n <= 0) return;  // nobody to tell
        lines.remove_prefix(static_cast<std::size_t>(n));
    }
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7F) {
            out += fmt::format("\\x{:02x}", byte);
        } else if (const auto [c, size] = short_character(text.substr(i)); commands_terminal(c)) {
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
            i += size - 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string printable_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        out += printable(text.substr(0, end));
        if (end == std::string_view::npos) break;
        out += '\n';
        text.remove_prefix(end + 1);
    }
    return out;
}

std::string message_line(std::string_view text) { return "broadsheet: " + printable(text) + "\n"; }

Progress::Progress(std::size_t total, bool wanted) : total_(total), active_(wanted && total > 1 && can_show()) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
    if (on_screen_) print_message("\r\x1b[K");
    on_screen_ = false;
}

void Progress::message(std::string_view lines) {
    if (lines.empty()) return;
    clear();
    print_message(lines);
}

void Progress::advance(std::size_t bytes) {
    ++done_;
    bytes_ += bytes;
    if (!active_) return;
    const auto now = Clock::now();
    if (now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    const double seconds = std::max(1e-3, std::chrono::duration<double>(now - begin_).count());
    print_message(fmt::format("\r\x1b[K{} of {} inputs, {:.0f} MB/s", done_, total_,
                              static_cast<double>(bytes_) / 1e6 / seconds));
    on_screen_ = true;
}

}  // namespace broadsheet::app
