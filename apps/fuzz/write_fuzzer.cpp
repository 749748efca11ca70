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
        for (const auto& article : document.articles)
            fuzz::require(fuzz::is_utf8(broadsheet::write(document, article, options)),
                          "an article is UTF-8:", writer.name);
    }
    return 0;
}
