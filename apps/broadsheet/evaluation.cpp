#include "evaluation.hpp"

#include <fmt/format.h>

#include "file_names.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "named_page.hpp"
#include "progress.hpp"

namespace broadsheet::app {

namespace {

eval::SourcePage read_page_at(const std::string& path, ReadOptions options) {
    Buffer buffer;
    options.name = path;
    return eval::read_page(buffer.read(path, options.max_bytes), options);
}

// Names as people see them, so that none of them can end a line or command a terminal. Texts keep what they hold:
// how alike they are must not change. (Theirs have no line ends when they are shown.)
template <typename Side>  // Gold or Prediction
Side with_printable_names(Side side) {
    for (auto& article : side.articles) {
        article.id = printable(article.id);
        if constexpr (requires { article.elements; })
            for (auto& element : article.elements) element.role = printable(element.role);
        else
            for (auto& block : article.blocks) block.role = printable(block.role);
    }
    return side;
}

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

std::optional<NamedPage> page_of(const eval::Prediction& prediction, const std::string& path,
                                 const ReadOptions& options) {
    for (const std::string& name : {prediction.source, beside(path, prediction.source)}) {
        if (prediction.digest.empty() || !is_regular_file(name)) continue;
        try {
            auto page = read_page_at(name, for_lookup(options));
            if (page.document.source.digest == prediction.digest) return NamedPage{std::move(page), name};
        } catch (const Error&) {
            // A picture: then there is no page to look at.
        }
    }
    return std::nullopt;
}

std::string annotated(const eval::Prediction& prediction, const std::string& path, std::string_view bytes,
                      const Settings& settings) {
    if (bytes.empty()) {
        const auto page = page_of(prediction, path, settings.process.read);
        return eval::annotation(prediction, page ? &page->page : nullptr);
    }
    ReadOptions options = settings.process.read;
    options.name = path;
    const auto page = eval::read_page(bytes, options);
    return eval::annotation(prediction, &page);
}

std::optional<NamedPage> annotated_page(const eval::Gold& gold, const Settings& settings) {
    const auto& options = settings.process.read;
    if (!settings.page.empty()) return NamedPage{read_page_at(settings.page, options), settings.page};
    const auto name = page_named_by_gold(gold.name, gold.source);
    if (name.empty()) return std::nullopt;
    return NamedPage{read_page_at(name, for_lookup(options)), name};
}

Evaluation::Evaluation(const Settings& settings, GoldPairs pairs)
    : settings_(settings), pairs_(std::move(pairs)), scored_(pairs_.predicted.size()) {}

std::optional<NamedPage> Evaluation::page_for(const eval::Gold& gold, const eval::Prediction& prediction,
                                              const std::string& path, std::string_view bytes) const {
    const auto& options = settings_.process.read;
    // Spans count lines of the page that was annotated, which need not be the one that was extracted.
    const bool is_annotated = !bytes.empty() && is_same_file(beside(gold.name, gold.source), path);
    if (!settings_.page.empty() || ((gold.has_spans() || gold.needs_lines()) && !is_annotated))
        if (auto page = annotated_page(gold, settings_)) return page;
    if (!bytes.empty()) {
        ReadOptions reading = options;
        reading.name = path;
        return NamedPage{eval::read_page(bytes, reading), path};
    }
    return page_of(prediction, path, options);
}

// What a page document names may lie anywhere: its text is shown only where the user is, or pointed to.
bool Evaluation::may_show(const NamedPage& page, const std::string& path, const std::string& gold,
                          bool is_input) const {
    return is_input || !settings_.page.empty() || lies_below(folder_of(path), page.path) ||
           lies_below(folder_of(gold), page.path) || lies_below({}, page.path);
}

std::string Evaluation::shown(const eval::Gold& gold, const eval::Prediction& prediction, const NamedPage* page,
                              bool may_show) const {
    const bool held_back = page != nullptr && !may_show && (gold.has_spans() || gold.needs_lines());
    std::string out;
    if (held_back)
        out = fmt::format(
            "lines of {} are not shown: it lies neither beside the gold nor below this folder "
            "(--page names it)\n",
            printable(page->path));
    if (held_back && gold.needs_lines()) return out;
    return out +
           eval::difference(gold, prediction, page != nullptr && may_show ? &page->page : nullptr, {settings_.fuzzy});
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
    eval::Scored scored{
        gold_path, path, pairs_.kind[index],
        {},        {},   eval::evaluate(gold, prediction, page ? &page->page : nullptr, {settings_.fuzzy})};
    for (const auto& article : gold.articles) scored.gold_ids.push_back(article.id);
    for (std::size_t i = 0; i < prediction.articles.size(); ++i)
        scored.predicted_ids.push_back(prediction.articles[i].id.empty() ? fmt::format("#{}", i + 1)
                                                                         : prediction.articles[i].id);
    const std::lock_guard lock(mutex_);
    scored_[index] = std::move(scored);
    if (!settings_.show) return {};
    const bool may = page && may_show(*page, path, gold_path, !bytes.empty());
    return printable(path) + " against " + printable(gold_path) + "\n" +
           printable_lines(
               shown(with_printable_names(gold), with_printable_names(prediction), page ? &*page : nullptr, may)) +
           "\n";
}

std::string Evaluation::report() const {
    std::vector<eval::Scored> all;
    for (const auto& scored : scored_)
        if (scored) all.push_back(*scored);
    if (settings_.write.to == "json") return eval::report_json(all, settings_.write.pretty);
    for (auto& scored : all) {
        for (std::string* text : {&scored.gold, &scored.predicted, &scored.kind}) *text = printable(*text);
        for (auto& row : scored.scores.by_role) row.role = printable(row.role);
    }
    return eval::report_table(all);
}

}  // namespace broadsheet::app
