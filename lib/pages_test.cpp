#include "pages_test.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

namespace pages {

namespace fs = std::filesystem;
using broadsheet::Document;

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

namespace {

std::vector<Page> folder(const fs::path& path, const std::vector<std::string>& extensions = {".txt", ".md"}) {
    std::vector<Page> out;
    if (!fs::is_directory(path)) return out;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        const auto known = std::count(extensions.begin(), extensions.end(), entry.path().extension().string());
        if (!entry.is_regular_file() || known == 0) continue;
        if (entry.path().filename() == "README.md") continue;
        out.push_back({fs::relative(entry.path(), path).string(), contents(entry.path())});
    }
    std::sort(out.begin(), out.end(), [](const Page& a, const Page& b) { return a.name < b.name; });
    return out;
}

// A character of the source, or a byte that is part of none.
struct Char {
    char32_t value = 0;
    std::size_t size = 1;
    bool broken = false;
};

Char char_at(std::string_view s, std::size_t i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
    const unsigned lead = byte(i);
    if (lead < 0x80) return {lead, 1, false};
    const std::size_t size = lead >= 0xF0 && lead < 0xF5   ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 0;
    if (size == 0 || i + size > s.size()) return {0, 1, true};
    char32_t value = lead & (0xFFu >> (size + 1));
    for (std::size_t k = 1; k < size; ++k) {
        if ((byte(i + k) & 0xC0u) != 0x80u) return {0, 1, true};
        value = value << 6 | (byte(i + k) & 0x3Fu);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {0, 1, true};
    return {value, size, false};
}

// Unicode White_Space, and the two that are none but show nothing.
bool blank(char32_t c) {
    return (c >= 0x9 && c <= 0xD) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
           c == 0xFEFF;
}

// The ordinary form of a vertical presentation form.
std::u32string ordinary(char32_t c) {
    constexpr std::u32string_view forms = U"︐︑︒︓︔︕︖︗︘︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈";
    constexpr std::u32string_view plain = U"，、。：；！？〖〗—–_（）｛｝〔〕【】《》〈〉「」『』［］";
    static_assert(forms.size() == plain.size());
    if (c == U'︙') return U"…";
    if (c == U'︰') return U"‥";
    const auto at = forms.find(c);
    return std::u32string(1, at == std::u32string_view::npos ? c : plain[at]);
}

// NFKC gives the half-width sign for some of the vertical forms, the table of Unicode's names the full-width one:
// both are right, so both become the half-width one before they are compared.
char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

void add_bare(std::u32string& out, std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const Char c = char_at(utf8, i);
        i += c.size;
        if (c.broken || c.value == 0xFFFD || blank(c.value)) continue;
        const bool vertical = (c.value >= 0xFE10 && c.value <= 0xFE19) || (c.value >= 0xFE30 && c.value <= 0xFE48);
        if (!vertical) {
            out.push_back(narrow(c.value));
            continue;
        }
        for (const char32_t o : ordinary(c.value)) {
            if (o == U'…')
                out += U"...";
            else if (o == U'‥')
                out += U"..";
            else
                out.push_back(narrow(o));
        }
    }
}

// The characters that count, in their ordinary form. NFKC makes three dots of an ellipsis; the library may leave it.
std::u32string bare(std::string_view utf8) {
    std::u32string out;
    add_bare(out, utf8);
    std::u32string dots;
    for (const char32_t c : out) {
        if (c == U'…')
            dots += U"...";
        else if (c == U'‥')
            dots += U"..";
        else
            dots.push_back(c);
    }
    return dots;
}

std::string shown(std::string_view text) {
    return "“" + std::string(text.substr(0, 90)) + (text.size() > 90 ? "…”" : "”");
}

// Which bytes of an ALTO file are text: the values of its attributes CONTENT.
std::vector<bool> text_of_alto(std::string_view bytes) {
    std::vector<bool> out(bytes.size(), false);
    constexpr std::string_view name = " CONTENT=";
    for (auto at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at)) {
        at += name.size();
        const auto end = std::min(bytes.find(bytes[at], at + 1), bytes.size());
        for (auto i = at + 1; i < end; ++i) out[i] = true;
        at = end;
    }
    return out;
}

// With the five references that every XML has resolved.
std::string without_references(std::string_view text) {
    constexpr std::pair<std::string_view, char> all[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto* const found = std::find_if(std::begin(all), std::end(all), [&](const auto& reference) {
            return text.substr(i, reference.first.size()) == reference.first;
        });
        out.push_back(found == std::end(all) ? text[i] : found->second);
        if (found != std::end(all)) i += found->first.size() - 1;
    }
    return out;
}

class Coverage {
public:
    Coverage(std::string_view bytes, bool alto)
        : bytes_(bytes), times_(bytes.size(), 0), line_at_(1, 0), lines_known_(!alto), alto_(alto) {
        if (alto) text_ = text_of_alto(bytes);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (bytes[i] == '\n') line_at_.push_back(i + 1);
        // Where other signs end lines too, the numbers of lines are not asked.
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')) lines_known_ = false;
        for (const std::string_view other : {"\v", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
            if (bytes.find(other) != std::string_view::npos) lines_known_ = false;
    }

    // Adds what one item names; a fault or an empty string.
    std::string add(const std::vector<broadsheet::Span>& spans, std::size_t pages, std::string_view text) {
        std::string got;
        for (const auto& span : spans) {
            if (span.begin >= span.end || span.end > bytes_.size())
                return "span " + std::to_string(span.begin) + "-" + std::to_string(span.end) +
                       " is empty or out of range";
            if (span.page < 1 || span.page > pages) return "a span is on page " + std::to_string(span.page);
            for (auto i = span.begin; i < span.end; ++i)
                if (times_[i] < 2) ++times_[i];
            const auto piece = bytes_.substr(span.begin, span.end - span.begin);
            got += alto_ ? without_references(piece) : std::string(piece);
            const auto in = static_cast<std::size_t>(std::upper_bound(line_at_.begin(), line_at_.end(), span.begin) -
                                                     line_at_.begin());
            if (!lines_known_) continue;
            if (span.line != in)
                return "a span in line " + std::to_string(in) + " says line " + std::to_string(span.line);
            if (piece.find('\n') != std::string_view::npos)
                return "a span runs over the end of line " + std::to_string(in);
        }
        if (bare(text) != bare(got)) return "not faithful: " + shown(text) + " from bytes " + shown(got);
        return {};
    }

    std::string whole() const {
        for (std::size_t i = 0; i < bytes_.size();) {
            const Char c = char_at(bytes_, i);
            const auto first = times_.begin() + static_cast<std::ptrdiff_t>(i);
            const auto [low, high] = std::minmax_element(first, first + static_cast<std::ptrdiff_t>(c.size));
            i += c.size;
            if ((!c.broken && blank(c.value)) || (alto_ && !text_[i - 1])) continue;
            if (*low == 1 && *high == 1) continue;
            return "the character at byte " + std::to_string(i - c.size) +
                   (*high > 1      ? " stands twice"
                    : *high > *low ? " is cut"
                                   : " is lost");
        }
        return {};
    }

private:
    std::string_view bytes_;
    std::vector<std::uint8_t> times_;
    std::vector<std::size_t> line_at_;
    bool lines_known_ = true;
    bool alto_ = false;
    std::vector<bool> text_;
};

}  // namespace

const std::vector<Page>& own() {
    static const std::vector<Page> all = folder(fs::path(TESTDATA) / "pages");
    return all;
}

const std::vector<Page>& layouts() {
    static const std::vector<Page> all = folder(fs::path(TESTDATA) / "layout", {".xml"});
    return all;
}

const std::vector<Page>& shared() {
    static const std::vector<Page> all = [] {
        const char* name = std::getenv("BROADSHEET_SHARED");
        return folder((name ? fs::path(name) : fs::path(TESTDATA).parent_path().parent_path() / "shared") / "pages");
    }();
    return all;
}

std::string faults(std::string_view bytes, const Document& document) {
    if (auto fault = broadsheet::check(document); !fault.empty()) return "check: " + fault;
    if (document.source.encoding != "UTF-8") return {};
    Coverage coverage(bytes, document.source.format == "alto");
    for (const auto& block : document.blocks)
        if (auto fault = coverage.add(spans(document, block), document.pages.size(), render(document, block));
            !fault.empty())
            return "block: " + fault;
    for (const auto& dropped : document.dropped)
        if (auto fault = coverage.add(spans(document, dropped), document.pages.size(), render(document, dropped));
            !fault.empty())
            return "dropped: " + fault;
    const bool broken = std::any_of(document.notes.begin(), document.notes.end(), [](const broadsheet::Note& note) {
        return note.severity == broadsheet::Severity::warning;
    });
    return document.source.format == "alto" && broken ? "" : coverage.whole();
}

std::string broken_law(std::string_view bytes, const broadsheet::Options& options, Document* out) {
    Document document = broadsheet::read(bytes, options.read);
    if (auto fault = broadsheet::check(document); !fault.empty()) return "after read: check: " + fault;
    broadsheet::repair(document, options.repair);
    if (auto fault = faults(bytes, document); !fault.empty()) return "after repair: " + fault;
    broadsheet::segment(document, options.segment);
    if (auto fault = faults(bytes, document); !fault.empty()) return "after segment: " + fault;
    if (out) *out = std::move(document);
    return {};
}

TEST_CASE("the laws find what is wrong", "[laws]") {
    const std::string bytes = "One line\nand another.\n";
    Document d = broadsheet::process(bytes);
    REQUIRE(faults(bytes, d).empty());
    SECTION("a lost character") {
        --d.pieces.back().text.end;
        CHECK_FALSE(faults(bytes, d).empty());
    }
    SECTION("a block of the wrong bytes") {
        for (auto& at : d.text.at) ++at;
        CHECK_FALSE(faults(bytes, d).empty());
    }
    SECTION("a wrong line") {
        for (auto& line : d.lines) ++line.number;
        CHECK_FALSE(faults(bytes, d).empty());
    }
    SECTION("bytes that nobody read") { CHECK_FALSE(faults(bytes + "more", d).empty()); }
}

}  // namespace pages
