#include "completions.hpp"

#include <broadsheet/broadsheet.hpp>

namespace broadsheet::app {

namespace {

template <typename Table>
void add_names(std::vector<std::string>& words, const Table& table) {
    for (const auto& row : table) {
        if constexpr (requires { row.name; })
            words.emplace_back(row.name);
        else
            words.emplace_back(row);
    }
}

void add(Completed& out, std::string_view word) {
    if (word == "@writers")
        add_names(out.words, writers());
    else if (word == "@readers")
        add_names(out.words, readers());
    else if (word == "@passes")
        add_names(out.words, passes());
    else if (word == "@languages")
        add_names(out.words, languages());
    else if (word == "@folders")
        out.folders = true;
    else
        out.words.emplace_back(word);
}

void add_all(Completed& out, std::string_view words, char between) {
    while (!words.empty()) {
        const auto end = std::min(words.find(between), words.size());
        add(out, words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

}  // namespace

Completed completed(const OptionRow& option) {
    Completed out;
    add_all(out, option.values, ' ');
    out.files = option.argument == "FILE" || option.argument == "PATH";
    out.folders = out.folders || option.argument == "DIR";
    return out;
}

Completed completed(const CommandRow& command) {
    Completed out;
    if (command.arguments.find('|') != std::string_view::npos)
        add_all(out, command.arguments, '|');
    else
        out.files = !command.arguments.empty();
    return out;
}

std::string_view short_of(std::string_view summary) {
    constexpr std::size_t least = 10, enough = 20;  // less says nothing; after so much a comma will do
    for (const std::string_view end : {" (", "; ", ": ", ". "})
        if (const auto at = summary.find(end, least); at != std::string_view::npos) summary = summary.substr(0, at);
    if (const auto at = summary.find(", ", enough); at != std::string_view::npos) summary = summary.substr(0, at);
    return summary;
}

}  // namespace broadsheet::app
