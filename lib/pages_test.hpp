// What the tests over whole pages share: the pages, and the laws that must hold for any input.
//
// The laws are checked with code of their own (UTF-8, white space, vertical forms), not with that of the library, so
// that a mistake there cannot hide itself.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pages {

// Path below a test folder and bytes of a file.
struct Page {
    std::string name;
    std::string bytes;
};

[[nodiscard]] std::string contents(const std::filesystem::path& path);

// The .txt and .md files of testdata/pages.
[[nodiscard]] const std::vector<Page>& own();

// The .xml files of testdata/layout.
[[nodiscard]] const std::vector<Page>& layouts();

// Those of the folder that the environment variable BROADSHEET_SHARED names (default: shared beside the source tree),
// below pages; empty where there is none.
[[nodiscard]] const std::vector<Page>& shared();

// What is wrong with the provenance of a document, or an empty string:
//   faithful  the bytes of the spans of each block, and of each dropped item, are its text, white space and vertical
//             forms aside;
//   complete  every character that is not white space lies in exactly one span, whole; a byte that decodes to nothing
//             counts as a character;
//   in place  a span lies in the physical line it names, on a page that exists.
// Of ALTO, the values of CONTENT are the text, references resolved; where its XML is broken, completeness is not asked.
// Asks nothing but check() of a document whose source is not in UTF-8.
[[nodiscard]] std::string faults(std::string_view bytes, const broadsheet::Document& document);

// Runs read, repair and segment one by one; the first law that a stage breaks, or an empty string.
// The document of the last stage is left in `out` if it is given.
[[nodiscard]] std::string broken_law(std::string_view bytes, const broadsheet::Options& options = {},
                                     broadsheet::Document* out = nullptr);

}  // namespace pages
