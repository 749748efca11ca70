// Options by their names on the command line.
#include <charconv>
#include <memory>

#include "c/handles.hpp"

namespace {

using broadsheet::Error;
using Set = void (*)(broadsheet_options& options, const std::string& value);

struct Row {
    std::string_view name;
    Set set;
};

[[noreturn]] void reject(std::string_view option, const std::string& value) {
    throw Error(Error::Code::option, std::string(option), "\"" + value + "\" is not known");
}

template <typename Table>
const auto& row_of(std::string_view option, const std::string& value, const Table& table) {
    const auto* const row = broadsheet::find_named(table, value);
    if (row == nullptr) reject(option, value);
    return *row;
}

template <typename Table>
const std::string& known(std::string_view option, const std::string& value, const Table& table) {
    (void)row_of(option, value, table);
    return value;
}

constexpr broadsheet::Named<bool> truths[] = {{"true", true}, {"false", false}};

bool truth(std::string_view option, const std::string& value) { return row_of(option, value, truths).value; }

std::uint64_t number(std::string_view option, const std::string& value) {
    std::uint64_t out = 0;
    const char* const last = value.data() + value.size();
    if (const auto [end, error] = std::from_chars(value.data(), last, out); error != std::errc() || end != last)
        reject(option, value);
    return out;
}

std::chrono::seconds seconds(std::string_view option, const std::string& value) {
    constexpr std::uint64_t most = 1'000'000;
    const auto out = number(option, value);
    if (out > most) reject(option, value);
    return std::chrono::seconds(out);
}

void add_words(broadsheet_options& o, const std::string& value) {
    auto words = std::make_shared<broadsheet::Lexicon>();
    if (o.process.repair.lexicon) words->merge(*o.process.repair.lexicon);
    words->merge(broadsheet::Lexicon::load(value, "words"));
    o.process.repair.lexicon = std::move(words);
}

constexpr Row table[] = {
    {"added", [](auto& o, const auto& v) { o.write.added = v; }},
    {"articles",
     [](auto& o, const auto& v) { o.process.read.articles = row_of("articles", v, broadsheet::articles_names).value; }},
    {"created", [](auto& o, const auto& v) { o.write.created = v; }},
    {"encoding", [](auto& o, const auto& v) { o.process.read.encoding = v; }},
    {"explain",
     [](auto& o, const auto& v) { o.process.repair.explain = o.process.segment.explain = truth("explain", v); }},
    {"from", [](auto& o, const auto& v) { o.process.read.from = known("from", v, broadsheet::readers()); }},
    {"id-field", [](auto& o, const auto& v) { o.pipe.id_field = v; }},
    {"inline-provenance", [](auto& o, const auto& v) { o.write.inline_provenance = truth("inline-provenance", v); }},
    {"lang", [](auto& o, const auto& v) { o.process.segment.lang = known("lang", v, broadsheet::languages()); }},
    {"max-bytes", [](auto& o, const auto& v) { o.process.read.max_bytes = number("max-bytes", v); }},
    {"max-line-bytes", [](auto& o, const auto& v) { o.pipe.max_line_bytes = number("max-line-bytes", v); }},
    {"name", [](auto& o, const auto& v) { o.process.read.name = v; }},
    {"pretty", [](auto& o, const auto& v) { o.write.pretty = truth("pretty", v); }},
    {"skip", [](auto& o, const auto& v) { o.process.repair.skip.push_back(known("skip", v, broadsheet::passes())); }},
    {"source", [](auto& o, const auto& v) { o.write.source = v; }},
    {"spacing",
     [](auto& o, const auto& v) { o.write.render.spacing = row_of("spacing", v, broadsheet::spacing_names).value; }},
    {"text-field", [](auto& o, const auto& v) { o.pipe.text_field = v; }},
    {"timeout", [](auto& o, const auto& v) { o.timeout = seconds("timeout", v); }},
    {"to", [](auto& o, const auto& v) { o.write.to = known("to", v, broadsheet::writers()); }},
    {"width", [](auto& o, const auto& v) { o.write.render.width = row_of("width", v, broadsheet::width_names).value; }},
    {"words", add_words},
    {"writing",
     [](auto& o, const auto& v) { o.process.repair.writing = row_of("writing", v, broadsheet::writing_names).value; }},
};

}  // namespace

broadsheet_options* broadsheet_options_new(void) {
    try {
        return new broadsheet_options;
    } catch (...) {
        return nullptr;
    }
}

void broadsheet_options_free(broadsheet_options* options) { delete options; }

int broadsheet_options_set(broadsheet_options* options, const char* name, const char* value, char** message) {
    if (options == nullptr || name == nullptr || value == nullptr) return broadsheet::c::bad_argument(message);
    return broadsheet::c::guarded(message, [&] {
        const std::string_view wanted = name;
        const auto* const row = broadsheet::find_named(table, wanted);
        if (row == nullptr) throw Error(Error::Code::option, {}, "there is no option \"" + std::string(wanted) + "\"");
        row->set(*options, value);
    });
}
