// What callgrind counts: each stage over pages of testdata, one count a stage and kind of page.
//
//     valgrind --tool=callgrind --collect-atstart=no instructions ROOT < LIST
//
// LIST has a page a line: its kind, a tab, its path below ROOT. instructions.py runs it and compares the counts with
// those that were kept. Printed is the toolchain that the counts hold for. Each stage goes over all pages of a kind
// twice: first "first-KIND", all stages with what is made once (expressions, tables), then the stages one by one.
#include <fmt/format.h>
#include <valgrind/callgrind.h>

#include <broadsheet/broadsheet.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#ifdef __GLIBC__
#include <gnu/libc-version.h>
#endif

namespace {

struct Page {
    std::string bytes, gold;
};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::vector<Page>> pages_of(std::istream& list, const std::filesystem::path& root) {
    std::map<std::string, std::vector<Page>> kinds;
    for (std::string line; std::getline(list, line);) {
        const auto tab = line.find('\t');
        const auto path = root / line.substr(tab + 1);
        auto gold = path;
        gold.replace_extension(".gold.json");
        kinds[line.substr(0, tab)].push_back({read_file(path), std::filesystem::exists(gold) ? read_file(gold) : ""});
    }
    return kinds;
}

std::size_t seen = 0;  // so that nothing is optimised away

template <typename Work>
void count(const std::string& name, const Work& work) {
    CALLGRIND_TOGGLE_COLLECT;
    work();
    CALLGRIND_TOGGLE_COLLECT;
    CALLGRIND_DUMP_STATS_AT(name.c_str());
}

void count_writer(const std::string& writer, const std::string& kind,
                  const std::vector<broadsheet::Document>& documents) {
    broadsheet::WriteOptions options;
    options.to = writer;
    count("write-" + writer + " " + kind, [&] {
        for (const auto& document : documents) seen += write(document, options).size();
    });
}

void count_eval(const std::string& kind, const std::vector<Page>& pages,
                const std::vector<broadsheet::Document>& documents) {
    namespace eval = broadsheet::eval;
    count("eval " + kind, [&] {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (pages[i].gold.empty()) continue;
            const auto page = eval::read_page(pages[i].bytes);
            seen += evaluate(eval::read_gold(pages[i].gold, "gold"), eval::prediction_of(documents[i]), &page).splits;
        }
    });
}

void count_kind(const std::string& kind, const std::vector<Page>& pages) {
    count("first " + kind, [&] {
        for (const Page& page : pages) seen += write(broadsheet::process(page.bytes)).size();
    });
    std::vector<broadsheet::Document> documents(pages.size());
    count("read " + kind, [&] {
        for (std::size_t i = 0; i < pages.size(); ++i) documents[i] = broadsheet::read(pages[i].bytes);
    });
    count("repair " + kind, [&] {
        for (auto& document : documents) repair(document);
    });
    count("segment " + kind, [&] {
        for (auto& document : documents) segment(document);
    });
    for (const auto& writer : broadsheet::writers()) count_writer(std::string(writer.name), kind, documents);
    count_eval(kind, pages, documents);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto kinds = pages_of(std::cin, argv[1]);
#ifdef __GLIBC__
    const char* libc = gnu_get_libc_version();
#else
    const char* libc = "";
#endif
    // Valgrind shows the program a processor of its own: with AVX2 where the real one has it.
    fmt::print("{} libc={} avx2={} valgrind={}\n", BROADSHEET_TOOLCHAIN, libc, __builtin_cpu_supports("avx2") ? 1 : 0,
               RUNNING_ON_VALGRIND ? 1 : 0);
    for (const auto& [kind, pages] : kinds) count_kind(kind, pages);
    return seen == 0 ? 1 : 0;
}
