// Lines become paragraphs: all laws hold, and text once repaired stays as it is.
#include "laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    auto document = fuzz::read(input);
    if (!document) return 0;
    broadsheet::repair(*document);
    fuzz::check_blocks(*document, input.bytes);

    const std::string once = broadsheet::repair_text(input.bytes, input.options);
    fuzz::require(fuzz::is_utf8(once), "repaired text is UTF-8");
    broadsheet::Options as_text;
    // What was only read because its encoding was named may look like no text at all.
    if (!input.options.read.encoding.empty()) as_text.read.encoding = "UTF-8";
    std::string twice;
    try {
        twice = broadsheet::repair_text(once, as_text);
    } catch (const broadsheet::Error& error) {
        fuzz::require(error.code() == broadsheet::Error::Code::format, "repaired text is read again:", error.what());
        return 0;  // it begins like a PDF, say, and is refused as one
    }
    fuzz::require(once == twice,
                  "repaired again, text stays as it is:", "\n--- once\n" + once + "\n--- twice\n" + twice);
    return 0;
}
