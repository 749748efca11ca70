// An article as a record of a pipeline, and the rows of its sidecars.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/pipe.hpp"
#include "write/provenance.hpp"

namespace broadsheet::write_detail {

constexpr std::string_view between_blocks = "\n\n";

// What the record and its rows share.
struct Record {
    const Document& document;
    const Article& article;
    std::vector<std::string> rendered;  // the text of each block; may be empty
    std::string id;
    std::string source;
};

// Nothing for an article without text: readers of such files pass over a record without text, or stop at it.
[[nodiscard]] std::optional<Record> make_record(const Document& document, const Article& article, std::string source,
                                                const RenderOptions& options);

// Where each part of the record's text comes from, in code points of that text.
[[nodiscard]] std::vector<Origin> origins_of(const Record& record);

// A line each, with the same id and source.
void append_record(std::string& out, const Record& record, const WriteOptions& options);
void append_provenance_row(std::string& out, const Record& record, Offsets offsets);
void append_attributes_row(std::string& out, const Record& record);

}  // namespace broadsheet::write_detail
