// From bytes to articles, and out again.
#include <memory>

#include "c/handles.hpp"
#include "c/time_limit.hpp"

namespace {

using namespace broadsheet;

const broadsheet_options& or_defaults(const broadsheet_options* options) {
    static const broadsheet_options defaults;
    return options == nullptr ? defaults : *options;
}

std::string_view view(const void* bytes, std::size_t size) { return {static_cast<const char*>(bytes), size}; }

Options within(const c::TimeLimit& limit, const broadsheet_options& options) {
    Options out = options.process;
    out.read.stop = out.repair.stop = out.segment.stop = limit.stop();
    return out;
}

void hand_over(const std::string& from, char** text, std::size_t* size) {
    *text = c::copy_of(from);
    if (size != nullptr) *size = from.size();
}

}  // namespace

int broadsheet_extract(const void* bytes, size_t size, const broadsheet_options* options,
                       broadsheet_document** document, char** message) {
    if (document != nullptr) *document = nullptr;
    if (document == nullptr || (bytes == nullptr && size != 0)) return c::bad_argument(message);
    return c::guarded(message, [&] {
        const auto& o = or_defaults(options);
        const c::TimeLimit limit(o.timeout);
        auto made = std::make_unique<broadsheet_document>();
        made->document = process(view(bytes, size), within(limit, o));
        made->render = o.write.render;
        *document = made.release();
    });
}

void broadsheet_document_free(broadsheet_document* document) { delete document; }

int broadsheet_repair(const void* bytes, size_t size, const broadsheet_options* options, char** text, size_t* text_size,
                      char** message) {
    if (text != nullptr) *text = nullptr;
    if (text_size != nullptr) *text_size = 0;
    if (text == nullptr || (bytes == nullptr && size != 0)) return c::bad_argument(message);
    return c::guarded(message, [&] {
        const auto& o = or_defaults(options);
        const c::TimeLimit limit(o.timeout);
        hand_over(repair_text(view(bytes, size), within(limit, o), o.write.render), text, text_size);
    });
}

int broadsheet_write(const broadsheet_document* document, const broadsheet_options* options, char** text,
                     size_t* text_size, char** message) {
    if (text != nullptr) *text = nullptr;
    if (text_size != nullptr) *text_size = 0;
    if (document == nullptr || text == nullptr) return c::bad_argument(message);
    return c::guarded(message,
                      [&] { hand_over(write(document->document, or_defaults(options).write), text, text_size); });
}

int broadsheet_pipe(const char* line, size_t size, uint64_t number, const broadsheet_options* options, char** records,
                    size_t* records_size, char** error, char** message) {
    if (records != nullptr) *records = nullptr;
    if (records_size != nullptr) *records_size = 0;
    if (error != nullptr) *error = nullptr;
    if (records == nullptr || error == nullptr || (line == nullptr && size != 0)) return c::bad_argument(message);
    return c::guarded(message, [&] {
        const auto& o = or_defaults(options);
        const c::TimeLimit limit(o.timeout);
        const Options of_page = within(limit, o);
        PipeOptions piping = o.pipe;
        piping.read = of_page.read;
        piping.repair = of_page.repair;
        piping.segment = of_page.segment;
        piping.write = o.write;
        const PipedRecord out = pipe_record(view(line, size), number, piping);
        std::unique_ptr<char, decltype(&std::free)> bad(out.error.empty() ? nullptr : c::copy_of(out.error),
                                                        &std::free);
        hand_over(out.records, records, records_size);
        *error = bad.release();
    });
}
