#include "corpus.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace bench {
namespace {

struct Row {
    const char* kind;
    const char* folder;
    const char* names;  // ECMAScript
};

// The names of kept layout are taken out of the two before it by their patterns.
constexpr Row rows[] = {
    {"chinese", "pages", R"((zh|ja)(?!.*layout).*\.txt)"},
    {"western", "pages", R"((de|en|fr)(?!.*layout).*\.txt)"},
    {"kept-layout", "pages", R"(.*layout\.txt)"},
    {"markdown", "pages", R"(.*\.md)"},
    {"alto", "layout", R"(.*\.xml)"},
    {"hocr", "read/hocr", R"(ok.*\.hocr)"},
    {"page-xml", "read/page", R"(ok.*\.xml)"},
    {"bbox", "read/bbox", R"(ok.*html)"},
    {"tsv", "read/tsv", R"(ok.*\.tsv)"},
};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string gold_of(std::filesystem::path page) {
    page.replace_extension(".gold.json");
    return std::filesystem::exists(page) ? read_file(page) : "";
}

}  // namespace

std::vector<Kind> corpus(const std::string& testdata) {
    std::vector<Kind> kinds;
    for (const Row& row : rows) {
        Kind kind{row.kind, {}};
        const std::regex names(row.names);
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(testdata) / row.folder)) {
            const std::string name = entry.path().filename().string();
            if (std::regex_match(name, names))
                kind.pages.push_back(
                    {std::string(row.folder) + "/" + name, read_file(entry.path()), gold_of(entry.path())});
        }
        if (kind.pages.empty()) throw std::runtime_error("no pages of kind " + kind.name + " in " + testdata);
        std::ranges::sort(kind.pages, {}, &Page::name);
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

std::size_t size_of(const Kind& kind) {
    std::size_t size = 0;
    for (const Page& page : kind.pages) size += page.bytes.size();
    return size;
}

Page big_text(const Kind& kind, std::size_t size) {
    Page big{kind.name, {}, {}};
    for (std::size_t i = 0; big.bytes.size() < size; ++i) big.bytes += kind.pages[i % kind.pages.size()].bytes + "\n\n";
    return big;
}

}  // namespace bench
