// The pages of testdata that speed is measured on, by kind. Everybody has them, so everybody measures the same.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Page {
    std::string name;  // below testdata: "pages/en-sport.txt"
    std::string bytes;
    std::string gold;  // JSON; empty where there is none
};

struct Kind {
    std::string name;  // "western"
    std::vector<Page> pages;
};

/// All kinds, each with its pages in the order of their names.
/// @throws std::runtime_error where a kind has none
[[nodiscard]] std::vector<Kind> corpus(const std::string& testdata);

[[nodiscard]] std::size_t size_of(const Kind& kind);

/// One page of at least so many bytes: the texts of the kind one after another, again and again.
[[nodiscard]] Page big_text(const Kind& kind, std::size_t size);

/// The pages of an ALTO kind with all their words and boxes as another program would write them ("hocr", "bbox", "tsv",
/// "alto"), until there are `size` bytes, but each at least once.
[[nodiscard]] Page big_layout(const Kind& alto, const std::string& format, std::size_t size);

}  // namespace bench
