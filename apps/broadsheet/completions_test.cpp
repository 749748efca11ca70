#include "completions.hpp"

#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>

#include "options.hpp"

namespace broadsheet::app {

TEST_CASE("completions: the program takes every value that they offer") {
    for (const OptionRow& row : option_rows())
        for (const std::string& value : completed(row).words) {
            CAPTURE(row.name, value);
            for (const CommandRow& command : commands())
                if (takes(command.command, row)) {
                    std::vector<std::string> line{std::string(command.name), "--" + std::string(row.name), value, "x"};
                    if (command.command == Command::eval) {
                        if (row.name == "to" && value != "text" && value != "json") continue;  // extract's
                        line.emplace_back("gold");
                    }
                    if (value == "alto2txt") line.insert(line.end(), {"-o", "out"});  // it must have a folder
                    CHECK_NOTHROW(parse(line));
                }
        }
}

TEST_CASE("completions: an option that takes one of a few words offers them") {
    for (const OptionRow& row : option_rows()) {
        CAPTURE(row.name);
        const bool of_words = row.argument == "HOW" || row.argument == "WHICH" || row.argument == "WHENCE" ||
                              row.argument == "DIRECTION" || row.argument == "FORMAT" || row.argument == "TAG" ||
                              row.argument == "PASS" || row.argument == "UNIT";
        CHECK(completed(row).words.empty() != of_words);
        CHECK(completed(row).files == (row.argument == "FILE" || row.argument == "PATH"));
    }
    CHECK(completed(row_of(Command::extract)).files);
    CHECK(completed(row_of(Command::list)).words.size() == 4);
}

TEST_CASE("completions: every shell's script knows every command and option") {
    for (const std::string& script : {bash_completion(), zsh_completion(), fish_completion()}) {
        for (const CommandRow& row : commands()) CHECK(script.find(row.name) != std::string::npos);
        for (const OptionRow& row : option_rows()) CHECK(script.find(row.name) != std::string::npos);
        CHECK(script.find("not in this version") == std::string::npos);
    }
}

TEST_CASE("completions: what stands beside a name is short") {
    CHECK(short_of("what to write: text (the default), markdown") == "what to write");
    CHECK(short_of("horizontal or vertical (without it: found)") == "horizontal or vertical");
    CHECK(short_of("jsonl: put the places of the text into metadata") ==
          "jsonl: put the places of the text into metadata");
}

}  // namespace broadsheet::app
