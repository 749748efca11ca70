// Runs the command tests of testdata/cli: Markdown files that one can read as a manual and paste into a terminal.
//
//     ~~~
//     % broadsheet --to text        a command for sh; all commands of a block run in one fresh folder
//     Some text.                    its standard input, if a line ^D ends it
//     ^D
//     Some text.                    what it must print on standard output
//     2> broadsheet: message        and on standard error
//     => 3                          its exit code, if it is not 0
//     ~~~
//
// usage: cli_test PROGRAM FILE.md...        (BROADSHEET_BLESS=1 rewrites what is expected)
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

struct Step {
    std::size_t number = 0;  // line of the file, from 1
    std::string command;
    std::optional<Lines> input;
    Lines output, errors;
    int code = 0;
};

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Lines split(const std::string& text) {
    std::istringstream stream(text);
    Lines out;
    for (std::string line; std::getline(stream, line);) out.push_back(line);
    return out;
}

std::string joined(const Lines& lines) {
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

// The lines of a block without its fences.
std::vector<Step> parse_block(const Lines& lines, std::size_t first, std::size_t last) {
    std::vector<Step> steps;
    for (std::size_t i = first; i < last; ++i) {
        const std::string& line = lines[i];
        if (line.starts_with("% ")) {
            steps.push_back({});
            steps.back().number = i + 1;
            steps.back().command = line.substr(2);
        } else if (steps.empty()) {
            continue;
        } else if (line == "^D") {
            steps.back().input = std::exchange(steps.back().output, {});
        } else if (line.starts_with("2> ")) {
            steps.back().errors.push_back(line.substr(3));
        } else if (line.starts_with("=> ")) {
            steps.back().code = std::atoi(line.c_str() + 3);
        } else {
            steps.back().output.push_back(line);
        }
    }
    return steps;
}

Step run(const Step& step, const fs::path& folder, const fs::path& program) {
    const fs::path scratch = folder.string() + ".io";
    fs::create_directories(scratch);
    std::ofstream(scratch / "in") << (step.input ? joined(*step.input) : "");
    std::ofstream(scratch / "command") << step.command << "\n";
    const std::string call = fmt::format(
        "cd '{0}' && env -u LC_ALL -u LANG PATH='{1}':\"$PATH\" sh '{2}/command' < '{2}/in' > '{2}/out' 2> '{2}/err'",
        folder.string(), program.parent_path().string(), scratch.string());
    const int status = std::system(call.c_str());
    Step out = step;
    out.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    out.output = split(slurp(scratch / "out"));
    out.errors = split(slurp(scratch / "err"));
    fs::remove_all(scratch);
    return out;
}

Lines shown(const Step& step) {
    Lines out{"% " + step.command};
    if (step.input) {
        out.insert(out.end(), step.input->begin(), step.input->end());
        out.emplace_back("^D");
    }
    out.insert(out.end(), step.output.begin(), step.output.end());
    for (const auto& line : step.errors) out.push_back("2> " + line);
    if (step.code != 0) out.push_back(fmt::format("=> {}", step.code));
    return out;
}

bool is_fence(const std::string& line) { return line.starts_with("~~~"); }

// Returns the number of steps that failed.
int run_file(const fs::path& path, const fs::path& program, bool bless) {
    const Lines lines = split(slurp(path));
    Lines rewritten;
    int failed = 0, ran = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        rewritten.push_back(lines[i]);
        if (!is_fence(lines[i])) continue;
        std::size_t end = i + 1;
        while (end < lines.size() && lines[end] != lines[i]) ++end;
        const fs::path folder = fs::temp_directory_path() / fmt::format("broadsheet-cli-{}-{}", ::getpid(), i);
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms(0755));
        for (const Step& step : parse_block(lines, i + 1, end)) {
            ++ran;
            const Step got = run(step, folder, program);
            for (const auto& line : shown(got)) rewritten.push_back(line);
            if (shown(got) == shown(step)) continue;
            ++failed;
            std::cout << path.string() << ":" << step.number << ": expected\n"
                      << joined(shown(step)) << "--- but got\n"
                      << joined(shown(got)) << "\n";
        }
        fs::remove_all(folder);
        if (end < lines.size()) rewritten.push_back(lines[end]);
        i = end;
    }
    if (bless && failed != 0) std::ofstream(path, std::ios::binary) << joined(rewritten);
    std::cout << path.filename().string() << ": " << ran - failed << " of " << ran << " commands as expected\n";
    return ran == 0 ? 1 : failed;  // a file without commands tests nothing
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: cli_test PROGRAM FILE.md...\n";
        return 2;
    }
    int failed = 0;
    for (int i = 2; i < argc; ++i)
        failed += run_file(argv[i], fs::absolute(argv[1]), std::getenv("BROADSHEET_BLESS") != nullptr);
    return failed == 0 ? 0 : 1;
}
