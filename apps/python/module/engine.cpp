#include "engine.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <new>

#include "files.hpp"
#include "issue.hpp"
#include "margin.hpp"
#include "notes.hpp"
#include "options.hpp"
#include "picture_file.hpp"
#include "watch.hpp"
#include "words.hpp"

namespace broadsheet::python {

namespace {

[[noreturn]] void reject(const std::string& message) { throw Error(Error::Code::option, {}, spelt_in_python(message)); }

// An encoding that is not known is a wrong option, and known before the first input.
void probe(const ReadOptions& options) {
    if (options.encoding.empty()) return;
    ReadOptions probing = options;
    probing.name = "encoding";
    (void)read({}, probing);
}

bool is_folder(const std::string& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::optional<IssueFile> open_nothing(std::string_view /*path*/) { return std::nullopt; }

}  // namespace

std::string spelt_in_python(std::string text) {
    if (!text.starts_with("--")) return text;
    text.erase(0, 2);
    const auto end = std::min(text.find_first_of(": "), text.size());
    std::replace(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '-', '_');
    return text.starts_with("from:") ? "from_" + text.substr(4) : text;
}

app::Settings settings_of(const Rows& rows, app::Command command) {
    app::Settings out;
    out.command = command;
    out.dictionaries = "none";  // a library: the same output on every machine
    const auto table = app::option_rows();
    for (const auto& [name, value] : rows) {
        const auto row = std::find_if(table.begin(), table.end(), [&, &wanted = name](const app::OptionRow& one) {
            return one.name == wanted && app::takes(out.command, one);
        });
        if (row == table.end()) reject(fmt::format("--{}: there is no such option", name));
        if (value.find('\0') != std::string::npos) reject(fmt::format("--{}: its value has a NUL in it", name));
        try {
            row->set(out, value);
        } catch (const app::UsageError& error) {
            reject(error.what());
        }
    }
    return out;
}

Engine::Engine(const Rows& rows) : settings_(settings_of(rows)) {
    probe(settings_.process.read);
    if (std::count(settings_.words.begin(), settings_.words.end(), "-") > 0) reject("--words: \"-\" is no file");
    settings_.process.repair.lexicon = app::load_words(settings_.words, settings_.process.read.max_bytes);
    try {
        if (auto folders = app::Dictionaries::folders(settings_.dictionaries); !folders.empty())
            dictionaries_ = std::make_shared<app::Dictionaries>(std::move(folders));
    } catch (const app::UsageError& error) {
        reject(error.what());
    }
    if (dictionaries_)
        settings_.process.repair.spells = [dictionaries = dictionaries_](std::string_view lang, std::string_view word) {
            return dictionaries->spells(lang, word);
        };
    recogniser_ = std::make_unique<app::Recogniser>(
        app::RecogniseOptions{{settings_.ocr_lang, settings_.process.segment.lang, settings_.process.repair.writing},
                              std::chrono::seconds(settings_.ocr_timeout),
                              settings_.cache,
                              settings_.keep_work,
                              1});
}

// Calls then(document as read, its bytes, options).
template <typename Then>
auto Engine::with_document(const Given& given, Options options, const Then& then) const {
    app::Watch watch(settings_.timeout);  // for this call only: no thread is left behind in a process that forks
    const app::Watch::Turn turn(watch);
    options.read.stop = options.repair.stop = options.segment.stop = turn.stop();
    options.read.name = given.name;
    if (given.kind == Given::Kind::text) {
        options.read.encoding = "UTF-8";
        return then(read(given.bytes, options.read), given.bytes, options);
    }
    const bool is_path = given.kind == Given::Kind::path;
    if (is_path && is_folder(given.name)) return then(app::read_folder(given.name, options.read), {}, options);
    app::Buffer buffer;
    const auto bytes = is_path ? buffer.read(given.name, options.read.max_bytes) : given.bytes;
    if (options.read.from.empty() && !app::picture_format(bytes).empty())
        return then(recogniser_->read(bytes, {given.name, given.name}, options.read), bytes, options);
    // Bytes name no files that may be opened, whatever a METS among them says.
    if (!is_path) options.read.open = open_nothing;
    return then(app::read_file(bytes, options.read), bytes, options);
}

Document Engine::process(const Given& given, Options options) const {
    return with_document(given, std::move(options),
                         [](Document document, std::string_view /*bytes*/, const Options& o) {
                             broadsheet::repair(document, o.repair);
                             segment(document, o.segment);
                             return document;
                         });
}

Document Engine::extract(const Given& given, bool explain) const {
    Options options = settings_.process;
    options.repair.explain = options.segment.explain = explain;
    return process(given, std::move(options));
}

std::string Engine::repair(const Given& given, bool keep_furniture) const {
    Options options = settings_.process;
    if (keep_furniture) options.repair.skip.emplace_back("furniture");
    const RenderOptions& render = settings_.write.render;
    return with_document(given, std::move(options), [&](Document document, std::string_view bytes, const Options& o) {
        return document.files.empty() ? repair_text(bytes, o, render)
                                      : app::repair_issue_text(std::move(document), o, render);
    });
}

std::string Engine::explain(const Given& given, std::uint32_t line, bool margin) const {
    Options options = settings_.process;
    options.repair.explain = options.segment.explain = true;
    const Document document = process(given, std::move(options));
    return margin ? app::margin(document) : app::explanation(document, line);
}

}  // namespace broadsheet::python
