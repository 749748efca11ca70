#include "write/names.hpp"

#include <algorithm>

#include "write/json_emitter.hpp"

namespace broadsheet::write_detail {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether the text has this shape; 0 stands for a digit.
bool has_shape(std::string_view text, std::string_view shape) {
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), [](char c, char want) {
               return want == '0' ? is_digit(c) : c == want;
           });
}

constexpr std::string_view day = "0000-00-00";

std::string alias_of(std::string_view text) {
    std::string out;
    for (const char c : text) out += is_letter(c) || is_digit(c) ? c : '_';
    while (!out.empty() && out.back() == '_') out.pop_back();
    if (out.empty() || !is_letter(out.front())) out.insert(0, "n");
    return out;
}

}  // namespace

std::string file_name(std::string_view name) {
    std::string out;
    for (const char c : name) out += is_letter(c) || is_digit(c) || c == '-' || c == '_' ? c : '_';
    return out;
}

std::string stem_of(std::string_view path) {
    if (path == "-") return "stdin";
    path.remove_prefix(std::min(path.rfind('/') + 1, path.size()));
    // All endings: "p3.alto.xml". A full stop in front hides a file.
    const auto end = path.find('.', 1);
    const auto out = file_name(path.substr(0, end));
    return out.empty() ? "page" : out;
}

std::string four_digits(std::uint64_t number) {
    std::string out;
    append_integer(out, number);
    if (out.size() < 4) out.insert(0, 4 - out.size(), '0');
    return out;
}

IssueName issue_name(std::string_view source, const WriteOptions& options) {
    const auto stem = stem_of(source);
    IssueName out;
    std::string_view alias = stem;
    for (std::size_t i = 0; i + day.size() <= stem.size(); ++i) {
        const auto rest = std::string_view(stem).substr(i);
        if (!has_shape(rest.substr(0, day.size()), day)) continue;
        alias = std::string_view(stem).substr(0, i);
        out.date = rest.substr(0, day.size());
        // "-b" behind it names the edition.
        if (rest.size() > 11 && rest[10] == '-' && rest[11] >= 'a' && rest[11] <= 'z' &&
            (rest.size() == 12 || rest[12] == '-'))
            out.edition = rest[11];
        break;
    }
    out.alias = alias_of(options.source.empty() ? alias : std::string_view(options.source));
    if (const auto created = std::string_view(options.created).substr(0, day.size()); has_shape(created, day))
        out.date = created;
    return out;
}

std::string stamp(const WriteOptions& options) {
    const std::string_view added = options.added;
    if (has_shape(added, day)) return std::string(added) + "T00:00:00Z";
    if (has_shape(added, "0000-00-00T00:00:00Z")) return std::string(added);
    return "1970-01-01T00:00:00Z";
}

}  // namespace broadsheet::write_detail
