// Where text is put together: the only place.
#include <algorithm>
#include <array>
#include <cstddef>

#include "broadsheet/document.hpp"
#include "core/chars.hpp"

namespace broadsheet {

namespace {

// Presentation forms for vertical text, U+FE10 to U+FE19 and U+FE30 to U+FE48, as they stand in a horizontal line.
constexpr std::array<char32_t, 10> forms_10 = {U'，', U'、', U'。', U'：', U'；', U'！', U'？', U'〖', U'〗', U'…'};
constexpr std::array<char32_t, 25> forms_30 = {U'‥',  U'—',  U'–',  U'＿', U'＿', U'（', U'）', U'｛', U'｝',
                                               U'〔', U'〕', U'【', U'】', U'《', U'》', U'〈', U'〉', U'「',
                                               U'」', U'『', U'』', U'﹅', U'﹆', U'［', U'］'};

char32_t ordinary(char32_t c) {
    if (c >= 0xFE10 && c <= 0xFE19) return forms_10[c - 0xFE10];
    if (c >= 0xFE30 && c <= 0xFE48) return forms_30[c - 0xFE30];
    return c;
}

bool is_ideograph(char32_t c) { return c >= 0x3400 && c < 0xA000; }

// Han and kana: Korean has spaces between its words.
bool east_asian(char32_t c) { return is_ideograph(c) || is(c, cls::han | cls::kana); }

// Latin letters, digits and what belongs to a number.
bool western(char32_t c) {
    const auto f = class_of(c);
    return ((f & (cls::letter | cls::digit)) && !(f & cls::wide)) || c == U'%' || c == U'‰' || c == U'℃' || c == U'+' ||
           c == U'$' || c == U'#';
}

bool wide_mark(char32_t c) {
    const auto f = class_of(c);
    return (f & cls::wide) && (f & cls::mark) && !(f & cls::cjk);
}

bool quotation(char32_t c) { return c == U'“' || c == U'”' || c == U'‘' || c == U'’'; }

// Half-width marks and their full-width forms; 0: no such mark.
char32_t full_width(char32_t c) {
    switch (c) {
        case U',':
            return U'，';
        case U':':
            return U'：';
        case U';':
            return U'；';
        case U'?':
            return U'？';
        case U'!':
            return U'！';
        case U'(':
            return U'（';
        case U')':
            return U'）';
        default:
            return 0;
    }
}

// Running text: where a space between Han characters and digits is the extractor's. In headings spaces set parts off.
bool is_running(const Document& d, const Block& block) {
    switch (block.role) {
        case Role::paragraph:
        case Role::caption:
        case Role::list:
        case Role::note:
            return true;
        case Role::unknown:
            break;
        default:
            return false;
    }
    // No role yet: running text has a sentence that ends.
    if (block.first == block.last) return false;
    const auto last = trimmed(d.text.view(d.pieces[block.last - 1].text));
    for (std::size_t n = 0; n < 4 && n < last.size(); ++n) {
        const char32_t c = last[last.size() - 1 - n];
        if (is(c, cls::terminal)) return true;
        if (!is(c, cls::close | cls::quote | cls::space)) break;
    }
    for (auto p = block.first; p < block.last; ++p)
        for (const char32_t c : d.text.view(d.pieces[p].text).substr(0, 120))
            if (c == U'。') return true;
    return false;
}

// The length of the row of ideographs with which the text begins.
std::size_t ideographs(std::u32string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ideograph) - text.begin());
}

bool is_visible(char32_t c) { return c > U' ' && c < 0x7F; }

// The length of the row of ASCII with which the text begins, with single spaces inside. Its first character is visible.
std::size_t ascii(std::u32string_view text) {
    std::size_t i = 1;
    while (i < text.size()) {
        if (is_visible(text[i]))
            ++i;
        else if (text[i] == U' ' && i + 1 < text.size() && is_visible(text[i + 1]))
            i += 2;
        else
            break;
    }
    return i;
}

class Printer {
public:
    Printer(const RenderOptions& options, bool running, std::size_t characters) : options_(options), running_(running) {
        out_.reserve(characters * 3);
    }

    void put(std::u32string_view text) {
        const bool plain = options_.spacing != Spacing::loose && options_.width == Width::source;
        for (std::size_t i = 0; i < text.size(); ++i) {
            char32_t c = text[i];
            // Nearly all characters: nothing is to be done to them.
            if (plain && !space_ && is_visible(c)) {
                const auto row = ascii(text.substr(i));
                const auto before = out_.size();
                out_.resize(before + row);
                char* const to = out_.data() + before;
                const char32_t* const from = text.data() + i;
                for (std::size_t k = 0; k < row; ++k) to[k] = static_cast<char>(from[k]);
                i += row - 1;
                previous_ = text[i];
                continue;
            }
            if (plain && !space_ && is_ideograph(c)) {
                const auto row = ideographs(text.substr(i));
                append_utf8(out_, text.substr(i, row));
                i += row - 1;
                previous_ = text[i];
                continue;
            }
            if (is(c, cls::space)) {
                if (c != 0x200B && c != 0xFEFF) space_ = true;  // these two have no width
                continue;
            }
            c = ordinary(c);
            if (options_.width == Width::full)
                put_held(c);
            else
                put_one(c);
        }
    }

    void space() { space_ = true; }

    void line_break() {
        release(0);
        space_ = false;
        out_.push_back('\n');
        previous_ = 0;
    }

    std::string take() {
        release(0);
        return std::move(out_);
    }

private:
    void put_one(char32_t c) {
        if (previous_ && wants_space(c)) out_.push_back(' ');
        space_ = false;
        append_utf8(out_, c);
        previous_ = c;
    }

    [[nodiscard]] bool wants_space(char32_t c) const {
        const char32_t p = previous_;
        const bool border = (east_asian(p) && western(c)) || (western(p) && east_asian(c));
        if (options_.spacing == Spacing::loose && border) return true;
        if (!space_) return false;
        if (options_.spacing != Spacing::tight || !running_) return true;
        if (border || wide_mark(p) || wide_mark(c)) return false;
        return !((quotation(p) && east_asian(c)) || (quotation(c) && east_asian(p)));
    }

    // A half-width mark waits for what follows it.
    void put_held(char32_t c) {
        release(c);
        if (full_width(c)) {
            held_ = c;
            space_before_held_ = space_;
            space_ = false;
            return;
        }
        put_one(c);
    }

    void release(char32_t next) {
        if (!held_) return;
        const auto beside = [](char32_t c) { return east_asian(c) || wide_mark(c) || quotation(c); };
        bool full = false;
        if (held_ == U'(')
            full = beside(next) && (previous_ == 0 || beside(previous_) || western(previous_));
        else if (held_ == U')')
            full = open_full_;
        else
            full = beside(previous_) && (next == 0 || beside(next) || full_width(next));
        if (held_ == U'(') open_full_ = full;
        if (held_ == U')') open_full_ = false;
        const bool space_behind = space_;
        space_ = space_before_held_;
        put_one(full ? full_width(held_) : held_);
        held_ = 0;
        space_ = space_behind;
    }

    RenderOptions options_;
    bool running_;
    std::string out_;
    char32_t previous_ = 0;  // the last character printed; 0 at the start of a line
    bool space_ = false;     // white space stands behind it
    char32_t held_ = 0;
    bool space_before_held_ = false;
    bool open_full_ = false;  // a bracket was made full-width and is open
};

}  // namespace

std::string render(const Document& d, const Block& block, const RenderOptions& options) {
    std::size_t characters = 0;
    for (auto i = block.first; i < block.last; ++i) characters += d.pieces[i].text.size() + 1;
    Printer printer(options, is_running(d, block), characters);
    for (auto i = block.first; i < block.last; ++i) {
        const Piece& piece = d.pieces[i];
        Run run = piece.text;
        const bool last = i + 1 == block.last;
        if (!last && piece.after == Joint::unhyphen && !run.empty() && is(d.text.chars[run.end - 1], cls::hyphen))
            --run.end;
        printer.put(d.text.view(run));
        if (last) break;
        if (piece.after == Joint::space) printer.space();
        if (piece.after == Joint::line) printer.line_break();
    }
    return printer.take();
}

std::string render(const Document& d, const Dropped& dropped) {
    std::string out;
    for (auto i = dropped.first; i < dropped.last; ++i) {
        if (i != dropped.first) out.push_back(' ');
        append_utf8(out, d.text.view(d.pieces[i].text));
    }
    return out;
}

}  // namespace broadsheet
