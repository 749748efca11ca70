#include <algorithm>

#include "read/issue/mets.hpp"

namespace broadsheet::reading {

namespace {

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out.push_back(static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])));
            i += 2;
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

}  // namespace

std::string path_of(std::string_view href) {
    while (!href.empty() && (href.front() == ' ' || href.front() == '\n' || href.front() == '\t'))
        href.remove_prefix(1);
    while (!href.empty() && (href.back() == ' ' || href.back() == '\n' || href.back() == '\t')) href.remove_suffix(1);
    // A scheme has two letters or more: a drive (C:\) has one.
    const auto colon = href.find(':');
    const bool scheme = colon != std::string_view::npos && colon > 1 &&
                        href.substr(0, colon).find_first_of("/\\.%") == std::string_view::npos;
    if (scheme) {
        std::string name(href.substr(0, colon));
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (name != "file") return {};
        href.remove_prefix(colon + 1);
        // file:///home/x is absolute; many a producer writes file://./x or file://x and means x beside the METS.
        if (href.starts_with("//")) href.remove_prefix(2);
        if (href.starts_with("localhost/")) href.remove_prefix(9);
    }
    std::string out = unescaped(href.substr(0, href.find('#')));
    std::replace(out.begin(), out.end(), '\\', '/');
    if (out.find('\0') != std::string::npos) return {};
    return out;
}

}  // namespace broadsheet::reading
