/// @file
/// A record of a data pipeline becomes records of articles: JSON in, JSON out, line by line.
///
///     broadsheet::PipeOptions options;
///     std::uint64_t number = 0;
///     for (std::string line; std::getline(std::cin, line);) {
///         const broadsheet::PipedRecord out = broadsheet::pipe_record(line, ++number, options);
///         std::cout << out.records;
///         std::cerr << out.error;
///     }
///
/// A record is an object with an id and a text:
///
///     {"id": "1931-05-09-p3", "text": "..."}                    a page; form feeds part pages
///     {"id": "1931-05-09", "text": ["...", "..."]}              the pages of one issue
///     {"id": "1931-05-09", "text": [{"text": "..."}, ...]}      the same
///
/// The text of a page may also be a whole file of any format that read() finds by content: ALTO, hOCR, TSV ... Of other
/// keys "source" and "created" are passed on where they are strings; all else is left behind, and can be joined again
/// by the record's id, which each article has in metadata.file.
///
/// What comes out of a record depends on nothing but its own line and the options: not on its number, its neighbours
/// or the file that it came from. So a collection may be cut into shards and worked on in any way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/export.hpp"
#include "broadsheet/named.hpp"
#include "broadsheet/read.hpp"
#include "broadsheet/repair.hpp"
#include "broadsheet/segment.hpp"
#include "broadsheet/write.hpp"

namespace broadsheet {

/// What counts the places in a text that the sidecar of provenance names.
enum class Offsets : std::uint8_t {
    code_points,  ///< as Python counts (the default)
    bytes,        ///< of UTF-8: C, Go, Rust
    utf16,        ///< Java, JavaScript, C#
};

inline constexpr Named<Offsets> offsets_names[] = {
    {"code-points", Offsets::code_points}, {"bytes", Offsets::bytes}, {"utf16", Offsets::utf16}};

struct PipeOptions {
    std::string text_field = "text";
    /// A string or an integer that names the record. Empty: records have no id, and the digest of their text stands for
    /// it ("xxh3:..."), so equal texts have equal ids.
    std::string id_field = "id";
    /// read.name is the name of the input, for errors only. Its encoding and open are not heeded: a record brings all
    /// with it, in UTF-8.
    ReadOptions read;
    RepairOptions repair;
    SegmentOptions segment;
    /// added, inline_provenance, render; source and created where the record's own are not to be taken.
    WriteOptions write;
    bool provenance = false;  ///< fill PipedRecord::provenance
    bool attributes = false;  ///< fill PipedRecord::attributes
    Offsets offsets = Offsets::code_points;
    std::size_t max_line_bytes = std::size_t{64} << 20;  ///< a longer record is an error
};

/// What became of one line. Each string is whole lines, or empty.
struct PipedRecord {
    std::string records;         ///< an article a line, as `--to jsonl` writes it
    std::string provenance;      ///< as many lines, in the same order: where in the record each part of the text stood
    std::string attributes;      ///< as many lines, in the same order: attributes of dolma (roles, types, confidence)
    std::string error;           ///< one line, where the record is bad; then there is nothing else
    std::string message;         ///< the error for people, without a line end: "part-1.jsonl:7: the line is not JSON"
    std::uint64_t articles = 0;  ///< lines of `records`
};

/// Why a record is bad: what a line of PipedRecord::error holds.
struct RecordError {
    std::string input;         ///< its name
    std::uint64_t record = 0;  ///< its number there: of its line, from 1
    std::string id;            ///< where it could be read
    std::string code;          ///< too_long, encoding, json, field, text, timeout, internal
    std::string message;
    std::uint64_t bytes = 0;  ///< of its line
};

/// Works on one line. A blank line is no record and gives nothing; so does a page without text.
/// @param number of the line in its input, from 1: for errors only
/// @throws Error (option) for options that do not exist. Never for bad data.
[[nodiscard]] BROADSHEET_API PipedRecord pipe_record(std::string_view line, std::uint64_t number,
                                                     const PipeOptions& options = {});

/// What pipe_record() gives for a line that is too long, for callers who do not even want to hold it.
/// @param bytes its length
[[nodiscard]] BROADSHEET_API PipedRecord pipe_too_long(std::uint64_t bytes, std::uint64_t number,
                                                       const PipeOptions& options = {});

/// {"input":"part-1.jsonl","record":7,"id":"...","code":"json","message":"...","bytes":120} and a line feed.
[[nodiscard]] BROADSHEET_API std::string write_error(const RecordError& error);

}  // namespace broadsheet
