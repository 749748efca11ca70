#include "options.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "help.hpp"

using namespace broadsheet;
using namespace broadsheet::app;

namespace {

// The options that a help text lists: "--name" at the head of a line, behind a letter perhaps.
std::set<std::string> options_in(const std::string& text) {
    std::set<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.size() > 8 && line.starts_with("  ") && line.substr(6, 2) == "--")
            out.insert(line.substr(6, line.find(' ', 6) - 6));
    return out;
}

}  // namespace

TEST_CASE("Names and letters of options are there once", "[options]") {
    std::set<std::string_view> names;
    std::set<char> letters;
    for (const OptionRow& row : option_rows()) {
        CHECK(names.insert(row.name).second);
        if (row.letter != 0) CHECK(letters.insert(row.letter).second);
        CHECK_FALSE(row.summary.empty());
        CHECK(row.commands != 0);
    }
}

TEST_CASE("Every option is in the manual, and in the help of the commands that take it", "[options]") {
    const std::string page = manual();
    for (const OptionRow& row : option_rows()) {
        std::string name = "--" + std::string(row.name);
        for (const CommandRow& command : commands())
            CHECK((options_in(help(command.command)).contains(name)) == takes(command.command, row));
        std::string roff;
        for (const char c : name) roff += c == '-' ? std::string("\\-") : std::string(1, c);
        CHECK(page.find(roff) != std::string::npos);
        const std::string letter = row.letter != 0 ? std::string("\\-") + row.letter + " \", \" " : "";
        const std::string entry = "\n.BR " + letter + roff + (row.argument.empty() ? "\n" : " ");
        for (const CommandRow& command : commands())
            CHECK((manual(command).find(entry) != std::string::npos) == takes(command.command, row));
    }
}

TEST_CASE("extract may be left out", "[options]") {
    CHECK(parse({"a.txt"}).command == Command::extract);
    CHECK(parse({"extract", "a.txt"}).inputs == std::vector<std::string>{"a.txt"});
    CHECK(parse({"repair", "a.txt"}).command == Command::repair);
    CHECK(parse({"--to", "json", "repair"}).inputs == std::vector<std::string>{"repair"});
}

TEST_CASE("Options may stand anywhere and take one value each", "[options]") {
    const Settings s = parse({"a", "--added", "", "-j4", "b", "--to=jsonl", "-", "--", "-c"});
    CHECK(s.inputs == std::vector<std::string>{"a", "b", "-", "-c"});
    CHECK(s.jobs == 4);
    CHECK(s.write.to == "jsonl");
    CHECK(parse({"--max-bytes", "3M", "x"}).process.read.max_bytes == 3U << 20U);
    CHECK(parse({"--words", "a.words", "x", "--words", "-"}).words == std::vector<std::string>{"a.words", "-"});
    CHECK(parse({"words", "x"}).command == Command::words);
    CHECK(parse({"x"}).dictionaries == "auto");
    CHECK(parse({"repair", "--dictionaries", "none", "x"}).dictionaries == "none");
    CHECK(parse({"[a,b]", "{}", "%%", "x,y"}).inputs == std::vector<std::string>{"[a,b]", "{}", "%%", "x,y"});
}

TEST_CASE("What does not fit is an error", "[options]") {
    for (const auto& wrong : std::vector<std::vector<std::string>>{{"-j"},
                                                                   {"--to"},
                                                                   {"--line", "0"},
                                                                   {"-j", "x"},
                                                                   {"-j", "-1"},
                                                                   {"--to", ""},
                                                                   {"--max-bytes", "5G"},
                                                                   {"--words", ""},
                                                                   {"--dictionaries", ""},
                                                                   {"words", "--words", "x"},
                                                                   {"words", "-o", "x"},
                                                                   {"--pretty=yes"},
                                                                   {"eval"},
                                                                   {"eval", "gold.json"},
                                                                   {"eval", "gold.json", "x", "--to", "tei"},
                                                                   {"eval", "gold.json", "x", "--fuzzy", "0"},
                                                                   {"--fuzzy", "0.9", "x"},
                                                                   {"annotate", "x", "--to", "json"}})
        CHECK_THROWS_AS(parse(wrong), UsageError);
}

TEST_CASE("eval wants two inputs, but not for its help", "[options]") {
    CHECK(parse({"eval", "gold.json", "x", "--fuzzy", "0.9"}).fuzzy == 0.9);
    CHECK(parse({"eval", "--help"}).help);
}

TEST_CASE("An option that does nothing in a run says so", "[options]") {
    CHECK(parse({"--to", "json", "--pretty", "--articles", "detect", "--lang", "en", "x"}).warnings.empty());
    CHECK(parse({"--to", "text", "--pretty", "x"}).warnings.size() == 1);
    CHECK(parse({"--added", "1931", "--source", "s", "x"}).warnings.size() == 2);
    CHECK(parse({"repair", "--lang", "en", "x"}).warnings.size() == 1);
}
