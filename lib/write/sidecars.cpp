// Rows beside the records "broadsheet/article/1". What holds for these holds here: keys and types never depend on the
// data, and no list is empty.
#include <algorithm>
#include <array>

#include "core/chars.hpp"
#include "write/json_parts.hpp"
#include "write/record.hpp"
#include "write/writers.hpp"

namespace broadsheet::write_detail {

namespace {

constexpr std::array roles{Role::section,  Role::kicker,    Role::headline, Role::deck,    Role::byline,
                           Role::dateline, Role::paragraph, Role::subhead,  Role::caption, Role::credit,
                           Role::note,     Role::list,      Role::table};
constexpr std::array types{ArticleType::article, ArticleType::ad,       ArticleType::notice,
                           ArticleType::photo,   ArticleType::masthead, ArticleType::unknown};

std::string_view name_of(Offsets offsets) {
    switch (offsets) {
        case Offsets::bytes:
            return "bytes";
        case Offsets::utf16:
            return "utf16";
        case Offsets::code_points:
            break;
    }
    return "code_points";
}

std::string text_of(const Record& record) {
    std::string out;
    for (const std::string& text : record.rendered) {
        if (text.empty()) continue;
        if (!out.empty()) out += between_blocks;
        out += text;
    }
    return out;
}

// Where in the unit asked for each code point of a text begins, and one more for its end.
std::vector<std::uint64_t> places_of(std::u32string_view text, Offsets offsets) {
    const auto width = [&](char32_t c) -> std::uint64_t {
        if (offsets == Offsets::utf16) return c < 0x10000 ? 1 : 2;
        return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    };
    std::vector<std::uint64_t> out;
    out.reserve(text.size() + 1);
    out.push_back(0);
    for (const char32_t c : text) out.push_back(out.back() + width(c));
    return out;
}

void emit_boxes(JsonEmitter& json, const Document& document, const std::vector<Origin>& origins) {
    json.key("boxes");
    json.begin_array();
    for (const Origin& origin : origins)
        emit_box(json, origin.span.box == none ? Box{} : document.boxes[origin.span.box]);
    json.end_array();
}

// Attributes as dolma has them: rows [start, end, score].
class Attributes {
public:
    explicit Attributes(JsonEmitter& json) : json_(json) {}

    void begin(std::string_view name) {
        json_.key("broadsheet__" + std::string(name));
        json_.begin_array();
    }
    void row(std::uint64_t begin, std::uint64_t end, float score) {
        json_.begin_array();
        json_.integer(begin);
        json_.integer(end);
        json_.decimal(static_cast<double>(score));
        json_.end_array();
    }
    void end() { json_.end_array(); }
    void whole(std::string_view name, std::uint64_t size, float score) {
        begin(name);
        row(0, size, score);
        end();
    }

private:
    JsonEmitter& json_;
};

}  // namespace

void append_provenance_row(std::string& out, const Record& record, Offsets offsets) {
    const Document& document = record.document;
    const auto origins = origins_of(record);
    std::vector<std::uint64_t> places;
    if (offsets != Offsets::code_points) places = places_of(to_utf32(text_of(record)), offsets);
    const auto place = [&](std::uint64_t i) { return places.empty() ? i : places[i]; };

    JsonEmitter json(out, false);
    json.begin_object();
    json.string("id", record.id);
    json.string("source", record.source);
    json.string("schema", "broadsheet/provenance/1");
    json.string("offsets", name_of(offsets));
    json.key("files");
    json.begin_array();
    emit_source(json, document.source);
    for (const Source& file : document.files) emit_source(json, file);
    json.end_array();
    json.key("spans");
    json.begin_array();
    for (const auto& [begin, end, span] : origins)
        json.integers({place(begin), place(end), span.file, span.begin, span.end, span.page, span.line});
    json.end_array();
    emit_boxes(json, document, origins);
    json.end_object();
    out += '\n';
}

void append_attributes_row(std::string& out, const Record& record) {
    struct Place {
        Role role;
        std::uint64_t begin, end;
        float confidence;
    };
    std::vector<Place> places;
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < record.rendered.size(); ++i) {
        if (record.rendered[i].empty()) continue;
        const Block& block = record.document.blocks[record.article.blocks[i]];
        const std::uint64_t begin = places.empty() ? 0 : size + between_blocks.size();
        size = begin + count_code_points(record.rendered[i]);
        places.push_back({block.role, begin, size, block.confidence});
    }

    const Article& article = record.article;
    JsonEmitter json(out, false);
    json.begin_object();
    json.string("id", record.id);
    json.string("source", record.source);
    json.key("attributes");
    json.begin_object();
    Attributes attributes(json);
    attributes.whole("confidence", size, article.confidence);
    for (const ArticleType type : types)
        attributes.whole("type_" + std::string(name(type)), size, article.type == type ? 1 : 0);
    attributes.whole("starts_mid_sentence", size, article.starts_open ? 1 : 0);
    attributes.whole("ends_mid_sentence", size, article.ends_open ? 1 : 0);
    for (const Role role : roles) {
        attributes.begin("role_" + std::string(name(role)));
        bool any = false;
        for (const Place& place : places) {
            if (place.role != role) continue;
            attributes.row(place.begin, place.end, place.confidence);
            any = true;
        }
        if (!any) attributes.row(0, 0, 0);  // an empty list would have no type
        attributes.end();
    }
    json.end_object();
    json.end_object();
    out += '\n';
}

}  // namespace broadsheet::write_detail
