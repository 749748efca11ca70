// A folder of articles as alto2txt makes it: for each a text and what is known of it.
// https://github.com/Living-with-machines/alto2txt
#include <cmath>
#include <string>

#include "broadsheet/version.hpp"
#include "write/names.hpp"
#include "write/parts.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

namespace {

// Of the words of an article that the source says how sure it is of.
struct Quality {
    std::uint64_t words = 0, rated = 0;
    double sum = 0, squares = 0;

    void add(const Token& token) {
        ++words;
        if (token.confidence < 0) return;
        ++rated;
        sum += static_cast<double>(token.confidence);
        squares += static_cast<double>(token.confidence) * static_cast<double>(token.confidence);
    }
    [[nodiscard]] double mean() const { return sum / static_cast<double>(rated); }
    [[nodiscard]] double deviation() const {
        return std::sqrt(std::fmax(0.0, squares / static_cast<double>(rated) - mean() * mean()));
    }
};

std::string decimal(bool known, double value) {
    std::string out;
    if (known) append_short_decimal(out, value);
    return out;
}

std::string metadata(const Document& document, const Article& article, const WriteOptions& options,
                     const std::string& item, const std::string& text_file) {
    Quality quality;
    std::vector<std::uint32_t> pages = places(document, article).pages;
    for (const Part& part : parts(document, &article))
        for (const PartLine& line : part.lines)
            for (const Token& token : line.tokens)
                if (token.torn != 2) quality.add(token);  // its first half was counted
    const IssueName issue = issue_name(document.source.name, options);
    std::string out;
    XmlEmitter xml(out);
    xml.open("lwm");
    xml.open("process");
    xml.open("lwm_tool");
    xml.leaf("name", "broadsheet");
    xml.leaf("version", version);
    xml.leaf("source", "");
    xml.close();
    xml.leaf("source_type", "newspaper");
    xml.leaf("xml_flavour", document.source.format);
    xml.leaf("software", "");
    xml.leaf("input_sub_path", "");
    xml.leaf("input_filename", document.source.name);
    xml.leaf("mets_namespace", "");
    xml.leaf("alto_namespace", "");
    xml.close();
    xml.open("publication");
    xml.attribute("id", issue.alias);
    xml.leaf("source", options.source);
    xml.leaf("title", "");
    xml.leaf("location", "");
    xml.open("issue");
    xml.attribute("id", issue.date);
    xml.leaf("date", issue.date);
    xml.open("item");
    xml.attribute("id", item);
    xml.open("mets_orders");
    for (const auto page : pages) xml.leaf("mets_order", std::to_string(page));
    xml.close();
    xml.leaf("plain_text_file", text_file);
    xml.leaf("title", title_of(document, article));
    xml.leaf("item_type", article.type == ArticleType::ad ? "ADVERT" : "ARTICLE");
    xml.leaf("word_count", std::to_string(quality.words));
    xml.leaf("ocr_quality_mean", decimal(quality.rated > 0, quality.mean()));
    xml.leaf("ocr_quality_sd", decimal(quality.rated > 0, quality.deviation()));
    xml.close();
    xml.close();
    xml.close();
    xml.close();
    return out;
}

}  // namespace

std::vector<WrittenFile> alto2txt_files(const Document& document, const WriteOptions& options) {
    std::vector<WrittenFile> out;
    const auto stem = stem_of(document.source.name);
    std::size_t number = 0;
    for (const Article& article : document.articles) {
        const auto item = "art" + four_digits(++number);
        const auto name = stem + "_" + item;
        out.push_back({name + ".txt", text(document, article, options)});
        out.push_back({name + "_metadata.xml", metadata(document, article, options, item, name + ".txt")});
    }
    return out;
}

}  // namespace broadsheet::write_detail
