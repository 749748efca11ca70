// A record becomes records: whatever the line is, lines of JSON come out, and each says truly where its text stood. An
// input that is no object of JSON is the text of a record.
#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "laws.hpp"

namespace {

using nlohmann::json;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    fuzz::require(text.empty() || text.back() == '\n', "output is whole lines");
    while (!text.empty()) {
        const auto end = text.find('\n');
        out.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return out;
}

json object_of(std::string_view line) {
    json out = json::parse(line, nullptr, false);
    fuzz::require(out.is_object(), "a line is an object of JSON in UTF-8:", line);
    return out;
}

void check_error(const broadsheet::PipedRecord& out) {
    constexpr std::string_view codes[] = {"too_long", "encoding", "json", "field", "text"};
    const auto code = object_of(out.error).at("code").get<std::string>();
    fuzz::require(std::find(std::begin(codes), std::end(codes), code) != std::end(codes),
                  "a bad record is foreseen:", out.error);
    fuzz::require(out.records.empty() && out.provenance.empty() && out.attributes.empty() && out.articles == 0,
                  "a bad record gives nothing else");
}

// Rows of provenance: parts of the text, and the bytes of the source that they come from.
void check_spans(const json& record, const json& provenance, std::string_view source) {
    const auto text = fuzz::code_points(record.at("text").get<std::string>());
    const json& files = provenance.at("files");
    for (const json& row : provenance.at("spans")) {
        const auto number = [&](std::size_t column) { return row.at(column).get<std::size_t>(); };
        const std::size_t start = number(0), end = number(1), file = number(2), begin = number(3), stop = number(4);
        fuzz::require(start < end && end <= text.size(), "a span is a part of the text");
        fuzz::require(file < files.size(), "a span is of a file that is there");
        fuzz::require(begin < stop && stop <= files[file].at("bytes").get<std::size_t>(), "a span lies in its file");
        if (source.empty() || files.size() > 1 || files[0].at("format") != "text") continue;
        fuzz::require(
            fuzz::is_same_text(fuzz::to_utf8(text.substr(start, end - start)), source.substr(begin, stop - begin)),
            "the text of a span is its bytes:", source.substr(begin, stop - begin));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::string line(bytes), source;
    if (!bytes.starts_with('{')) {
        source = fuzz::to_utf8(fuzz::code_points(bytes));
        line = json{{"id", "a"}, {"text", source}}.dump();
    }
    broadsheet::PipeOptions options;
    options.read.name = "in";
    options.provenance = options.attributes = true;
    const auto out = broadsheet::pipe_record(line, 1, options);
    if (!out.error.empty()) {
        check_error(out);
        return 0;
    }
    const auto again = broadsheet::pipe_record(line, 2, options);
    fuzz::require(
        out.records == again.records && out.provenance == again.provenance && out.attributes == again.attributes,
        "what comes out of a record does not depend on its number");
    const auto records = lines_of(out.records), spans = lines_of(out.provenance), marks = lines_of(out.attributes);
    fuzz::require(records.size() == out.articles && spans.size() == out.articles && marks.size() == out.articles,
                  "an article has a line in each");
    for (std::size_t i = 0; i < records.size(); ++i) {
        const json record = object_of(records[i]), provenance = object_of(spans[i]), attributes = object_of(marks[i]);
        fuzz::require(record.at("id") == provenance.at("id") && record.at("id") == attributes.at("id"),
                      "lines of an article have its id");
        fuzz::require(!record.at("text").get<std::string>().empty(), "a record has text");
        check_spans(record, provenance, source);
    }
    return 0;
}
