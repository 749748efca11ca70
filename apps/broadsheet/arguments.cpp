#include "arguments.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "options.hpp"
#include "suggest.hpp"

namespace broadsheet::app {

std::vector<std::string> arguments_or_standard_input(const Settings& settings) {
    const bool words_from_there = std::count(settings.words.begin(), settings.words.end(), "-") > 0;
    if (settings.inputs.empty()) {
        if (words_from_there || ::isatty(STDIN_FILENO) != 0) throw UsageError("no INPUT is given");
        return {"-"};
    }
    if (std::count(settings.inputs.begin(), settings.inputs.end(), "") > 0)
        throw UsageError("an INPUT is an empty string (give - for standard input)");
    if (std::count(settings.inputs.begin(), settings.inputs.end(), "-") +
            std::count(settings.words.begin(), settings.words.end(), "-") >
        1)
        throw UsageError("standard input (-) can be read only once");
    return settings.inputs;
}

void expect_no_misspelt_command(const Settings& settings) {
    if (settings.named || settings.inputs.empty()) return;
    const std::string& word = settings.inputs.front();
    struct stat info {};
    if (::lstat(word.c_str(), &info) == 0) return;
    std::vector<std::string_view> words{"help", "version"};
    for (const CommandRow& row : commands()) words.push_back(row.name);
    const auto meant = nearest(word, words);
    if (meant.empty()) return;
    throw UsageError(fmt::format("{} is neither a command nor a file (did you mean {}{}?)", word,
                                 meant == "help" || meant == "version" ? "--" : "", meant));
}

}  // namespace broadsheet::app
