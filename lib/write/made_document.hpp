// For tests: documents made by hand, so that a test of the writers hangs on no other stage.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/write.hpp"
#include "core/chars.hpp"

namespace broadsheet::test {

// Each line of the source becomes a Line; blocks, dropped items and articles are added line by line.
class MadeDocument {
public:
    explicit MadeDocument(const std::vector<std::u32string>& lines) {
        document.source = {"page.txt", "text", "UTF-8", 0, "xxh3:00000000000000000000000000000000"};
        document.pages.push_back({});
        for (const auto& text : lines) {
            Line line;
            line.text.begin = static_cast<std::uint32_t>(document.text.chars.size());
            for (const char32_t c : text) add(c);
            line.text.end = static_cast<std::uint32_t>(document.text.chars.size());
            line.number = static_cast<std::uint32_t>(document.lines.size()) + 1;
            document.lines.push_back(line);
            add(U'\n');
        }
        document.text.at.push_back(bytes_);
        document.source.bytes = bytes_;
    }

    // A block of whole lines (counted from 0), joined by `joint`.
    std::uint32_t block(Role role, const std::vector<std::uint32_t>& lines, Joint joint = Joint::glue) {
        Block out;
        out.first = static_cast<std::uint32_t>(document.pieces.size());
        for (const auto line : lines) document.pieces.push_back({document.lines[line].text, line, joint});
        out.last = static_cast<std::uint32_t>(document.pieces.size());
        out.role = role;
        document.blocks.push_back(out);
        return static_cast<std::uint32_t>(document.blocks.size()) - 1;
    }

    Dropped& drop(Reason reason, std::uint32_t line) {
        Dropped out;
        out.reason = reason;
        out.first = static_cast<std::uint32_t>(document.pieces.size());
        document.pieces.push_back({document.lines[line].text, line, Joint::glue});
        out.last = out.first + 1;
        document.dropped.push_back(out);
        return document.dropped.back();
    }

    Article& article(const std::vector<std::uint32_t>& blocks) {
        Article out;
        out.id = "p1-a" + std::to_string(document.articles.size() + 1);
        out.lang = "en";
        out.blocks = blocks;
        document.articles.push_back(out);
        return document.articles.back();
    }

    Document document;

private:
    void add(char32_t c) {
        document.text.chars.push_back(c);
        document.text.at.push_back(bytes_);
        bytes_ += static_cast<std::uint32_t>(to_utf8(std::u32string_view(&c, 1)).size());
    }

    std::uint32_t bytes_ = 0;
};

inline std::string written_as(std::string to, const Document& document) {
    WriteOptions options;
    options.to = std::move(to);
    return write(document, options);
}

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace broadsheet::test
