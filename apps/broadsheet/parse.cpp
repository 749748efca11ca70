// The command line, by the tables of options.cpp.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "options.hpp"
#include "suggest.hpp"

namespace broadsheet::app {

namespace {

const CommandRow* find_command(std::string_view name) {
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CommandRow& row) { return row.name == name; });
    return found == all.end() ? nullptr : &*found;
}

struct GivenOption {
    const OptionRow* row;
    std::string value;
};
using Given = std::vector<GivenOption>;

void add_option(CLI::App& app, const OptionRow& row, Settings& settings, Given& given) {
    std::string names = "--" + std::string(row.name);
    if (row.letter != 0) names = std::string("-") + row.letter + "," + names;
    if (row.argument.empty()) {
        const auto set = [&row, &settings, &given] {
            given.push_back({&row, {}});
            row.set(settings, {});
        };
        app.add_flag_callback(names, set)->disable_flag_override();
        return;
    }
    const auto set_each = [&row, &settings, &given](const CLI::results_t& values) {
        for (const std::string& value : values) {
            given.push_back({&row, value});
            row.set(settings, value);
            if (value.empty() && (row.argument == "FILE" || row.argument == "DIR" || row.argument == "PATH"))
                throw UsageError(fmt::format("--{}: its {} is an empty string", row.name, row.argument));
        }
        return true;
    };
    // One value each time it is given: CLI11 would else take the inputs that follow for more values.
    app.add_option(names, set_each)->type_size(1)->expected(1)->take_all()->allow_extra_args(false);
}

// What to do about an option that the command does not take.
std::string remedy_for(std::string_view option, Command command) {
    const auto name = option.substr(0, option.find('='));
    if (!name.starts_with("--")) return {};
    std::vector<std::string_view> words;
    for (const OptionRow& row : option_rows()) {
        if (takes(command, row)) words.push_back(row.name);
        if (row.name != name.substr(2)) continue;
        std::string of;
        for (const CommandRow& other : commands())
            if (takes(other.command, row)) of.append(of.empty() ? "" : ", ").append(other.name);
        return fmt::format(" (it goes with {})", of);
    }
    const auto meant = nearest(name.substr(2), words);
    return meant.empty() ? std::string() : fmt::format(" (did you mean --{}?)", meant);
}

// What is left when the options are taken out: inputs, and options that do not exist. They are sorted out here, since
// CLI11 would make two inputs of a file that is called [a,b].
std::vector<std::string> inputs_in(const std::vector<std::string>& rest, Command command) {
    std::vector<std::string> out;
    bool only_inputs = false;
    for (const std::string& one : rest) {
        if (!only_inputs && one == "--") {
            only_inputs = true;
        } else if (!only_inputs && one.size() > 1 && one[0] == '-') {
            throw UsageError(
                fmt::format("{}: {} has no such option{}", one, row_of(command).name, remedy_for(one, command)));
        } else {
            out.push_back(one);
        }
    }
    return out;
}

// CLI11's messages come in several lines now and then, and say little of a value that is missing.
std::string what_is_wrong(const CLI::ParseError& error) {
    std::string text = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        for (const OptionRow& row : option_rows())
            if (!row.argument.empty() && text.starts_with(fmt::format("--{}:", row.name)))
                return fmt::format("--{}: its {} is missing", row.name, row.argument);
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

bool heeds(std::string_view writers, std::string_view writer) {
    while (!writers.empty()) {
        const auto end = std::min(writers.find(", "), writers.size());
        if (writers.substr(0, end) == writer) return true;
        writers.remove_prefix(std::min(end + 2, writers.size()));
    }
    return false;
}

// Options that are taken, since others like them are used together, but do nothing here.
std::vector<std::string> idle(const Given& given, const Settings& settings) {
    std::vector<std::string> out;
    for (const auto& [row, value] : given) {
        if (!row->only_to.empty() && !heeds(row->only_to, settings.write.to))
            out.push_back(fmt::format("--{} does nothing without --to {}", row->name, row->only_to));
        if (row->name == "lang" && settings.command == Command::repair)
            out.push_back("--lang does nothing here: repair finds the language by itself");
    }
    return out;
}

// A line for each option that the output depends on, in the order of the table.
std::string gist_of(const Given& given) {
    std::string out;
    for (const OptionRow& row : option_rows())
        for (const GivenOption& option : given)
            if (option.row == &row && !row.only_how) out += fmt::format("{}={}\n", row.name, option.value);
    return out;
}

void check_eval(const Settings& settings) {
    if (settings.inputs.size() < 2)
        throw UsageError(settings.inputs.empty() ? "eval: GOLD and PREDICTED are missing"
                                                 : "eval: PREDICTED is missing");
    if (settings.write.to != "text" && settings.write.to != "json")
        throw UsageError(fmt::format("--to {}: eval writes text or json", settings.write.to));
    if (settings.show && settings.write.to == "json")
        throw UsageError("--show: it is text for people, and does not go with --to json");
}

void check(const Settings& settings) {
    if (settings.write.to == "alto2txt" && settings.output.empty())
        throw UsageError("--to alto2txt: it is a folder of files (name it with -o DIR)");
    if (settings.shards > 1 && settings.output.empty())
        throw UsageError("--shard: there are shards only where they are written (with -o DIR)");
    for (const auto* name : {&settings.provenance, &settings.attributes, &settings.errors, &settings.stats})
        if (*name == "-") throw UsageError("-: standard output is for the records (name a file, or /dev/stderr)");
    if (settings.command == Command::pipe && settings.pipe.text_field.empty())
        throw UsageError("--text-field: its NAME is an empty string");
    if (settings.command == Command::eval && !settings.help && !settings.version) check_eval(settings);
}

}  // namespace

Settings parse(const std::vector<std::string>& arguments) {
    Settings settings;
    auto rest = arguments;
    if (!rest.empty())
        if (const CommandRow* row = find_command(rest.front())) {
            settings.command = row->command;
            settings.named = true;
            rest.erase(rest.begin());
        }
    if (settings.command == Command::pipe) {
        settings.write.to = "jsonl";
        settings.dictionaries = "none";  // what comes out must not depend on the machine
    }

    CLI::App app;
    Given given;
    app.set_help_flag();
    app.allow_extras();
    for (const OptionRow& row : option_rows())
        if (takes(settings.command, row)) add_option(app, row, settings, given);
    std::reverse(rest.begin(), rest.end());  // as CLI11 wants them
    try {
        app.parse(rest);
    } catch (const CLI::ParseError& error) {
        throw UsageError(what_is_wrong(error));
    }
    settings.inputs = inputs_in(app.remaining(), settings.command);
    check(settings);
    settings.gist = gist_of(given);
    settings.warnings = idle(given, settings);
    return settings;
}

}  // namespace broadsheet::app
