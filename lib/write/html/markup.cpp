#include "write/html/markup.hpp"

#include <algorithm>
#include <array>

#include "core/chars.hpp"
#include "write/json_emitter.hpp"

namespace broadsheet::write_detail::report {

namespace {

// Elements of HTML that have no end tag.
bool is_void(std::string_view name) { return name == "meta" || name == "input" || name == "br"; }

// They would turn around what stands behind them.
bool turns_text(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

char32_t shown(char32_t c) {
    if (c < 0x20) return c == U'\t' || c == U'\n' ? c : c == U'\r' || c == U'\f' || c == U'\v' ? U' ' : 0x2400 + c;
    if (c < 0x7F) return c;
    if (c == 0x7F) return 0x2421;
    if (c == 0x85) return U' ';
    const bool no_character = c < 0xA0 || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF || (c & 0xFFFEU) == 0xFFFE;
    return no_character || turns_text(c) ? 0xFFFD : c;
}

void Markup::open(std::string_view name) {
    end_tag();
    begin_tag(name);
    open_.push_back(name);
}

void Markup::open(std::string_view name, std::string_view classes) {
    open(name);
    attribute("class", classes);
}

void Markup::close() {
    const auto name = open_.back();
    open_.pop_back();
    if (is_void(name)) return end_empty_tag();
    end_tag();
    closing_tag(name);
}

void Markup::leaf(std::string_view name, std::string_view text) {
    open(name);
    this->text(text);
    close();
}

void Markup::leaf(std::string_view name, std::string_view classes, std::string_view text) {
    open(name, classes);
    this->text(text);
    close();
}

void Markup::open_with(std::string_view name, std::initializer_list<Attribute> attributes) {
    open(name);
    for (const auto& [key, value] : attributes) attribute(key, value);
}

void Markup::leaf_with(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text) {
    open_with(name, attributes);
    if (!text.empty()) this->text(text);
    close();
}

void Markup::text(std::string_view text) {
    end_tag();
    append_xml(out_, text);
}

void Markup::text(std::u32string_view text) {
    std::u32string visible(text);
    std::transform(visible.begin(), visible.end(), visible.begin(), shown);
    this->text(to_utf8(visible));
}

void Markup::text(std::uint64_t number) {
    end_tag();
    append_integer(out_, number);
}

void Markup::line_break() {
    end_tag();
    out_ += '\n';
}

void Markup::raw(std::string_view markup) {
    end_tag();
    out_ += markup;
}

std::string look_of(std::uint32_t article) {
    return "c" + std::to_string(article % colours) + " p" + std::to_string(article % patterns);
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string grouped(std::uint64_t number) {
    std::string out = std::to_string(number);
    for (auto at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
    return out;
}

void append_base64(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= count ? digits[group >> (18U - 6U * static_cast<std::uint32_t>(k)) & 0x3FU] : '=';
    }
}

std::string link_to(std::string_view path) {
    constexpr std::string_view harmless = "-_.~/", hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain || harmless.find(c) != std::string_view::npos) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return out;
}

}  // namespace broadsheet::write_detail::report
