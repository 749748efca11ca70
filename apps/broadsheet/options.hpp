// The one table of commands and one of options: the parser, --help and the manual page are made from them.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "settings.hpp"

namespace broadsheet::app {

struct CommandRow {
    Command command;
    std::string_view name;
    std::string_view arguments;  // "INPUT..."
    std::string_view summary;
};

[[nodiscard]] std::span<const CommandRow> commands();
[[nodiscard]] const CommandRow& row_of(Command command);

// The commands that take an option, as bits.
enum : std::uint16_t {
    for_extract = 1,
    for_repair = 2,
    for_explain = 4,
    for_list = 8,
    for_words = 16,
    for_pipe = 32,
    for_eval = 64,
    for_annotate = 128,
    for_any = 255
};

// In the order in which a row is read best.
struct OptionRow {              // NOLINT(clang-analyzer-optin.performance.Padding)
    std::string_view group;     // heading in the help
    char letter;                // 0: none
    std::string_view name;      // "output"
    std::string_view argument;  // "DIR"; empty: a flag
    std::string_view summary;
    std::uint16_t commands;
    // Puts the value (empty for a flag) into the settings; throws UsageError for one that does not fit.
    void (*set)(Settings& settings, const std::string& value);
    std::string_view only_to = {};  // the writers that heed it, ", " between; empty: all
    bool only_how = false;          // the output does not depend on its value
    // What the value may be, for completions: words, @readers and other tables, @folders; files and folders are known
    // by the argument (FILE, DIR, PATH).
    std::string_view values = {};
};

[[nodiscard]] std::span<const OptionRow> option_rows();
[[nodiscard]] bool takes(Command command, const OptionRow& option);

struct ExitRow {
    int code;
    std::string_view meaning;
};

[[nodiscard]] std::span<const ExitRow> exit_codes();

// Exit code 2: what the user asked for does not make sense.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// @throws UsageError
[[nodiscard]] Settings parse(const std::vector<std::string>& arguments);

}  // namespace broadsheet::app
