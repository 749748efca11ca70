#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace broadsheet::app {

namespace {

bool can_show() {
    if (::isatty(STDERR_FILENO) == 0 || ::isatty(STDOUT_FILENO) != 0) return false;  // it would run into the data
    const char* terminal = std::getenv("TERM");
    return terminal != nullptr && std::string_view(terminal) != "dumb";
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
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F)
            out += fmt::format("\\x{:02x}", byte);
        else
            out += c;
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
