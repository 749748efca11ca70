// XML as programs write it, in one pass. A part of XML so small that little can go wrong: what this parser takes, expat
// takes too and says the same of it (plain_xml_test.cpp). Expat is asked only where something else comes.
#include <algorithm>

#include "read/layout/plain_chars.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

namespace {

using namespace plain;

struct Name {
    std::string_view whole;
    std::string_view local;  // without its namespace
};

class PlainXml {
public:
    PlainXml(const Markup& markup, MarkupHandler& handler)
        : markup_(markup), text_(markup.utf8()), handler_(handler), tag_(markup) {}

    bool run() {
        if (!declaration()) return false;
        while (at_ < text_.size()) {
            const bool is_plain = text_[at_] == '<' ? element() : content();
            if (!is_plain) return false;
        }
        return seen_root_ && open_.empty();
    }

private:
    [[nodiscard]] char here(std::size_t further = 0) const {
        return at_ + further < text_.size() ? text_[at_ + further] : '\0';
    }
    bool take(char mark) {
        if (at_ >= text_.size() || text_[at_] != mark) return false;
        ++at_;
        return true;
    }
    bool take(std::string_view mark) {
        if (text_.compare(at_, mark.size(), mark) != 0) return false;
        at_ += mark.size();
        return true;
    }
    // How many characters it passed over.
    std::size_t skip(Place place) {
        const auto from = at_;
        auto i = at_;
        while (i < text_.size() && can_stand(text_[i], place)) ++i;
        at_ = i;
        return i - from;
    }
    // Empty: none stands there.
    Name take_name() {
        const auto from = at_;
        if (!can_stand(here(), name_front)) return {};
        skip(name);
        auto local = from;
        while (take(':')) {
            local = at_;
            skip(name);
        }
        return {text_.substr(from, at_ - from), text_.substr(local, at_ - local)};
    }
    [[nodiscard]] Slice since(std::size_t from) const {
        return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at_)};
    }

    // Up to the first character of ASCII that cannot stand there; false if one before it is broken.
    bool pass(Place place) {
        auto i = at_;
        while (i < text_.size()) {
            if (can_stand(text_[i], place)) {
                ++i;
            } else if (static_cast<unsigned char>(text_[i]) >= 0x80) {
                const auto size = size_of_char(text_.substr(i));
                if (size == 0) return false;
                i += size;
            } else if (text_[i] == '&') {
                const auto size = plain_reference(text_.substr(i));
                if (size == 0) return false;
                i += size;
            } else if (text_[i] == ']' && text_.compare(i, 3, "]]>") != 0) {
                ++i;
            } else {
                break;
            }
        }
        at_ = i;
        return true;
    }

    // Markup has decoded the file already, whatever its encoding.
    bool declaration() {
        if (!take("<?xml ")) return true;
        if (!take("version=") || quoted() != "1.0") return false;
        if (take(" encoding=")) {
            const auto encoding = quoted();
            if (encoding.empty() || !can_stand(encoding[0], name_front) || encoding[0] == '_') return false;
        }
        if (take(" standalone=")) {
            const auto standalone = quoted();
            if (standalone != "yes" && standalone != "no") return false;
        }
        skip(blank);
        return take("?>");
    }
    std::string_view quoted() {
        const char quote = here();
        if (quote != '"' && quote != '\'') return {};
        const auto from = ++at_;
        skip(name);
        const auto value = text_.substr(from, at_ - from);
        return take(quote) ? value : std::string_view{};
    }

    // Comments, the name of a document type and instructions are passed over.
    bool element() {
        switch (here(1)) {
            case '/':
                return end_tag();
            case '?':
                return instruction();
            case '!':
                return take("<!--") ? comment() : doctype();
            default:
                return start_tag();
        }
    }

    bool comment() {
        const auto from = at_;
        at_ = std::min(text_.find("--", at_), text_.size());
        return is_sound(text_.substr(from, at_ - from)) && take("-->");
    }

    bool instruction() {
        constexpr std::size_t xml = 3;  // <?xml?> and the like mean something else
        at_ += 2;
        const auto target = take_name().whole;
        if (target.size() <= xml || !can_stand(here(), blank)) return false;
        const auto from = at_;
        at_ = std::min(text_.find("?>", at_), text_.size());
        return is_sound(text_.substr(from, at_ - from)) && take("?>");
    }

    bool doctype() {
        if (seen_root_ || seen_doctype_ || !take("<!DOCTYPE") || skip(blank) == 0 || take_name().whole.empty())
            return false;
        seen_doctype_ = true;
        const bool apart = skip(blank) > 0;
        if (take('>')) return true;
        if (!apart) return false;
        if (take("PUBLIC")) {
            if (skip(blank) == 0 || !take('"')) return false;
            skip(public_id);
            if (!take('"')) return false;
        } else if (!take("SYSTEM")) {
            return false;
        }
        if (skip(blank) == 0 || !take('"') || !pass(quotes) || !take('"')) return false;
        skip(blank);
        return take('>');
    }

    bool start_tag() {
        const auto from = at_;
        ++at_;
        const auto element = take_name();
        if (element.whole.empty() || (open_.empty() && seen_root_) || open_.size() >= deepest_markup) return false;
        seen_root_ = true;
        tag_.begin(element.local);
        names_.clear();
        for (;;) {
            const bool apart = skip(blank) > 0;
            if (here() == '>' || here() == '/') break;
            if (!apart || !attribute()) return false;
        }
        const bool is_empty = here() == '/';
        if (is_empty) ++at_;
        if (!take('>')) return false;
        tag_.end(since(from));
        handler_.start(tag_);
        if (is_empty)
            handler_.end(tag_.name());
        else
            open_.push_back(element);
        return true;
    }

    bool attribute() {
        const auto key = take_name();
        if (key.whole.empty() || here() != '=') return false;
        const char quote = here(1);
        if (quote != '"' && quote != '\'') return false;
        at_ += 2;
        const auto from = at_;
        if (!pass(quote == '"' ? quotes : apostrophes) || here() != quote) return false;
        // No name stands twice in a tag.
        const auto is_key = [&key](std::string_view other) { return is_same_name(key.whole, other); };
        if (names_.size() >= most_attributes || std::any_of(names_.begin(), names_.end(), is_key)) return false;
        names_.push_back(key.whole);
        tag_.add(key.local, since(from));
        ++at_;
        return true;
    }

    bool end_tag() {
        at_ += 2;
        if (open_.empty() || !take(open_.back().whole)) return false;
        skip(blank);
        if (!take('>')) return false;
        handler_.end(open_.back().local);
        open_.pop_back();
        return true;
    }

    bool content() {
        const auto from = at_;
        if (open_.empty()) return skip(blank) > 0;
        if (!pass(text) || at_ == from) return false;
        handler_.text(since(from));
        return true;
    }

    [[nodiscard]] static bool is_sound(std::string_view any) {
        for (std::size_t i = 0; i < any.size();) {
            const auto c = static_cast<unsigned char>(any[i]);
            const bool is_ascii = c < 0x80;
            if (is_ascii && c < 0x20 && !can_stand(any[i], blank)) return false;
            const auto size = is_ascii ? 1 : size_of_char(any.substr(i));
            if (size == 0) return false;
            i += size;
        }
        return true;
    }

    static constexpr std::size_t most_attributes = 64;

    const Markup& markup_;
    std::string_view text_;
    MarkupHandler& handler_;
    std::size_t at_ = 0;
    Tag tag_;
    std::vector<std::string_view> names_;  // of the attributes of this tag, with their namespaces
    std::vector<Name> open_;
    bool seen_root_ = false;
    bool seen_doctype_ = false;
};

}  // namespace

MarkupFault parse_plain_xml(const Markup& markup, MarkupHandler& handler) {
    return {PlainXml(markup, handler).run() ? "" : "it is not plain", 0};
}

}  // namespace broadsheet::reading
