// Completions for shells, made from the tables of commands and options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace broadsheet::app {

// What a shell may complete the value of an option or the arguments of a command with.
struct Completed {
    std::vector<std::string> words;
    bool files = false;
    bool folders = false;
};

[[nodiscard]] Completed completed(const OptionRow& option);
[[nodiscard]] Completed completed(const CommandRow& command);

// The beginning of a summary, short enough to stand beside a name.
[[nodiscard]] std::string_view short_of(std::string_view summary);

// Scripts, as the shells load them from their own folders.
[[nodiscard]] std::string bash_completion();
[[nodiscard]] std::string zsh_completion();
[[nodiscard]] std::string fish_completion();

}  // namespace broadsheet::app
