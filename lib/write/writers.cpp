#include "write/writers.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "broadsheet/error.hpp"
#include "write/names.hpp"

namespace broadsheet {

namespace {

using WriteArticle = std::string (*)(const Document&, const Article&, const WriteOptions&);
using WriteDocument = std::string (*)(const Document&, const WriteOptions&);
using WriteFiles = std::vector<WrittenFile> (*)(const Document&, const WriteOptions&);

constexpr Writer table[] = {
    {"text", ".txt", "articles as plain text, a line ==== between them", true, "\n====\n\n"},
    {"markdown", ".md", "articles as Markdown with front matter", true, "\n"},
    {"json", ".json", "the page document: articles, blocks, places in the source", false, ""},
    {"jsonl", ".jsonl", "a record a line for each article, for data pipelines", false, ""},
    {"tei", ".tei.xml", "TEI P5: a <div> for each article, pages and lines of the source as milestones", false, ""},
    {"alto", ".alto.xml", "ALTO 4.4: the source's lines and boxes, articles as tags and reading order", false, ""},
    {"page", ".page.xml", "PAGE XML (2019-07-15), a file a page: articles as groups of the reading order", true, ""},
    {"alto2txt", ".txt", "a text and a metadata file for each article, as alto2txt names them", true, "\n====\n\n"},
    {"impresso", ".impresso.jsonl", "impresso's rebuilt content items, one a line", false, ""},
    {"html", ".html", "a report to look at: the page and its articles side by side, and why", false, ""},
};

using WriteLayout = std::string (*)(const Document&, const Article*, const WriteOptions&);

template <WriteLayout layout>
std::string whole(const Document& document, const WriteOptions& options) {
    return layout(document, nullptr, options);
}

template <WriteLayout layout>
std::string alone(const Document& document, const Article& article, const WriteOptions& options) {
    return layout(document, &article, options);
}

std::vector<WrittenFile> all_pages(const Document& document, const WriteOptions& options) {
    return write_detail::page_files(document, nullptr, options);
}

// Row by row as in `table`. A writer without `document` writes its articles one after another; one that has a folder
// for each input but no `files` puts each article into a file.
struct Functions {
    WriteArticle article;
    WriteDocument document = nullptr;
    WriteFiles files = nullptr;
};

constexpr Functions functions[] = {
    {write_detail::text},
    {write_detail::markdown},
    {write_detail::json, write_detail::json},
    {write_detail::jsonl, write_detail::jsonl},
    {alone<write_detail::tei>, whole<write_detail::tei>},
    {alone<write_detail::alto>, whole<write_detail::alto>},
    {alone<write_detail::page>, whole<write_detail::page>, all_pages},
    {write_detail::text, nullptr, write_detail::alto2txt_files},
    {alone<write_detail::impresso>, whole<write_detail::impresso>},
    {alone<write_detail::html>, whole<write_detail::html>},
};
static_assert(std::size(functions) == std::size(table));

std::size_t row_of(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(table), std::end(table), [&](const Writer& w) { return w.name == name; });
    if (found != std::end(table)) return static_cast<std::size_t>(found - std::begin(table));
    std::string names;
    for (const Writer& w : table) names.append(names.empty() ? "" : ", ").append(w.name);
    throw Error(Error::Code::option, "", "there is no writer \"" + std::string(name) + "\"", "there are " + names);
}

}  // namespace

std::span<const Writer> writers() { return table; }

std::string write(const Document& document, const WriteOptions& options) {
    const std::size_t row = row_of(options.to);
    if (functions[row].document != nullptr) return functions[row].document(document, options);
    std::string out;
    for (const Article& article : document.articles) {
        const std::string one = functions[row].article(document, article, options);
        if (!out.empty() && !one.empty()) out += table[row].between;
        out += one;
    }
    return out;
}

std::string write(const Document& document, const Article& article, const WriteOptions& options) {
    return functions[row_of(options.to)].article(document, article, options);
}

std::vector<WrittenFile> write_files(const Document& document, const WriteOptions& options) {
    const std::size_t row = row_of(options.to);
    if (functions[row].files != nullptr) return functions[row].files(document, options);
    std::vector<WrittenFile> out;
    if (!table[row].has_folder) {
        out.push_back({write_detail::stem_of(document.source.name), write(document, options)});
        out.back().name += table[row].extension;
        return out;
    }
    for (const Article& article : document.articles) {
        auto name = write_detail::file_name(article.id);
        out.push_back({name.empty() ? "article" : std::move(name), write(document, article, options)});
        out.back().name += table[row].extension;
    }
    return out;
}

namespace write_detail {

std::vector<std::string_view> flags(const Article& article) {
    std::vector<std::string_view> out;
    if (article.starts_open) out.emplace_back("starts_mid_sentence");
    if (article.ends_open) out.emplace_back("ends_mid_sentence");
    return out;
}

Places places(const Document& document, const Article& article) {
    Places out;
    for (const auto block : article.blocks)
        for (auto i = document.blocks[block].first; i < document.blocks[block].last; ++i) {
            const Line& line = document.lines[document.pieces[i].line];
            // Neighbours mostly repeat: it keeps the vectors short before they are sorted.
            if (out.pages.empty() || out.pages.back() != line.page) out.pages.push_back(line.page);
            if (out.lines.empty() || out.lines.back() != line.number) out.lines.push_back(line.number);
        }
    for (auto* list : {&out.pages, &out.lines}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return out;
}

std::vector<std::string> render_blocks(const Document& document, const Article& article, const RenderOptions& options) {
    std::vector<std::string> out;
    out.reserve(article.blocks.size());
    for (const auto block : article.blocks) out.push_back(render(document, document.blocks[block], options));
    return out;
}

std::string title_of(const Document& document, const Article& article) {
    std::string out;
    for (const auto block : article.blocks)
        if (document.blocks[block].role == Role::headline) {
            const auto one = render(document, document.blocks[block]);
            if (!out.empty() && !one.empty()) out += ' ';
            out += one;
        }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

std::string in_one_line(const Document& document, const Article& article, Role role,
                        const std::vector<std::string>& rendered) {
    std::string out;
    for (std::size_t i = 0; i < rendered.size(); ++i) {
        if (document.blocks[article.blocks[i]].role != role || rendered[i].empty()) continue;
        if (!out.empty()) out += ' ';
        out += rendered[i];
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

}  // namespace write_detail

}  // namespace broadsheet
