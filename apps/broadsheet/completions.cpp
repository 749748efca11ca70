#include "completions.hpp"

#include <broadsheet/broadsheet.hpp>

namespace broadsheet::app {

namespace {

using Words = std::vector<std::string>;

template <typename Table>
void add_names(Words& words, const Table& table) {
    for (const auto& row : table) words.emplace_back(row_name(row));
}

constexpr Named<void (*)(Words&)> tables[] = {
    {"@writers", [](Words& words) { add_names(words, writers()); }},
    {"@readers", [](Words& words) { add_names(words, readers()); }},
    {"@passes", [](Words& words) { add_names(words, passes()); }},
    {"@languages", [](Words& words) { add_names(words, languages()); }},
    {"@spacing", [](Words& words) { add_names(words, spacing_names); }},
    {"@width", [](Words& words) { add_names(words, width_names); }},
    {"@articles", [](Words& words) { add_names(words, articles_names); }},
    {"@writing", [](Words& words) { add_names(words, writing_names); }},
    {"@offsets", [](Words& words) { add_names(words, offsets_names); }},
};

void add(Completed& out, std::string_view word) {
    if (const auto* const table = find_named(tables, word); table != nullptr)
        table->value(out.words);
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
