#include "evaluation.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "file_names.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "progress.hpp"

namespace broadsheet::app {

namespace {

std::string beside(const std::string& path, const std::string& name) {
    const auto slash = path.rfind('/');
    return name.starts_with('/') || slash == std::string::npos ? name : below(path.substr(0, slash), name);
}

eval::SourcePage read_page_at(const std::string& path, ReadOptions options) {
    Buffer buffer;
    options.name = path;
    return eval::read_page(buffer.read(path, options.max_bytes), options);
}

bool is_there(const std::string& path) { return !path.empty() && ::access(path.c_str(), R_OK) == 0; }

// Options for the input say nothing of a page that is only looked up.
ReadOptions for_lookup(const ReadOptions& options) {
    ReadOptions out;
    out.max_bytes = options.max_bytes;
    return out;
}

// The name of the page that was predicted, where gold is of another one. A page has several kinds: p3.txt, p3.xml.
std::string other_page(const eval::Gold& gold, const eval::Prediction& prediction) {
    const auto name = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
    const auto of = name(gold.source), page = name(prediction.source);
    if (of.empty() || page.empty() || page == "-" || page_stem_of(of) == page_stem_of(page)) return {};
    return std::string(page);
}

}  // namespace

bool is_json(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{';
}

std::optional<eval::SourcePage> page_of(const eval::Prediction& prediction, const std::string& path,
                                        const ReadOptions& options) {
    for (const std::string& name : {prediction.source, beside(path, prediction.source)}) {
        if (prediction.digest.empty() || !is_there(name)) continue;
        try {
            auto page = read_page_at(name, for_lookup(options));
            if (page.document.source.digest == prediction.digest) return page;
        } catch (const Error&) {
            // A folder, a picture: then there is no page to look at.
        }
    }
    return std::nullopt;
}

std::string annotated(const eval::Prediction& prediction, const std::string& path, std::string_view bytes,
                      const Settings& settings) {
    if (bytes.empty()) {
        const auto page = page_of(prediction, path, settings.process.read);
        return eval::annotation(prediction, page ? &*page : nullptr);
    }
    ReadOptions options = settings.process.read;
    options.name = path;
    const auto page = eval::read_page(bytes, options);
    return eval::annotation(prediction, &page);
}

Evaluation::Evaluation(const Settings& settings, GoldPairs pairs)
    : settings_(settings), pairs_(std::move(pairs)), scored_(pairs_.predicted.size()) {}

std::optional<eval::SourcePage> Evaluation::page_for(const eval::Gold& gold, const eval::Prediction& prediction,
                                                     const std::string& path, std::string_view bytes) const {
    const auto& options = settings_.process.read;
    if (!settings_.page.empty()) return read_page_at(settings_.page, options);
    // Spans count lines of the page that was annotated, which need not be the one that was extracted.
    const auto annotated_page = beside(gold.name, gold.source);
    if ((gold.has_spans() || gold.needs_lines()) && !gold.source.empty() && annotated_page != path &&
        is_there(annotated_page))
        return read_page_at(annotated_page, for_lookup(options));
    if (!bytes.empty()) {
        ReadOptions reading = options;
        reading.name = path;
        return eval::read_page(bytes, reading);
    }
    return page_of(prediction, path, options);
}

std::string Evaluation::add(std::size_t index, const eval::Prediction& prediction, std::string_view bytes,
                            std::string& messages) {
    const std::string &path = pairs_.predicted[index].path, &gold_path = pairs_.gold[index];
    Buffer buffer;
    const auto gold = eval::read_gold(buffer.read(gold_path, settings_.process.read.max_bytes), gold_path);
    if (const auto of = other_page(gold, prediction); !settings_.quiet && !of.empty())
        messages +=
            message_line(fmt::format("{}: is gold of {}, and what is scored is of {}", gold_path, gold.source, of));
    const auto page = page_for(gold, prediction, path, bytes);
    const eval::EvalOptions options{settings_.fuzzy};
    eval::Scored scored{gold_path, path, pairs_.kind[index],
                        {},        {},   eval::evaluate(gold, prediction, page ? &*page : nullptr, options)};
    for (const auto& article : gold.articles) scored.gold_ids.push_back(article.id);
    for (std::size_t i = 0; i < prediction.articles.size(); ++i)
        scored.predicted_ids.push_back(prediction.articles[i].id.empty() ? fmt::format("#{}", i + 1)
                                                                         : prediction.articles[i].id);
    const std::lock_guard lock(mutex_);
    scored_[index] = std::move(scored);
    if (!settings_.show) return {};
    return fmt::format("{} against {}\n{}\n", path, gold_path,
                       eval::difference(gold, prediction, page ? &*page : nullptr, options));
}

std::string Evaluation::report() const {
    std::vector<eval::Scored> all;
    for (const auto& scored : scored_)
        if (scored) all.push_back(*scored);
    return settings_.write.to == "json" ? eval::report_json(all, settings_.write.pretty) : eval::report_table(all);
}

}  // namespace broadsheet::app
