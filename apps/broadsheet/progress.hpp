// Standard error: messages, and on a terminal a line of progress.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::app {

class Progress {
public:
    // Shows nothing unless `wanted` and standard error is a terminal.
    Progress(std::size_t total, bool wanted);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void advance(std::size_t bytes);
    // Prints whole lines; the progress gives way.
    void message(std::string_view lines);

private:
    void clear();

    using Clock = std::chrono::steady_clock;
    std::size_t total_;
    bool active_;
    bool on_screen_ = false;
    std::size_t done_ = 0, bytes_ = 0;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point shown_{};
};

// The text with its control characters as \x0a, and with \u202e for those that turn around or hide what stands behind
// them: names of files and texts of strangers may hold anything.
[[nodiscard]] std::string printable(std::string_view text);

// The same of each line of a text, whose line ends stay.
[[nodiscard]] std::string printable_lines(std::string_view text);

// "broadsheet: TEXT" and a line feed, in one line whatever the text holds.
[[nodiscard]] std::string message_line(std::string_view text);

// Prints to standard error.
void print_message(std::string_view lines);

}  // namespace broadsheet::app
