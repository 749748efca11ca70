// Runs the command tests of testdata/cli and of docs: Markdown that one can read as a manual and paste into a terminal.
//
//     ~~~
//     % broadsheet --to text        a command for sh; all commands of a block run in one fresh folder
//     Some text.                    its standard input, if a line ^D ends it
//     ^D
//     Some text.                    what it must print on standard output (a line ... stands for any lines)
//     2> broadsheet: message        and on standard error
//     => 3                          its exit code, if it is not 0
//     ~~~
//
// A command that ends in a backslash goes on in the next line. Words behind the fence:
//
//     ~~~ continued                 in the folder of the block before
//     ~~~ needs jq zstd             skipped where one of these is neither a program nor a word of the variable HAVE
//     ~~~cpp main.cpp               no commands: a file for the folder of the next block (or continued)
//
// In the folder, LINK (a path, where the variable is set) is there by its own name.
//
// usage: cli_test PROGRAM FILE.md...        (BROADSHEET_BLESS=1 rewrites what is expected)
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>
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
            while (lines[i].ends_with('\\') && i + 1 < last) steps.back().command += "\n" + lines[++i];
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

// As they stand, or with ... for any lines.
bool agree(std::span<const std::string> expected, std::span<const std::string> got) {
    while (!expected.empty() && expected[0] != "...") {
        if (got.empty() || got[0] != expected[0]) return false;
        expected = expected.subspan(1), got = got.subspan(1);
    }
    if (expected.empty()) return got.empty();
    for (std::size_t skipped = 0; skipped <= got.size(); ++skipped)
        if (agree(expected.subspan(1), got.subspan(skipped))) return true;
    return false;
}

bool as_expected(const Step& step, const Step& got) {
    return step.code == got.code && step.errors == got.errors && agree(step.output, got.output);
}

bool is_fence(const std::string& line) { return line.starts_with("~~~"); }

// "continued", "needs jq zstd"; behind "~~~cpp main.cpp" the file's name.
struct Fence {
    std::string language;
    std::vector<std::string> words;

    explicit Fence(const std::string& line) {
        std::istringstream stream(line.substr(3));
        if (line.size() > 3 && line[3] != ' ') stream >> language;
        words.assign(std::istream_iterator<std::string>(stream), {});
    }
    [[nodiscard]] bool is_file() const { return !language.empty() && !words.empty(); }
    [[nodiscard]] bool is_text() const { return !language.empty() && words.empty(); }  // to be read only
    [[nodiscard]] bool continued() const { return std::find(words.begin(), words.end(), "continued") != words.end(); }
    [[nodiscard]] std::string missing() const {
        const char* have = std::getenv("HAVE");
        const std::string known = fmt::format(" {} ", have != nullptr ? have : "");
        const auto needs = std::find(words.begin(), words.end(), "needs");
        for (auto word = needs; word != words.end(); ++word)
            if (word != needs && known.find(" " + *word + " ") == std::string::npos &&
                std::system(fmt::format("command -v '{}' > /dev/null", *word).c_str()) != 0)
                return *word;
        return {};
    }
};

class Runner {
public:
    Runner(fs::path path, fs::path program)
        : path_(std::move(path)),
          program_(std::move(program)),
          folder_(fs::temp_directory_path() / fmt::format("broadsheet-cli-{}", ::getpid())) {}
    ~Runner() { fs::remove_all(folder_); }
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // Returns the number of steps that failed.
    int run_all(bool bless) {
        const Lines lines = split(slurp(path_));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            rewritten_.push_back(lines[i]);
            if (!is_fence(lines[i])) continue;
            std::size_t end = i + 1;
            while (end < lines.size() && lines[end] != "~~~") ++end;
            block(Fence(lines[i]), lines, i + 1, end);
            if (end < lines.size()) rewritten_.push_back(lines[end]);
            i = end;
        }
        if (bless && failed_ != 0) std::ofstream(path_, std::ios::binary) << joined(rewritten_);
        std::cout << path_.filename().string() << ": " << ran_ - failed_ << " of " << ran_ << " commands as expected\n";
        return ran_ == 0 ? 1 : failed_;  // a file without commands tests nothing
    }

private:
    void block(const Fence& fence, const Lines& lines, std::size_t begin, std::size_t end) {
        const Lines text(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                         lines.begin() + static_cast<std::ptrdiff_t>(end));
        const auto keep = [&] { rewritten_.insert(rewritten_.end(), text.begin(), text.end()); };
        if (fence.is_text()) return keep();
        if (!fence.continued() && !fresh_) make_folder();
        if (fence.is_file()) {
            fresh_ = true;  // for what comes next
            std::ofstream(folder_ / fence.words[0], std::ios::binary) << joined(text);
            return keep();
        }
        fresh_ = false;
        if (!fence.continued() || missing_.empty()) missing_ = fence.missing();
        if (!missing_.empty()) {
            std::cout << path_.string() << ":" << begin << ": skipped, there is no " << missing_ << "\n";
            return keep();
        }
        for (const Step& step : parse_block(lines, begin, end)) run_one(step);
    }

    void make_folder() {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        fs::permissions(folder_, fs::perms(0755));
        if (const char* link = std::getenv("LINK")) fs::create_symlink(link, folder_ / fs::path(link).filename());
    }

    void run_one(const Step& step) {
        ++ran_;
        const Step got = run(step, folder_, program_);
        const bool good = as_expected(step, got);
        for (const auto& line : shown(good ? step : got)) rewritten_.push_back(line);
        if (good) return;
        ++failed_;
        std::cout << path_.string() << ":" << step.number << ": expected\n"
                  << joined(shown(step)) << "--- but got\n"
                  << joined(shown(got)) << "\n";
    }

    fs::path path_, program_, folder_;
    Lines rewritten_;
    std::string missing_;  // of the block before
    bool fresh_ = false;   // the folder is the next block's
    int failed_ = 0, ran_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: cli_test PROGRAM FILE.md...\n";
        return 2;
    }
    int failed = 0;
    for (int i = 2; i < argc; ++i)
        failed += Runner(argv[i], fs::absolute(argv[1])).run_all(std::getenv("BROADSHEET_BLESS") != nullptr);
    return failed == 0 ? 0 : 1;
}
