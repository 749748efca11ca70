// Articles become text: every writer gives whole UTF-8, and the same bytes each time.
#include <algorithm>
#include <string>

#include "laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    if (!fuzz::read(input)) return 0;
    const auto document = broadsheet::process(input.bytes, input.options);
    const auto again = broadsheet::process(input.bytes, input.options);
    for (const broadsheet::Writer& writer : broadsheet::writers()) {
        broadsheet::WriteOptions options;
        options.to = writer.name;
        const std::string out = broadsheet::write(document, options);
        fuzz::require(out == broadsheet::write(again, options), "the same input gives the same bytes:", writer.name);
        fuzz::require(fuzz::is_utf8(out), "output is UTF-8:", writer.name);
        fuzz::require(out.empty() || out.back() == '\n', "output ends with a newline:", writer.name);
        if (writer.name == "jsonl")
            fuzz::require(
                static_cast<std::size_t>(std::count(out.begin(), out.end(), '\n')) == document.articles.size(),
                "a record a line");
        if (writer.name == "json") fuzz::require(std::count(out.begin(), out.end(), '\n') == 1, "json is one line");
        const bool is_xml =
            writer.name == "html" || writer.name == "tei" || writer.name == "alto" || writer.name == "page";
        fuzz::require(!is_xml || fuzz::is_xml(out), "XML is well-formed:", writer.name);
        // Of a page of hundreds the first ones: a report of one article shows all of the page.
        for (std::size_t i = 0; i < std::min<std::size_t>(document.articles.size(), 3); ++i) {
            const auto one = broadsheet::write(document, document.articles[i], options);
            fuzz::require(fuzz::is_utf8(one), "an article is UTF-8:", writer.name);
            fuzz::require(!is_xml || fuzz::is_xml(one), "XML of one article is well-formed:", writer.name);
        }
        for (const auto& file : broadsheet::write_files(document, options)) {
            fuzz::require(fuzz::is_utf8(file.text), "a file is UTF-8:", writer.name);
            fuzz::require(!file.name.ends_with(".xml") || fuzz::is_xml(file.text), "a file is well-formed:", file.name);
        }
    }
    return 0;
}
