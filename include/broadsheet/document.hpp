/// @file
/// The page model: the one value that flows through read -> repair -> segment -> write.
///
/// A Document holds the characters of its input once (Text) and everything else points into them: a Line
/// is a run of characters, a Piece is a part of a line, a Block is a row of pieces, an Article a row of
/// blocks. No stage copies or edits text, so every character of the output can be traced to its bytes.
///
/// Shapes and units
///   - Characters are Unicode code points, counted from 0; bytes are counted from 0 in the file as it is on disk.
///   - Physical lines and pages count from 1.
///   - The unit of a page of plain text is the character cell: an East Asian wide character is two cells. A page of
///     a layout file (ALTO, hOCR, PAGE ...) has pixels or points, and its lines and words have boxes.
///
/// Ownership: a Document owns all it holds and keeps no pointer into the bytes it was read from.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/export.hpp"
#include "broadsheet/named.hpp"

namespace broadsheet {

/// "No such thing" for every index in the model.
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Characters [begin, end) of Document::text.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
};

/// Left, top, right, bottom in the unit of the page, y downward.
struct Box {
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// The decoded characters of the input and the place of each in its file.
struct Text {
    std::u32string chars;
    /// at[i] is the byte where chars[i] begins in its file (layout files: in any order). One more entry than chars.
    std::vector<std::uint32_t> at;
    /// ends[i] is the byte behind chars[i]. Empty for plain text, where a character ends where the next one begins. In
    /// XML other things stand between, and a space that a reader puts between two words has no bytes.
    std::vector<std::uint32_t> ends;

    [[nodiscard]] std::uint32_t end_of(std::uint32_t i) const { return ends.empty() ? at[i + 1] : ends[i]; }

    [[nodiscard]] std::u32string_view view(Run run) const {
        return std::u32string_view(chars).substr(run.begin, run.end - run.begin);
    }
};

/// What the source itself says of a line (a vision model's Markdown says a good deal).
enum class Mark : std::uint8_t {
    plain,
    heading,
    list_item,
    table_row,
    quote,
    image,   ///< the text of an image: a caption
    hidden,  ///< holds nothing but what is in `dropped` already (a rule, a code fence); later stages pass it over
};

/// What a source says of the word at a line's end. An OCR engine guesses: it is evidence, no proof.
enum class Wrap : std::uint8_t {
    unsaid,
    joins,  ///< the word goes on in the next line, without a hyphen inside it
    keeps,  ///< it goes on, and the hyphen belongs to it
};

/// What a block of a page is, as a layout file says, or its place on the page. `text` says no more than that.
enum class RegionKind : std::uint8_t {
    text,
    paragraph,
    heading,
    caption,
    credit,
    header,  ///< of the page, not of an article
    footer,
    page_number,
    drop_capital,
    advert,
    table,
    image,
    separator,
    noise
};

/// A run of text in one physical line. Plain text gives one for each line that is not blank; a physical line
/// that shows columns side by side gives one for each column.
struct Line {
    Run text;
    std::uint32_t number = 0;  ///< physical line, from 1
    std::uint32_t page = 1;    ///< page, from 1
    std::uint32_t frame = 0;   ///< lines of one column (one text frame) share a number; 0: the source shows no columns
    std::uint32_t box = none;  ///< index into Document::boxes
    std::uint32_t region = none;  ///< index into Document::regions: the block of the source that it stands in
    RegionKind kind = RegionKind::text;
    float size = 0;            ///< type size, 1 being that of the page's running text; 0: not known
    std::uint16_t gap = 0;     ///< blank lines before it (a page break or a Markdown rule counts as one)
    std::uint16_t indent = 0;  ///< cells of white space before it in its column
    Mark mark = Mark::plain;
    Wrap wrap = Wrap::unsaid;  ///< what the source says of the word at its end
    bool upright = false;      ///< set from top to bottom
    bool centred = false;      ///< stands in the middle of its column, white space on both sides
    std::uint8_t level = 0;    ///< of a Markdown heading, 1 to 6
    /// Goes on the same physical line as the Line before it, behind characters that were taken out (a mark of Markdown,
    /// noise). Its gap is 0; its indent is the white space left between the two: 0 means that they touch. repair()
    /// makes one Line of the two, which then holds what stands in `dropped` too.
    bool continues = false;
};

/// A word with its place, as layout files give it. In the order of Document::text.
struct Word {
    Run text;
    std::uint32_t box = none;  ///< index into Document::boxes
    float confidence = -1;     ///< 0 to 1; -1: not said
};

/// A block of a layout file. `text` says no more than that.
struct Region {
    std::string id;  ///< as the file names it
    RegionKind kind = RegionKind::text;
    std::uint32_t page = 1;
    std::uint32_t box = none;      ///< index into Document::boxes
    std::uint32_t order = none;    ///< its place in the reading order that the file gives; none: not said
    std::uint32_t article = none;  ///< index into Document::given
    bool upright = false;          ///< set from top to bottom, columns from right to left
};

/// An article that the source itself names (METS, reading order groups of PAGE).
struct GivenArticle {
    std::string id;
    std::string title;
    std::string type;  ///< as the source calls it
};

/// How a piece is joined to the next one of its block.
enum class Joint : std::uint8_t {
    glue,      ///< nothing between them: Chinese, Japanese
    space,     ///< one space
    unhyphen,  ///< the hyphen at the end of this piece is taken out and nothing put in
    line,      ///< a line break that means something: verse, tables, two rows of a headline
};

/// A part of a line, as it stands in a block.
struct Piece {
    Run text;
    std::uint32_t line = 0;  ///< index into Document::lines
    Joint after = Joint::glue;
};

/// What a block is on the page, in the terms of the trade.
enum class Role : std::uint8_t {
    unknown,
    section,
    kicker,
    headline,
    deck,
    byline,
    dateline,
    paragraph,
    subhead,
    caption,
    credit,
    note,
    list,
    table
};

/// A paragraph, a headline, a caption...: pieces [first, last) of Document::pieces, in reading order.
struct Block {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Role role = Role::unknown;
    bool starts_open = false;  ///< begins in mid-sentence and the page does not hold its beginning
    bool ends_open = false;    ///< stops in mid-sentence and the page does not hold its end
    float confidence = 1;
};

enum class ArticleType : std::uint8_t { article, ad, notice, photo, masthead, unknown };

/// "Continued on page 4", "上接第一版".
struct Jump {
    std::uint32_t page = 0;
    std::uint32_t line = 0;
    std::uint32_t to_page = 0;  ///< 0 where the number cannot be read
    bool resolved = false;
};

struct Article {
    std::string id;    ///< "p1-a3"
    std::string lang;  ///< BCP 47: zh-Hans, zh-Hant, ja, en, de, fr ...; empty if unknown
    ArticleType type = ArticleType::article;
    float confidence = 1;
    bool starts_open = false;  ///< flag "starts_mid_sentence"
    bool ends_open = false;    ///< flag "ends_mid_sentence"
    std::vector<Jump> jumps;
    std::vector<std::string> authors;   ///< names taken out of its bylines
    std::vector<std::uint32_t> blocks;  ///< indices into Document::blocks, in reading order
};

enum class Reason : std::uint8_t { duplicate, folio, running_head, furniture, noise, jump_line, hyphen, markup };

/// Text that stands in no article, and why. Pieces [first, last) of Document::pieces.
struct Dropped {
    Reason reason = Reason::noise;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t kept = none;  ///< of a duplicate: the block (index into Document::blocks) that holds the copy kept
};

enum class Severity : std::uint8_t { info, warning };

/// A fault of the input that did not stop the run (warning), or a decision and its evidence (info).
struct Note {
    Severity severity = Severity::info;
    std::string stage;       ///< read, repair, segment, write
    std::uint32_t page = 0;  ///< 0: of the whole input
    std::uint32_t line = 0;  ///< 0: of the whole page
    std::string message;
};

enum class Unit : std::uint8_t { cell, pixel, point };

struct Page {
    std::uint32_t number = 1;
    Unit unit = Unit::cell;
    float width = 0, height = 0;  ///< 0: not known
    std::uint32_t file = 0;       ///< where its bytes are: 0 Document::source, else Document::files[file - 1]
};

struct Source {
    std::string name;      ///< as given by the caller: a path, or "-"
    std::string format;    ///< name of a reader: text, layout, markdown, alto ...
    std::string encoding;  ///< a name that ICU and Python both know, with byte order: UTF-8, UTF-16LE, GB18030 ...
    std::uint64_t bytes = 0;
    std::string digest;  ///< "xxh3:" and 32 hexadecimal digits (XXH3, 128 bits) of the bytes
};

/// A place in the source. A span lies in one physical line.
struct Span {
    std::uint32_t page = 0;
    std::uint32_t line = 0;
    std::uint64_t begin = 0;  ///< bytes [begin, end) of the file as it is on disk
    std::uint64_t end = 0;
    std::uint32_t box = none;  ///< index into Document::boxes
    Run text;                  ///< the characters there
    std::uint32_t file = 0;    ///< 0: Document::source, else Document::files[file - 1]
};

struct Document {
    Source source;
    std::vector<Source> files;  ///< of an input made of several files
    Text text;
    std::vector<Page> pages;
    std::vector<Box> boxes;
    std::vector<Word> words;          ///< of layout files
    std::vector<Region> regions;      ///< of layout files, in the order of the file
    std::vector<GivenArticle> given;  ///< articles that the source names
    std::vector<Line> lines;          ///< read: in the order of the file; repair: in reading order
    std::vector<Piece> pieces;        ///< of blocks and of dropped
    std::vector<Block> blocks;        ///< repair: every paragraph and heading, in reading order
    std::vector<Article> articles;
    std::vector<Dropped> dropped;
    std::vector<Note> notes;
};

/// Spaces between Han characters and digits or Latin letters inside running text (clreq, section 3.2.2).
enum class Spacing : std::uint8_t {
    tight,   ///< none: what an extractor put there is taken out (the default)
    source,  ///< as the source has them
    loose,   ///< one, put in where there is none
};

inline constexpr Named<Spacing> spacing_names[] = {
    {"tight", Spacing::tight}, {"source", Spacing::source}, {"loose", Spacing::loose}};

/// Punctuation beside Han characters in running text.
enum class Width : std::uint8_t {
    source,  ///< as it stands (the default)
    full,    ///< half-width , : ; ? ! ( ) between Han characters are made full-width
};

inline constexpr Named<Width> width_names[] = {{"source", Width::source}, {"full", Width::full}};

struct RenderOptions {
    Spacing spacing = Spacing::tight;
    Width width = Width::source;
};

/// The text of a block in UTF-8. The only place where output text is put together: pieces are joined by their
/// joints, vertical presentation forms become ordinary, the options for spacing and width are applied.
[[nodiscard]] BROADSHEET_API std::string render(const Document& document, const Block& block,
                                                const RenderOptions& options = {});

/// The text of a dropped item in UTF-8, pieces joined by single spaces.
[[nodiscard]] BROADSHEET_API std::string render(const Document& document, const Dropped& dropped);

/// The places of a block in the source, in reading order; neighbours in one physical line are one span. In a layout
/// file each word has a span of its own, with its box.
/// A hyphen taken out (Joint::unhyphen) is in no span of its block.
[[nodiscard]] BROADSHEET_API std::vector<Span> spans(const Document& document, const Block& block);
[[nodiscard]] BROADSHEET_API std::vector<Span> spans(const Document& document, const Dropped& dropped);

/// The names of the contract: "headline", "running-head", ...
[[nodiscard]] BROADSHEET_API std::string_view name(Role role);
[[nodiscard]] BROADSHEET_API std::string_view name(Reason reason);
[[nodiscard]] BROADSHEET_API std::string_view name(ArticleType type);
[[nodiscard]] BROADSHEET_API std::string_view name(Severity severity);
[[nodiscard]] BROADSHEET_API std::string_view name(Unit unit);

/// What is wrong with a document, or an empty string: every index in range, every piece inside its line, every
/// character that is not white space in exactly one piece of a block or of dropped (once blocks exist).
[[nodiscard]] BROADSHEET_API std::string check(const Document& document);

}  // namespace broadsheet
