#include "pipe/json_record.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>

#include "pipe/large_numbers.hpp"

namespace broadsheet::piping {

namespace {

namespace dom = simdjson::dom;

// Members of an object that are asked for. Of a name that comes twice the last one counts, as in Python.
std::optional<dom::element> member(dom::object object, std::string_view name) {
    std::optional<dom::element> out;
    for (const auto& field : object)
        if (field.key == name) out = field.value;
    return out;
}

std::string_view type_of(dom::element value) {
    switch (value.type()) {
        case dom::element_type::ARRAY:
            return "a list";
        case dom::element_type::OBJECT:
            return "an object";
        case dom::element_type::STRING:
            return "a string";
        case dom::element_type::BOOL:
            return "true or false";
        case dom::element_type::NULL_VALUE:
            return "null";
        default:
            return "a number";
    }
}

std::optional<std::string> string_in(dom::element value) {
    std::string_view out;
    if (value.get(out) != simdjson::SUCCESS) return std::nullopt;
    return std::string(out);
}

// A string or an integer, as a string.
std::optional<std::string> id_in(dom::element value) {
    std::int64_t small = 0;
    std::uint64_t large = 0;
    if (value.is_int64() && value.get(small) == simdjson::SUCCESS) return std::to_string(small);
    if (value.is_uint64() && value.get(large) == simdjson::SUCCESS) return std::to_string(large);
    return string_in(value);
}

class Parser {
public:
    Parser(std::string_view text_field, std::string_view id_field) : text_field_(text_field), id_field_(id_field) {}

    std::variant<InputRecord, Fault> parse(std::string_view line) {
        dom::parser parser;
        dom::element root;
        auto error = parser.parse(line.data(), line.size()).get(root);
        if (error == simdjson::NUMBER_ERROR) {
            const std::string quoted = quote_large_numbers(line);
            error = parser.parse(quoted).get(root);
        }
        if (error == simdjson::UTF8_ERROR) return fault("encoding", "the line is not UTF-8");
        if (error == simdjson::MEMALLOC) throw std::bad_alloc();
        if (error != simdjson::SUCCESS) return fault("json", why(error));
        dom::object object;
        if (root.get(object) != simdjson::SUCCESS)
            return fault("json", fmt::format("the line is {}, not an object", type_of(root)));
        if (!read_id(object)) return std::move(fault_);
        read_passed_on(object);
        if (!read_text(object)) return std::move(fault_);
        return std::move(record_);
    }

private:
    Fault fault(std::string_view code, std::string message) { return {record_.id, code, std::move(message)}; }

    bool fail(std::string message) {
        fault_ = fault("field", std::move(message));
        return false;
    }

    // The library's words name the bug hunt of its makers; ours name what to look for.
    static std::string why(simdjson::error_code error) {
        switch (error) {
            case simdjson::DEPTH_ERROR:
                return "the line is nested too deep (lists and objects go 1024 levels deep at most, the record being "
                       "the first)";
            case simdjson::STRING_ERROR:
                return "the line is not JSON: a string holds a wrong escape or half of a surrogate pair";
            case simdjson::UNESCAPED_CHARS:
                return "the line is not JSON: a string holds a raw control character";
            case simdjson::UNCLOSED_STRING:
                return "the line is not JSON: a string does not end (was the line cut off?)";
            case simdjson::NUMBER_ERROR:
                return "the line is not JSON: there is a wrong number";
            case simdjson::CAPACITY:
                return "the line is longer than 4 GB";
            default:
                return "the line is not JSON";
        }
    }

    bool read_id(dom::object object) {
        if (id_field_.empty()) return true;
        const auto value = member(object, id_field_);
        if (!value) return fail(fmt::format("the record has no \"{}\"", id_field_));
        auto id = id_in(*value);
        if (!id) return fail(fmt::format("the \"{}\" is {}, not a string or an integer", id_field_, type_of(*value)));
        if (id->empty()) return fail(fmt::format("the \"{}\" is empty", id_field_));
        record_.id = *std::move(id);
        return true;
    }

    void read_passed_on(dom::object object) {
        if (const auto value = member(object, "source")) record_.source = string_in(*value).value_or("");
        if (const auto value = member(object, "created")) record_.created = string_in(*value).value_or("");
    }

    bool read_text(dom::object object) {
        const auto value = member(object, text_field_);
        if (!value) return fail(fmt::format("the record has no \"{}\"", text_field_));
        if (auto text = string_in(*value)) {
            record_.pages.push_back({{}, *std::move(text)});
            return true;
        }
        dom::array list;
        if (value->get(list) != simdjson::SUCCESS)
            return fail(fmt::format("the \"{}\" is {}, not a string or a list", text_field_, type_of(*value)));
        record_.is_list = true;
        for (const dom::element page : list)
            if (!read_page(page)) return false;
        return true;
    }

    bool read_page(dom::element value) {
        const auto number = record_.pages.size() + 1;
        if (auto text = string_in(value)) {
            record_.pages.push_back({{}, *std::move(text)});
            return true;
        }
        dom::object object;
        if (value.get(object) != simdjson::SUCCESS)
            return fail(fmt::format("page {} of the list \"{}\" is {}, not a string or an object", number, text_field_,
                                    type_of(value)));
        const auto inner = member(object, text_field_);
        if (!inner)
            return fail(fmt::format("page {} of the list \"{}\" is an object without \"{}\"", number, text_field_,
                                    text_field_));
        auto text = string_in(*inner);
        if (!text)
            return fail(fmt::format("page {} of the list \"{}\" is an object whose \"{}\" is {}, not a string", number,
                                    text_field_, text_field_, type_of(*inner)));
        Page page{{}, *std::move(text)};
        if (!id_field_.empty())
            if (const auto id = member(object, id_field_)) page.id = id_in(*id).value_or("");
        record_.pages.push_back(std::move(page));
        return true;
    }

    std::string_view text_field_, id_field_;
    InputRecord record_;
    Fault fault_;
};

}  // namespace

std::variant<InputRecord, Fault> parse_record(std::string_view line, std::string_view text_field,
                                              std::string_view id_field) {
    return Parser(text_field, id_field).parse(line);
}

}  // namespace broadsheet::piping
