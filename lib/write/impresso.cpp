// Rebuilt content items of impresso, one a line: https://github.com/impresso/impresso-schemas. Offsets are code points
// of "ft"; of a word torn at a line's end the first half has its own length, the second that of the whole word.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/chars.hpp"
#include "write/json_emitter.hpp"
#include "write/names.hpp"
#include "write/parts.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

using Layout = JsonEmitter::Layout;

struct Place {
    const Token* token = nullptr;
    std::uint64_t begin = 0, end = 0;  // code points of the text
};

struct OnPage {
    std::vector<Place> tokens;
    std::vector<Box> regions;
};

std::string_view type_of(ArticleType type) {
    return type == ArticleType::ad ? "ad" : type == ArticleType::photo ? "img" : "ar";
}

class Item {
public:
    Item(const Document& document, const Article& article, const WriteOptions& options)
        : d_(document), parts_(parts(document, &article)), article_(article) {
        for (std::size_t i = 0; i < parts_.size();) i = block(i, options);
    }

    void emit(std::string& out, const IssueName& issue, std::size_t number, const std::string& stamp) {
        JsonEmitter json(out, false);
        json.begin_object();
        json.string("id", issue.prefix() + "-i" + four_digits(number));
        json.string("ts", stamp);
        json.boolean("olr", true);
        json.string("tp", type_of(article_.type));
        if (!issue.date.empty()) json.string("d", issue.date);
        const auto language = std::string_view(article_.lang).substr(0, article_.lang.find('-'));
        if (language.size() == 2 || language.size() == 3) json.string("lg", language);
        json.string("title", title_);
        json.key("pp");
        json.begin_array();
        for (const auto& [page, on_page] : pages_) json.integer(page);
        json.end_array();
        json.string("ft", text_);
        for (const auto& [name, breaks] :
             {std::pair("lb", &lines_), std::pair("pb", &paragraphs_), std::pair("rb", &regions_)}) {
            json.key(name);
            json.begin_array();
            for (const auto at : *breaks) json.integer(at);
            json.end_array();
        }
        json.key("ppreb");
        json.begin_array();
        for (const auto& [page, on_page] : pages_) {
            json.begin_object();
            json.string("id", issue.prefix() + "-p" + four_digits(page));
            json.integer("n", page);
            emit_page(json, on_page, scale_of(page));
            json.end_object();
        }
        json.end_array();
        json.end_object();
        out += '\n';
    }

private:
    // All parts of one block, the first of which is this. Gives the next block's first.
    std::size_t block(std::size_t first, const WriteOptions& options) {
        auto last = first;
        while (last < parts_.size() && parts_[last].block == parts_[first].block) ++last;
        const Block& block = d_.blocks[parts_[first].block];
        std::string rendered = render(d_, block, options.render);
        std::replace(rendered.begin(), rendered.end(), '\n', ' ');
        if (rendered.empty()) return last;
        if (block.role == Role::headline) title_.append(title_.empty() ? "" : " ").append(rendered);
        if (!text_.empty()) {
            text_ += ' ';
            ++length_;
        }
        // Rendering changes white space only: the marks of both sides are counted off.
        const std::u32string chars = to_utf32(rendered);
        std::vector<std::uint64_t> marks;
        for (std::size_t i = 0; i < chars.size(); ++i)
            if (!is(chars[i], cls::space)) marks.push_back(length_ + i);
        begin_at(paragraphs_, length_);
        std::size_t used = 0;
        for (auto i = first; i < last; ++i) part(parts_[i], marks, used);
        text_ += rendered;
        length_ += chars.size();
        return last;
    }

    void part(const Part& part, const std::vector<std::uint64_t>& marks, std::size_t& used) {
        OnPage& page = pages_[part.page];
        if (part.box) page.regions.push_back(*part.box);
        bool first = true;
        for (const PartLine& line : part.lines) {
            bool first_of_line = true;
            for (const Token& token : line.tokens) {
                const auto text = d_.text.view(token.text);
                const auto count = static_cast<std::size_t>(
                    std::count_if(text.begin(), text.end(), [](char32_t c) { return !is(c, cls::space); }));
                if (count == 0 || used + count > marks.size()) return;
                Place place{&token, marks[used], marks[used + count - 1] + 1};
                if (first) begin_at(regions_, place.begin);
                if (first_of_line) begin_at(lines_, place.begin);
                first = first_of_line = false;
                if (token.torn == 2) place.begin = torn_;
                if (token.torn == 1) torn_ = place.begin;
                page.tokens.push_back(place);
                used += count;
            }
        }
    }

    // What the text begins with breaks nothing.
    static void begin_at(std::vector<std::uint64_t>& breaks, std::uint64_t at) {
        if (at > 0) breaks.push_back(at);
    }

    [[nodiscard]] double scale_of(std::uint32_t number) const {
        for (const Page& page : d_.pages)
            if (page.number == number) return pixels(page.unit);
        return 1;
    }

    static void emit_box(JsonEmitter& json, const Box& box, double scale) {
        const auto whole = [&](float length) {
            const double scaled = std::round(static_cast<double>(length) * scale);
            return scaled > 0 ? static_cast<std::uint64_t>(std::fmin(scaled, 1e9)) : 0;
        };
        json.begin_array(Layout::row);
        for (const float length : {box.left, box.top, box.right - box.left, box.bottom - box.top})
            json.integer(whole(length));
        json.end_array();
    }

    void emit_page(JsonEmitter& json, const OnPage& page, double scale) const {
        json.key("t");
        json.begin_array();
        for (const Place& place : page.tokens) {
            json.begin_object();
            if (place.token->box != none) {
                json.key("c");
                emit_box(json, d_.boxes[place.token->box], scale);
            }
            json.integer("s", place.begin);
            json.integer("l", place.end - place.begin);
            json.end_object();
        }
        json.end_array();
        json.key("r");
        json.begin_array();
        for (const Box& box : page.regions) emit_box(json, box, scale);
        json.end_array();
    }

    const Document& d_;
    std::vector<Part> parts_;
    const Article& article_;
    std::map<std::uint32_t, OnPage> pages_;
    std::string text_, title_;
    std::uint64_t length_ = 0;  // code points of the text
    std::uint64_t torn_ = 0;    // where the word begins that a line's end tears
    std::vector<std::uint64_t> lines_, paragraphs_, regions_;
};

}  // namespace

std::string impresso(const Document& document, const Article* only, const WriteOptions& options) {
    std::string out;
    const IssueName issue = issue_name(document.source.name, options);
    for (std::size_t i = 0; i < document.articles.size(); ++i)
        if (only == nullptr || only == &document.articles[i])
            Item(document, document.articles[i], options).emit(out, issue, i + 1, stamp(options));
    return out;
}

}  // namespace broadsheet::write_detail
