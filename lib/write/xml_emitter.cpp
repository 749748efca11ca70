#include "write/xml_emitter.hpp"

#include "core/chars.hpp"
#include "write/json_emitter.hpp"

namespace broadsheet {

XmlEmitter::XmlEmitter(std::string& out) : XmlTag(out) { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"; }

void XmlEmitter::new_line() {
    out_ += '\n';
    out_.append(levels_.size(), ' ');
}

void XmlEmitter::open(std::string_view name) {
    end_tag();
    const bool is_text = !levels_.empty() && levels_.back().is_text;
    if (!is_text) new_line();
    if (!levels_.empty()) levels_.back().empty = false;
    begin_tag(name);
    levels_.push_back({name, is_text, true});
}

void XmlEmitter::open_root(std::string_view name, std::string_view name_space, std::string_view schema) {
    open(name);
    attribute("xmlns", name_space);
    attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    attribute("xsi:schemaLocation", std::string(name_space) + " " + std::string(schema));
}

void XmlEmitter::open_text(std::string_view name) {
    open(name);
    levels_.back().is_text = true;
}

void XmlEmitter::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.empty) {
        end_empty_tag();
    } else {
        if (!level.is_text) new_line();
        closing_tag(level.name);
    }
    if (levels_.empty()) out_ += '\n';
}

void XmlEmitter::leaf(std::string_view name, std::string_view text) {
    open_text(name);
    this->text(text);
    close();
}

void XmlEmitter::attribute(std::string_view name, std::u32string_view value) { attribute(name, to_utf8(value)); }

void XmlEmitter::text(std::string_view text) {
    if (text.empty()) return;
    end_tag();
    levels_.back().empty = false;
    append_xml(out_, text);
}

std::string xml_id(std::string_view prefix, std::uint64_t number) {
    std::string out(prefix);
    append_integer(out, number);
    return out;
}

bool is_language_tag(std::string_view text) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-') {
            if (length == 0) return false;
            length = 0;
            first = false;
        } else if ((!letter && (first || c < '0' || c > '9')) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

}  // namespace broadsheet
