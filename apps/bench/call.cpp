// What a call costs in C++: CPU time of one thread for each file (records: for all), the least of several rounds, in
// microseconds a page.
// usage: call [--only NAME] ROUNDS FILE...        pages; or one file of records, .jsonl
// (apps/bench/python_call.py measures the same in Python)
#include <fmt/format.h>

#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <broadsheet/pipe.hpp>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace {

double now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

std::string_view only;  // of what is measured; empty: all

template <typename Work>
void measure(std::string_view name, int rounds, const std::vector<std::string>& pages, const Work& work,
             bool together = false) {
    if (!only.empty() && only != name) return;
    // A page takes less than a slice of the scheduler: some rounds of each are not disturbed, but hardly a round of
    // all.
    std::vector<double> least(pages.size(), std::numeric_limits<double>::max());
    double least_of_all = std::numeric_limits<double>::max();
    for (int round = 0; round < rounds; ++round) {
        const double first = now();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const double start = now();
            work(pages[i]);
            least[i] = std::min(least[i], now() - start);
        }
        least_of_all = std::min(least_of_all, now() - first);
    }
    const double sum = together ? least_of_all : std::accumulate(least.begin(), least.end(), 0.0);
    fmt::print("{} {:.1f}\n", name, sum / static_cast<double>(pages.size()));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 3 && std::string_view(argv[1]) == "--only") {
        only = argv[2];
        argv += 2;
        argc -= 2;
    }
    if (argc < 3) return 2;
    std::size_t seen = 0;  // so that nothing is optimised away
    const int rounds = std::atoi(argv[1]);
    if (std::string_view(argv[2]).ends_with(".jsonl")) {
        std::ifstream file(argv[2], std::ios::binary);
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);) lines.push_back(line);
        measure(
            "pipe", rounds, lines,
            [&](const std::string& line) { seen += broadsheet::pipe_record(line, 1).records.size(); }, true);
        return seen == 0 ? 1 : 0;
    }
    std::vector<std::string> pages;
    for (int i = 2; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    const auto process = [&](const std::string& page) { seen += broadsheet::process(page).articles.size(); };
    // What the objects of Python hold: the text of each block and its places.
    const auto everything = [&](const std::string& page) {
        const broadsheet::Document document = broadsheet::process(page);
        for (const auto& article : document.articles)
            for (const auto index : article.blocks) {
                const broadsheet::Block& block = document.blocks[index];
                seen += render(document, block).size() + spans(document, block).size();
            }
        for (const auto& item : document.dropped) seen += render(document, item).size() + spans(document, item).size();
    };
    const auto write = [&](const std::string& page) {
        broadsheet::WriteOptions options;
        options.to = "json";
        seen += broadsheet::write(broadsheet::process(page), options).size();
    };
    measure("process", rounds, pages, process);
    measure("objects", rounds, pages, everything);
    measure("json", rounds, pages, write);
    return seen == 0 ? 1 : 0;
}
