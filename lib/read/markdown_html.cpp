// HTML inside Markdown, as vision models write it: comments, addresses in angle brackets, tags.
#include <string>
#include <string_view>

#include "core/chars.hpp"
#include "read/markdown_inline.hpp"
#include "read/markdown_rows.hpp"

namespace broadsheet::reading {

namespace {

struct Tag {
    std::string_view name;
    enum class Kind : std::uint8_t { inside, breaks, row, cell, table, heading, item, caption } kind;
};

// Names that vision models write. In small letters only: <GM> and <B> are the marks of shares.
constexpr Tag tags[] = {
    {"a", Tag::Kind::inside},          {"b", Tag::Kind::inside},        {"br", Tag::Kind::breaks},
    {"blockquote", Tag::Kind::breaks}, {"caption", Tag::Kind::caption}, {"center", Tag::Kind::breaks},
    {"code", Tag::Kind::inside},       {"col", Tag::Kind::inside},      {"colgroup", Tag::Kind::inside},
    {"div", Tag::Kind::breaks},        {"em", Tag::Kind::inside},       {"figcaption", Tag::Kind::caption},
    {"figure", Tag::Kind::breaks},     {"font", Tag::Kind::inside},     {"footer", Tag::Kind::breaks},
    {"h1", Tag::Kind::heading},        {"h2", Tag::Kind::heading},      {"h3", Tag::Kind::heading},
    {"h4", Tag::Kind::heading},        {"h5", Tag::Kind::heading},      {"h6", Tag::Kind::heading},
    {"header", Tag::Kind::breaks},     {"hr", Tag::Kind::breaks},       {"i", Tag::Kind::inside},
    {"img", Tag::Kind::inside},        {"li", Tag::Kind::item},         {"ol", Tag::Kind::breaks},
    {"p", Tag::Kind::breaks},          {"page", Tag::Kind::breaks},     {"pre", Tag::Kind::breaks},
    {"s", Tag::Kind::inside},          {"section", Tag::Kind::breaks},  {"small", Tag::Kind::inside},
    {"span", Tag::Kind::inside},       {"strong", Tag::Kind::inside},   {"sub", Tag::Kind::inside},
    {"sup", Tag::Kind::inside},        {"table", Tag::Kind::table},     {"tbody", Tag::Kind::breaks},
    {"td", Tag::Kind::cell},           {"tfoot", Tag::Kind::breaks},    {"th", Tag::Kind::cell},
    {"thead", Tag::Kind::breaks},      {"tr", Tag::Kind::row},          {"u", Tag::Kind::inside},
    {"ul", Tag::Kind::breaks}};

const Tag* find_tag(std::string_view name) {
    for (const Tag& tag : tags)
        if (tag.name == name) return &tag;
    return nullptr;
}

}  // namespace

std::uint32_t InlineParser::angle(std::uint32_t i, std::uint32_t end) {
    const auto rest = view({i, end});
    if (rest.starts_with(U"<!--")) {
        if (comment_end_ != none && comment_end_ < i + 7) {
            const auto at = std::u32string_view(chars_).find(U"-->", i + 4);
            comment_end_ = at == std::u32string_view::npos ? none : static_cast<std::uint32_t>(at) + 3;
        }
        if (comment_end_ == none || comment_end_ > end) return i + 4;
        breaks_page_ |= is_page_comment(view({i + 4, comment_end_ - 3}));
        cut({i, comment_end_});
        return comment_end_;
    }
    std::uint32_t p = i + 1;
    const bool closes = p < end && chars_[p] == U'/';
    if (closes) ++p;
    std::string name;
    while (p < end && name.size() < 12 && ((chars_[p] - U'a') < 26U || (chars_[p] - U'0') < 10U))
        name.push_back(static_cast<char>(chars_[p++]));
    if (name.empty() || p >= end) return i + 1;
    if (angle_end_ != none && angle_end_ <= p) {
        const auto at = chars_.find(U'>', p);
        angle_end_ = at == std::u32string::npos ? none : static_cast<std::uint32_t>(at) + 1;
    }
    if (angle_end_ == none || angle_end_ > end) return i + 1;
    const Run run{i, angle_end_};
    if (chars_[p] == U':' && (name == "http" || name == "https" || name == "mailto")) {
        for (const char32_t c : view(run))
            if (is(c, cls::space)) return i + 1;
        cut({i, i + 1});
        cut({run.end - 1, run.end});
        return run.end;
    }
    const char32_t next = chars_[p];
    if (next != U'>' && next != U'/' && !is(next, cls::space)) return i + 1;
    // In the brackets of a tag are attributes or nothing.
    if (is(next, cls::space) && view({p, run.end - 1}).find(U'=') == std::u32string_view::npos &&
        !trimmed(view({p, run.end - 1})).empty() && trimmed(view({p, run.end - 1})) != U"/")
        return i + 1;
    if (find_tag(name) == nullptr) return i + 1;
    tag(run, name, closes);
    return run.end;
}

void InlineParser::tag(Run run, std::string_view name, bool closes) {
    const Style outside = in_table_ ? Style{Mark::table_row, 0} : block_;
    switch (find_tag(name)->kind) {
        case Tag::Kind::inside:
            cut(run);
            return;
        case Tag::Kind::cell:
            cut(run, Cut::Then::cell);
            return;
        case Tag::Kind::row:
        case Tag::Kind::breaks:
            cut(run, Cut::Then::new_line);
            return;
        case Tag::Kind::table:
            in_table_ = !closes;
            style_ = closes ? block_ : Style{Mark::table_row, 0};
            break;
        case Tag::Kind::heading:
            style_ = closes ? outside : Style{Mark::heading, static_cast<std::uint8_t>(name[1] - '0')};
            break;
        case Tag::Kind::item:
            style_ = closes ? outside : Style{Mark::list_item, 0};
            break;
        case Tag::Kind::caption:
            style_ = closes ? outside : Style{Mark::image, 0};
            break;
    }
    cut(run, Cut::Then::new_line);
}

}  // namespace broadsheet::reading
