#include "read/magic.hpp"

namespace broadsheet::reading {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    Foreign is;
};

constexpr auto ocr =
    "its text must be recognised first; the program broadsheet does so, and tesseract FILE OUT hocr gives text with its places"sv;
constexpr auto unpack = "unpack it first and give the files in it"sv;
constexpr auto office = "save it as plain text first"sv;

constexpr Signature signatures[] = {
    {"%PDF-"sv,
     {"a PDF",
      "its text must be extracted first; the program broadsheet does so, and pdftotext -bbox-layout FILE gives text "
      "with its places"}},
    {"%!PS"sv, {"PostScript", "its text must be extracted first: ps2ascii FILE gives text"}},
    {"AT&TFORM"sv, {"DjVu", "its text must be extracted first: djvutxt FILE gives text"}},
    {"{\\rtf"sv, {"RTF", office}},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, {"a file of Word, Excel or PowerPoint", office}},
    {"\x89PNG\r\n\x1A\n"sv, {"an image (PNG)", ocr}},
    {"\xFF\xD8\xFF"sv, {"an image (JPEG)", ocr}},
    {"GIF87a"sv, {"an image (GIF)", ocr}},
    {"GIF89a"sv, {"an image (GIF)", ocr}},
    {"II*\0"sv, {"an image (TIFF)", ocr}},
    {"MM\0*"sv, {"an image (TIFF)", ocr}},
    {"\0\0\0\x0CjP  "sv, {"an image (JPEG 2000)", ocr}},
    {"\xFF\x4F\xFF\x51"sv, {"an image (JPEG 2000)", ocr}},
    {"\x1F\x8B"sv, {"compressed (gzip)", "unpack it first: gunzip FILE"}},
    {"BZh91AY&SY"sv, {"compressed (bzip2)", "unpack it first: bunzip2 FILE"}},
    {"\xFD"
     "7zXZ\0"sv,
     {"compressed (xz)", "unpack it first: unxz FILE"}},
    {"\x28\xB5\x2F\xFD"sv, {"compressed (zstd)", "unpack it first: unzstd FILE"}},
    {"7z\xBC\xAF\x27\x1C"sv, {"a 7z archive", unpack}},
    {"Rar!\x1A\x07"sv, {"a RAR archive", unpack}},
    {"\x7F"
     "ELF"sv,
     {"a program", "give a file of text"}},
    {"SQLite format 3\0"sv, {"a database (SQLite)", "give a file of text"}},
};

Foreign zip(std::string_view bytes) {
    // The names of the first members tell the kind.
    const std::string_view head = bytes.substr(0, 4096);
    const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
    if (has("word/")) return {"a Word document", office};
    if (has("[Content_Types].xml") || has("xl/") || has("ppt/"))
        return {"a document of Word, Excel or PowerPoint", office};
    if (has("mimetypeapplication/epub")) return {"an e-book (EPUB)", unpack};
    if (has("mimetypeapplication/vnd.oasis")) return {"an OpenDocument file", office};
    return {"a ZIP archive", unpack};
}

// XML and HTML are text, but text about a page, not the page's text.
Foreign marked_up(std::string_view bytes) {
    std::string_view head = bytes.substr(0, 4096);
    if (head.substr(0, 3) == "\xEF\xBB\xBF") head.remove_prefix(3);
    const auto start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return {};
    head.remove_prefix(start);
    const auto begins = [&](std::string_view what) { return head.substr(0, what.size()) == what; };
    constexpr auto remedy =
        "no reader takes it; extract its text first, or name a reader with --from to read it as it stands"sv;
    if (begins("<!DOCTYPE html") || begins("<!doctype html") || begins("<html")) return {"HTML", remedy};
    // Without a declaration: an element that names its namespace.
    const auto tag = head.substr(0, head.find('>'));
    const bool element = head.size() > 1 && head[0] == '<' && ((head[1] | 0x20) >= 'a' && (head[1] | 0x20) <= 'z') &&
                         tag.find(" xmlns") != std::string_view::npos;
    if (!element && !begins("<?xml ")) return {};
    return {"XML", remedy};
}

}  // namespace

Foreign foreign(std::string_view bytes) {
    for (const Signature& s : signatures)
        if (bytes.substr(0, s.bytes.size()) == s.bytes) return s.is;
    if (bytes.substr(0, 4) == "PK\x03\x04"sv || bytes.substr(0, 4) == "PK\x05\x06"sv) return zip(bytes);
    if (bytes.substr(0, 4) == "RIFF" && bytes.substr(8, 4) == "WEBP") return {"an image (WebP)", ocr};
    return marked_up(bytes);
}

}  // namespace broadsheet::reading
