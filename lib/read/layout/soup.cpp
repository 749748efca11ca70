// Markup that is not well-formed: hOCR of many tools is, and so is a file cut off in the middle.
#include <algorithm>
#include <array>

#include "read/layout/xml.hpp"

namespace broadsheet::reading {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool is_among(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view x) { return is_html_name(name, x); });
}

// Elements of HTML that have no end tag.
bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 12> names = {"area", "base",  "br",   "col",  "embed",  "hr",
                                                        "img",  "input", "link", "meta", "source", "wbr"};
    return is_among(name, names);
}

// What ends a paragraph that has no end tag.
bool ends_paragraph(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"p", "div", "table", "ul", "ol"};
    return is_among(name, names);
}
bool holds_paragraphs(std::string_view name) {
    constexpr std::array<std::string_view, 4> names = {"div", "td", "li", "body"};
    return is_among(name, names);
}

class Soup {
public:
    Soup(const Markup& markup, MarkupHandler& handler) : markup_(markup), text_(markup.utf8()), handler_(handler) {}

    MarkupFault run() {
        std::size_t shown = 0;  // up to here all is given
        for (std::size_t i = text_.find('<'); i < text_.size(); i = text_.find('<', i)) {
            const auto end = end_of_markup(i);
            if (end == i) {  // a bare <
                ++i;
                continue;
            }
            give(shown, i);
            markup(i, end);
            shown = i = end;
        }
        give(shown, text_.size());
        while (!open_.empty()) close();
        return {};
    }

private:
    // Behind the markup that begins here; `i` itself if none does.
    [[nodiscard]] std::size_t end_of_markup(std::size_t i) const {
        const auto rest = text_.substr(i);
        const auto behind = [&](std::string_view mark) {
            const auto at = text_.find(mark, i + 2);
            return at == std::string_view::npos ? text_.size() : at + mark.size();
        };
        if (rest.substr(0, 4) == "<!--") return behind("-->");
        if (rest.substr(0, 9) == "<![CDATA[") return behind("]]>");
        if (rest.substr(0, 2) == "<?" || rest.substr(0, 2) == "<!") return behind(">");
        const auto letter = rest.substr(0, 2) == "</" ? std::size_t{2} : std::size_t{1};
        if (rest.size() <= letter) return text_.size();  // the file is cut off in a tag
        if (!is_letter(rest[letter])) return i;
        char quote = 0;
        for (std::size_t k = i + letter; k < text_.size(); ++k) {
            const char c = text_[k];
            if (quote) {
                if (c == quote) quote = 0;
            } else if ((c == '"' || c == '\'') && text_[k - 1] == '=') {
                quote = c;
            } else if (c == '>') {
                return k + 1;
            } else if (c == '<') {
                return k;  // the tag before it was never closed
            }
        }
        return text_.size();
    }

    void give(std::size_t begin, std::size_t end) {
        if (begin < end && skipped_.empty())
            handler_.text({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    void markup(std::size_t begin, std::size_t end) {
        const auto tag = text_.substr(begin, end - begin);
        if (tag.size() < 2) return;  // the file is cut off behind <
        if (tag.substr(0, 9) == "<![CDATA[") return give(begin + 9, end - std::min<std::size_t>(3, end - begin - 9));
        if (tag[1] == '!' || tag[1] == '?') return;
        if (tag[1] == '/') {
            const Tag ended(markup_, {static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end)});
            const auto name = ended.name();
            if (!skipped_.empty()) {
                if (name == skipped_) skipped_ = {};
                return;
            }
            const auto at = std::find(open_.rbegin(), open_.rend(), name);
            if (at == open_.rend()) return;  // ends what was never begun
            for (auto more = at - open_.rbegin() + 1; more > 0; --more) close();
            return;
        }
        if (!skipped_.empty()) return;
        const Tag started(markup_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        if (is_html_name(started.name(), "script") || is_html_name(started.name(), "style")) {
            skipped_ = started.name();
            return;
        }
        if (ends_paragraph(started.name())) end_paragraph();
        const bool empty = tag.size() > 2 && tag[tag.size() - 2] == '/';
        if (open_.size() >= deepest_markup) return;
        handler_.start(started);
        if (empty || is_void(started.name()))
            handler_.end(started.name());
        else
            open_.push_back(started.name());
    }

    void end_paragraph() {
        for (auto i = open_.size(); i-- > 0 && !holds_paragraphs(open_[i]);)
            if (is_html_name(open_[i], "p")) {
                while (open_.size() > i) close();
                return;
            }
    }

    void close() {
        handler_.end(open_.back());
        open_.pop_back();
    }

    const Markup& markup_;
    std::string_view text_;
    MarkupHandler& handler_;
    std::vector<std::string_view> open_;
    std::string_view skipped_;  // the script or style that is being passed over
};

}  // namespace

MarkupFault parse_soup(const Markup& markup, MarkupHandler& handler) { return Soup(markup, handler).run(); }

}  // namespace broadsheet::reading
