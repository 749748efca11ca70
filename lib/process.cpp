#include <algorithm>
#include <optional>
#include <utility>

#include "broadsheet/broadsheet.hpp"

namespace broadsheet {

namespace {

// How much text there is: each round of repair that changes it must make it less.
struct Amount {
    std::size_t bytes = 0;  // that are not ASCII white space
    std::size_t lines = 0;  // that hold any

    bool operator<(const Amount& other) const { return std::pair(bytes, lines) < std::pair(other.bytes, other.lines); }
};

Amount amount_of(std::string_view text) {
    Amount out;
    bool blank = true;
    for (const char c : text) {
        if (c == '\n') blank = true;
        if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
        ++out.bytes;
        if (blank) ++out.lines;
        blank = false;
    }
    return out;
}

std::string repair_once(std::string_view bytes, const Options& options, const RenderOptions& render) {
    Document document = read(bytes, options.read);
    repair(document, options.repair);
    return write_paragraphs(document, render);
}

// The text repaired once more; nothing where no reader takes it: it begins like a PDF, say.
std::optional<std::string> repair_again(std::string_view text, const Options& options, const RenderOptions& render) {
    try {
        return repair_once(text, options, render);
    } catch (const Error& error) {
        if (error.code() != Error::Code::format) throw;
        return std::nullopt;
    }
}

// True for a text that printing leaves alone where there is nothing to repair: repair_text() may have printed it.
bool is_as_printed(std::string_view bytes, Options options, const RenderOptions& render) {
    options.repair.skip.clear();
    for (const Pass& pass : passes()) options.repair.skip.emplace_back(pass.name);
    return repair_again(bytes, options, render) == bytes;
}

}  // namespace

Document process(std::string_view bytes, const Options& options) {
    Document document = read(bytes, options.read);
    repair(document, options.repair);
    segment(document, options.segment);
    return document;
}

// A repaired text may look like a page in need of repair: joined rows make other rows neighbours, a paragraph that
// begins with "# " reads as Markdown. So it is repaired again until nothing changes. What is returned, x, is either
// left alone by a round, or is of the form that rounds print and no round makes it less. Both are seen on x alone,
// so repair_text(x) is x again.
std::string repair_text(std::string_view bytes, const Options& options, const RenderOptions& render) {
    // Each round makes a text less or is the last one. A page needs two or three; the end of the budget is never seen
    // but by texts made to need a round for each of very many lines.
    constexpr std::size_t budget = std::size_t{1} << 26, few_rounds = 24;
    std::size_t spent = 0;
    std::string text = repair_once(bytes, options, render);
    if (text == bytes) return text;
    Options again = options;
    again.read.encoding = "UTF-8";                   // what is printed
    again.read.max_bytes = ReadOptions().max_bytes;  // the limit is one of the input; UTF-8 may be longer
    if (const auto& from = again.read.from; from != "text" && from != "layout" && from != "markdown")
        again.read.from.clear();
    // The input itself may be a text printed before, unless its encoding had to be named.
    if (options.read.encoding.empty() && !(amount_of(text) < amount_of(bytes)) && is_as_printed(bytes, again, render))
        return std::string(bytes);
    for (std::size_t round = 1; round < few_rounds || spent < budget; ++round) {
        spent += text.size() + 1;
        std::optional<std::string> next = repair_again(text, again, render);
        if (!next || *next == text) break;
        if (!(amount_of(*next) < amount_of(text)) && is_as_printed(text, again, render)) break;
        text = *std::move(next);
    }
    return text;
}

}  // namespace broadsheet
