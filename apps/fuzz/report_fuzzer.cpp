// Decisions with their evidence, and the report that shows them: hostile text, and a hostile name, are never markup.
#include <algorithm>
#include <string>

#include "laws.hpp"

namespace {

// The elements of a report that a browser runs: its own, whatever stands in the source.
std::ptrdiff_t count(std::string_view text, std::string_view what) {
    std::ptrdiff_t out = 0;
    for (auto at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++out;
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto input = fuzz::input_of(data, size);
    input.options.read.name = std::string(input.bytes.substr(0, std::min<std::size_t>(input.bytes.find('\n'), 60)));
    input.options.repair.explain = input.options.segment.explain = true;
    if (!fuzz::read(input)) return 0;
    const auto document = broadsheet::process(input.bytes, input.options);
    for (const auto& note : document.notes)
        fuzz::require(fuzz::is_utf8(note.message), "a note is UTF-8:", note.message);

    broadsheet::WriteOptions options;
    options.to = "html";
    options.images = {{1, "image/png", std::string(input.bytes.substr(0, 100))}};
    options.index = input.options.read.name;
    static const auto scripts = count(broadsheet::write(broadsheet::process(""), options), "<script");
    const auto report = broadsheet::write(document, options);
    fuzz::require(fuzz::is_utf8(report), "a report is UTF-8");
    fuzz::require(fuzz::is_xml(report), "a report is well-formed");
    fuzz::require(count(report, "<script") == scripts, "a report runs its own script and no other");
    const auto entries = broadsheet::index_entry(document, input.options.read.name) +
                         broadsheet::index_entry(document, "a", true) +
                         broadsheet::index_entry(input.options.read.name, input.bytes.substr(0, 100));
    const auto index = broadsheet::index_page(input.options.read.name, entries, 3);
    fuzz::require(fuzz::is_utf8(index) && fuzz::is_xml(index), "an index is well-formed UTF-8");
    return 0;
}
