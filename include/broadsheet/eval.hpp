/// @file
/// How good a result is: pages that people annotated (gold) beside what a program made of them.
///
///     const auto gold = broadsheet::eval::read_gold(json, "p3.gold.json");
///     const auto found = broadsheet::eval::prediction_of(broadsheet::process(bytes));
///     for (const auto& figure : broadsheet::eval::figures(broadsheet::eval::evaluate(gold, found)))
///         std::cout << figure.name << ' ' << figure.value << '\n';
///
/// Gold says which articles stand on a page and, for each, all of its text in reading order, with a role for each
/// paragraph or heading. docs/evaluation.md has the format, and the formula and the source of each measure. All
/// functions are pure: the same arguments give the same figures.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"
#include "broadsheet/read.hpp"

namespace broadsheet::eval {

/// Characters [begin, end) of a physical line of a page of text; lines count from 1.
struct LineSpan {
    std::uint32_t line = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = none;  ///< none: to its end
};

/// A paragraph, a headline, a caption ... as people see it.
struct GoldElement {
    std::string role;
    std::optional<std::string> text;             ///< without it, the lines of `spans` put together are the text
    std::optional<std::vector<LineSpan>> spans;  ///< in reading order
};

struct GoldArticle {
    std::string id;
    std::vector<GoldElement> elements;
};

struct Gold {
    std::string name;    ///< of its file
    std::string source;  ///< the page that it is of, as it says
    std::vector<GoldArticle> articles;

    [[nodiscard]] BROADSHEET_API bool has_spans() const;    ///< every element has
    [[nodiscard]] BROADSHEET_API bool needs_lines() const;  ///< there is an element without text of its own
};

/// Bytes [begin, end) of a source, as the page document has them.
struct Place {
    std::uint32_t line = 0;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::uint32_t file = 0;
};

struct PredictedBlock {
    std::string role;
    std::string text;
    double confidence = 1;
    std::vector<Place> spans;
};

struct PredictedArticle {
    std::string id;
    double confidence = 1;
    std::vector<std::string> hints;  ///< what a reader should look at: cut sentences, jumps that lead nowhere
    std::vector<PredictedBlock> blocks;
};

struct PredictedDrop {
    std::string reason;
    std::string text;
    std::vector<Place> spans;
};

/// What a program made of a page.
struct Prediction {
    std::string source;       ///< name of the page
    std::string format;       ///< of the page: the name of a reader
    std::string encoding;     ///< of the page
    std::string digest;       ///< of the page; empty: not said
    bool has_places = false;  ///< its blocks name their bytes
    std::vector<PredictedArticle> articles;
    std::vector<PredictedDrop> dropped;
};

/// The page itself, where it is at hand.
struct SourcePage {
    Document document;                   ///< as read() gives it
    std::vector<std::u32string> lines;   ///< physical lines; empty for layout files
    std::vector<std::uint32_t> line_at;  ///< the character of document.text that each begins with
};

/// @throws Error (format) that names the line and the remedy, for what is no gold
[[nodiscard]] BROADSHEET_API Gold read_gold(std::string_view json, const std::string& name);

/// Finds the page that gold is of; nothing where there is none.
using PageOf = std::function<std::optional<SourcePage>(const Gold&)>;

/// Page documents (`--to json`), one or one a line, whose articles are put together; or gold, so that two people's
/// annotations can be compared.
/// @param page_of the page that gold is of; only asked for gold that names lines without their texts
/// @throws Error (format); (option) where such gold has no page, or lines that are not on it
[[nodiscard]] BROADSHEET_API Prediction read_prediction(std::string_view json, const std::string& name,
                                                        const PageOf& page_of = {});

/// The output of any other program: each line is a paragraph, a line "====" stands between two articles.
[[nodiscard]] BROADSHEET_API Prediction read_plain(std::string_view text);

[[nodiscard]] BROADSHEET_API Prediction prediction_of(const Document& document, const RenderOptions& options = {});

/// @throws Error as read() does
[[nodiscard]] BROADSHEET_API SourcePage read_page(std::string_view bytes, const ReadOptions& options = {});

/// So many right ones among those predicted and those in gold.
struct Hits {
    std::size_t right = 0, predicted = 0, gold = 0;

    [[nodiscard]] BROADSHEET_API double precision() const;
    [[nodiscard]] BROADSHEET_API double recall() const;
    [[nodiscard]] BROADSHEET_API double f1() const;
};

/// So many of so many.
struct Share {
    std::size_t part = 0, whole = 0;

    [[nodiscard]] double value(double of_none = 1) const {
        return whole == 0 ? of_none : static_cast<double>(part) / static_cast<double>(whole);
    }
};

struct RoleHits {
    std::string role;
    Hits hits;
};

/// The predicted article that a gold article is matched to.
struct ArticleMatch {
    std::optional<std::size_t> predicted;  ///< index; nothing: not found
    double similarity = 0;
};

struct JoinScores {
    Share near, far;                         ///< joins of neighbouring source lines, and of pieces that stand apart
    std::size_t false_ones = 0;              ///< neighbouring lines run together that do not belong together
    std::vector<std::string> missed, wrong;  ///< for people: "12 -> 40: ..."
};

struct HyphenScores {
    Share right;              ///< line-end hyphens that stand as in gold: joined, kept, or left with a space
    Share lost;               ///< true hyphens that were taken out
    std::size_t unfound = 0;  ///< in no form
};

struct ProvenanceScores {
    Share faithful;             ///< texts that are the bytes they name
    std::size_t uncovered = 0;  ///< characters of the page that stand nowhere (pages of text only)
    std::size_t twice = 0;
};

struct Scores {
    Hits articles, blocks, roles;
    std::vector<RoleHits> by_role;  ///< sorted by name
    Share heads;
    double similarity = 0;
    std::size_t splits = 0, merges = 0;
    Share order;                          ///< neighbouring blocks of an article that are neighbours in the output
    std::size_t aligned = 0;              ///< gold articles that the error rates are over
    Share characters, words;              ///< errors, of the characters and words of these
    std::optional<JoinScores> joins;      ///< gold with spans, and the page
    std::optional<HyphenScores> hyphens;  ///< the page
    std::optional<ProvenanceScores> provenance;  ///< the page, and spans in the prediction
    std::vector<ArticleMatch> matches;           ///< for each gold article
    std::size_t gold_articles = 0, predicted_articles = 0;
};

struct EvalOptions {
    double fuzzy = 1;  ///< how similar a block must be to count as right, 0 to 1; an article: 0.95 of that
};

/// @param page may be null
/// @throws Error (option) where the gold has lines that are not on the page, or needs the page and there is none
[[nodiscard]] BROADSHEET_API Scores evaluate(const Gold& gold, const Prediction& prediction,
                                             const SourcePage* page = nullptr, const EvalOptions& options = {});

/// One number of the scores.
struct Figure {
    std::string name;
    double value = 0;
    bool is_count = false;
};

/// In the order in which people read them; those that could not be taken are left out.
[[nodiscard]] BROADSHEET_API std::vector<Figure> figures(const Scores& scores);

/// A prediction with its scores, for reports over many.
struct Scored {
    std::string gold, predicted;        ///< names of the files
    std::string kind;                   ///< means are taken of each kind: "md", "blocks.txt"
    std::vector<std::string> gold_ids;  ///< of the articles
    std::vector<std::string> predicted_ids;
    Scores scores;
};

/// For people: the figures of one prediction with what they say; of several a table, with means and sums.
[[nodiscard]] BROADSHEET_API std::string report_table(const std::vector<Scored>& scored);

/// For programs: {"schema": "broadsheet/evaluation/1", "pages": [...], "kinds": {...}, "mean": {...}, "sum": {...}}
[[nodiscard]] BROADSHEET_API std::string report_json(const std::vector<Scored>& scored, bool pretty = false);

/// For people: article by article what is missing, what is wrong, and how texts differ.
[[nodiscard]] BROADSHEET_API std::string difference(const Gold& gold, const Prediction& prediction,
                                                    const SourcePage* page = nullptr, const EvalOptions& options = {});

/// Gold to be corrected by hand, with hints ("hint") where the program was unsure. With the page, a page of text has
/// spans; without it, and for layout files, texts.
[[nodiscard]] BROADSHEET_API std::string annotation(const Prediction& prediction, const SourcePage* page = nullptr);

}  // namespace broadsheet::eval
