// Runs a fuzz target without libFuzzer: over files and folders, each as it is, cut short, and with bytes changed.
// Always the same inputs, so that a failure can be repeated.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace std::string_view_literals;
namespace fs = std::filesystem;

// Small things that have broken readers of text before.
constexpr std::string_view oddities[] = {""sv,
                                         "\n"sv,
                                         "\0"sv,
                                         "\f\f\n"sv,
                                         "a"sv,
                                         "\r\n\r\n"sv,
                                         "\r"sv,
                                         "\xEF\xBB\xBF"sv,
                                         "\xFF\xFE"sv,
                                         "\xFE\xFF\0"sv,
                                         "\xEF\xBB"sv,
                                         "\xC0\x80\xF8\xED\xA0\x80"sv,
                                         "a\xE4\xB8\n\xADz\n"sv,
                                         "\t \t\n"sv,
                                         "-\n-\n-\n"sv,
                                         "#\n# \n####### x\n***\n```\n"sv,
                                         "| a | b |\n|---|---|\n"sv,
                                         "\xE2\x80\xA8\xE2\x80\xA9\x0B\x85\n"sv,
                                         "\xF0\x9F\x98\x80\n"sv,
                                         "inter-\nnational\n"sv,
                                         "<alto><String CONTENT=\"x"sv};

std::size_t count = 0;

void run(const std::string& bytes) {
    // A copy of its own size, so that a sanitizer sees a read past the end.
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    LLVMFuzzerTestOneInput(copy.data(), copy.size());
    ++count;
}

void run_with_changes(std::string bytes) {
    constexpr std::size_t most = 1 << 16;  // whole pages, but no big file: changes multiply it
    bytes.resize(std::min(bytes.size(), most));
    run(bytes);
    std::uint32_t state = 12345;
    const auto random = [&](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8U) % below;
    };
    for (int i = 0; i < 6 && !bytes.empty(); ++i) {
        std::string changed = bytes;
        if (i < 2) changed.resize(random(changed.size()));
        constexpr std::string_view put = "\n\n\f \t\xE4-#*\0\xFF\x80<>\"&/=9"sv;
        for (int k = 0; k < 8 && !changed.empty(); ++k) changed[random(changed.size())] = put[random(put.size())];
        run(changed);
    }
}

void run_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::fprintf(stderr, "%s\n", path.c_str());
    run_with_changes(std::string((std::istreambuf_iterator<char>(file)), {}));
}

}  // namespace

int main(int argc, char** argv) {
    for (const auto oddity : oddities) run_with_changes(std::string(oddity));
    for (int i = 1; i < argc; ++i) {
        if (!fs::is_directory(argv[i])) {
            run_file(argv[i]);
            continue;
        }
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(argv[i]))
            if (entry.is_regular_file()) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) run_file(file);
    }
    std::fprintf(stderr, "%zu inputs\n", count);
}
