#include "broadsheet/pipe.hpp"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <utility>
#include <variant>

#include "broadsheet/error.hpp"
#include "broadsheet/issue.hpp"
#include "pipe/json_record.hpp"
#include "write/json_emitter.hpp"
#include "write/record.hpp"

namespace broadsheet {

namespace {

using piping::InputRecord;

// The pages as one text, a form feed between two.
std::string joined(const std::vector<piping::Page>& pages) {
    std::string out;
    for (const auto& page : pages) {
        if (&page != &pages.front()) out += '\f';
        out += page.text;
    }
    return out;
}

// The issue as one document; its pages are files of it.
Document read_pages(const std::vector<piping::Page>& pages, ReadOptions options) {
    Document out;
    out.source = describe(joined(pages), options.name, "pages");
    out.source.encoding = options.encoding;
    if (options.name.empty()) out.source.name = out.source.digest;
    std::size_t number = 0;
    for (const auto& page : pages) {
        ++number;
        options.name = page.id.empty() ? fmt::format("{}#{}", out.source.name, number) : page.id;
        append(out, read(page.text, options));
    }
    return out;
}

Document read_record(const InputRecord& record, ReadOptions options) {
    options.name = record.id;
    options.encoding = "UTF-8";
    options.open = {};
    if (record.is_list) return read_pages(record.pages, std::move(options));
    Document out = read(record.pages.front().text, options);
    if (out.source.name.empty()) out.source.name = out.source.digest;
    return out;
}

PipedRecord write_articles(const Document& document, const InputRecord& record, const PipeOptions& options) {
    WriteOptions writing = options.write;
    if (writing.source.empty()) writing.source = record.source;
    if (writing.created.empty()) writing.created = record.created;
    PipedRecord out;
    for (const Article& article : document.articles) {
        const auto made = write_detail::make_record(document, article, writing.source, writing.render);
        if (!made) continue;
        ++out.articles;
        write_detail::append_record(out.records, *made, writing);
        if (options.provenance) write_detail::append_provenance_row(out.provenance, *made, options.offsets);
        if (options.attributes) write_detail::append_attributes_row(out.attributes, *made);
    }
    return out;
}

// The id for people: one that is as long as a page would hide the message.
std::string short_id(std::string_view id) {
    constexpr std::size_t most = 80;
    if (id.size() <= most) return std::string(id);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(id[end]) & 0xC0U) == 0x80U) --end;  // no half of a character
    return std::string(id.substr(0, end)) + "...";
}

PipedRecord bad(const RecordError& error) {
    PipedRecord out;
    out.error = write_error(error);
    const std::string id = error.id.empty() ? std::string() : fmt::format("id \"{}\": ", short_id(error.id));
    out.message = fmt::format("{}:{}: {}{}", error.input, error.record, id, error.message);
    return out;
}

// The message without the name of the input in front, which stands beside it.
std::string message_of(const Error& error) {
    std::string out = error.what();
    const std::string name = error.source() + ": ";
    if (!error.source().empty() && out.starts_with(name)) out.erase(0, name.size());
    return out;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

PipedRecord pipe_record(std::string_view line, std::uint64_t number, const PipeOptions& options) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    if (line.size() > options.max_line_bytes) return pipe_too_long(line.size(), number, options);
    RecordError error{options.read.name, number, {}, {}, {}, line.size()};
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    if (is_blank(line)) return {};
    auto parsed = piping::parse_record(line, options.text_field, options.id_field);
    if (auto* fault = std::get_if<piping::Fault>(&parsed)) {
        error.id = std::move(fault->id);
        error.code = fault->code;
        error.message = std::move(fault->message);
        return bad(error);
    }
    const auto& record = std::get<InputRecord>(parsed);
    error.id = record.id;
    try {
        Document document = read_record(record, options.read);
        repair(document, options.repair);
        segment(document, options.segment);
        return write_articles(document, record, options);
    } catch (const Stopped&) {
        error.code = "timeout";
        error.message = "it takes longer than it may";
    } catch (const Error& e) {
        if (e.code() == Error::Code::option) throw;
        error.code = e.code() == Error::Code::internal ? "internal" : "text";
        error.message = message_of(e);
    } catch (const std::bad_alloc&) {
        throw;  // whether there is memory is not the record's fault: with more of it the output would be another
    } catch (const std::exception& e) {
        error.code = "internal";
        error.message = fmt::format("internal error: {} (please report it)", e.what());
    }
    return bad(error);
}

PipedRecord pipe_too_long(std::uint64_t bytes, std::uint64_t number, const PipeOptions& options) {
    return bad({options.read.name,
                number,
                {},
                "too_long",
                fmt::format("the line is longer than the limit of {} bytes", options.max_line_bytes),
                bytes});
}

std::string write_error(const RecordError& error) {
    std::string out;
    JsonEmitter json(out, false);
    json.begin_object();
    json.string("input", error.input);
    json.integer("record", error.record);
    json.string("id", error.id);
    json.string("code", error.code);
    json.string("message", error.message);
    json.integer("bytes", error.bytes);
    json.end_object();
    out += '\n';
    return out;
}

}  // namespace broadsheet
