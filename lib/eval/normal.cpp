#include "eval/normal.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "core/nfkc.hpp"

namespace broadsheet::eval {

namespace {

bool is_wide(char32_t c) { return is(c, cls::wide); }

// Quotation marks and dashes of one kind; 0: taken out.
char32_t unified(char32_t c) {
    constexpr std::u32string_view from = U"“”„‟«»﹃﹄﹁﹂‘’‚—–‒―‐‑─\u00AD";
    constexpr std::u32string_view to = U"\"\"\"\"\"\"『』「」'''-------";
    static_assert(from.size() == to.size() + 1);
    if (c < 0x80) return c;
    const auto at = from.find(c);
    return at == std::u32string_view::npos ? c : at < to.size() ? to[at] : 0;
}

std::u32string with_unified(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t c : text)
        if (const char32_t u = unified(c); u != 0 || c == 0) out.push_back(u);
    return out;
}

// Without spaces that touch a wide character or a quotation mark. NFKC may put a space first; what then stands before
// it is the last character, as in the scripts that these figures must agree with.
std::u32string tightened(std::u32string_view text) {
    const auto keeps_off = [](char32_t c) { return is_wide(c) || c == U'"' || c == U'\''; };
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == U' ') {
            const char32_t before = i == 0 ? text.back() : text[i - 1];
            const char32_t behind = i + 1 < text.size() ? text[i + 1] : U' ';
            if (keeps_off(before) || keeps_off(behind)) continue;
        }
        out.push_back(text[i]);
    }
    return out;
}

std::u32string collapsed(std::u32string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (const char32_t c : stripped(text)) {
        if (!is_blank(c))
            out.push_back(c);
        else if (out.back() != U' ')
            out.push_back(U' ');
    }
    return out;
}

}  // namespace

bool is_blank(char32_t c) {
    if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

std::u32string_view stripped(std::u32string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::u32string normal(std::u32string_view text) {
    return tightened(with_unified(nfkc(tightened(collapsed(with_unified(text))))));
}

std::u32string put_together(const std::vector<std::u32string_view>& pieces) {
    const auto is_edge = [](char32_t c) { return c == U' ' || c == U'\t' || c == 0x3000 || c == 0xFEFF; };
    const auto tight = [](char32_t c) {
        return is_wide(c) || std::u32string_view(U"“”‘’…—·").find(c) != std::u32string_view::npos;
    };
    std::u32string out;
    for (std::u32string_view piece : pieces) {
        while (!piece.empty() && is_edge(piece.front())) piece.remove_prefix(1);
        while (!piece.empty() && is_edge(piece.back())) piece.remove_suffix(1);
        if (piece.empty()) continue;
        if (!out.empty() && !tight(out.back()) && !tight(piece.front())) out.push_back(U' ');
        out.append(piece);
    }
    return out;
}

std::u32string squeezed(std::u32string_view text) {
    std::u32string out = nfkc(text);
    std::erase_if(out, [](char32_t c) {
        return is_blank(c) || c == U'-' || c == 0xAD || c == 0xAC || c == 0x2E17 || c == U'=' || c == 0x2010;
    });
    return out;
}

std::u32string bare(std::u32string_view text) {
    const auto unify = [](std::u32string& s) {
        for (char32_t& c : s) c = c == U'“' || c == U'”' ? U'"' : c == U'‘' || c == U'’' ? U'\'' : c;
    };
    std::u32string out(text);
    unify(out);
    out = nfkc(out);
    unify(out);
    std::erase_if(out, [](char32_t c) { return is_blank(c) || c == 0xFEFF || c == 0x200B; });
    return out;
}

std::vector<std::u32string> words_of(std::u32string_view text) {
    std::vector<std::u32string> out;
    bool goes_on = false;
    for (const char32_t c : text) {
        if (is_blank(c)) {
            goes_on = false;
        } else if (goes_on && !is_wide(c)) {
            out.back().push_back(c);
        } else {
            out.emplace_back(1, c);
            goes_on = !is_wide(c);
        }
    }
    return out;
}

}  // namespace broadsheet::eval
