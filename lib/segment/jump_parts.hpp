// The parts of articles on their pages, and the evidence that one goes on with the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "broadsheet/document.hpp"
#include "core/evidence.hpp"
#include "segment/page_labels.hpp"

namespace broadsheet::segment_stage {

// A jump line of an article.
struct JumpMark {
    std::uint32_t index = none;  // into Article::jumps
    std::uint32_t page = 0;      // where it stands
    PageLabel label;             // of the page that it names
    std::u32string words;        // the whole line
    bool refers = false;         // to another report: see page 5
};

// An article before its parts are joined.
struct ArticlePart {
    JumpMark leaves, arrives;
    std::uint32_t first_page = 0, last_page = 0;
    std::uint32_t first_text = none, last_text = none;  // blocks
    std::vector<std::uint32_t> head_terms, text_terms;  // sorted
    std::u32string headline;                            // its headings, folded, without spaces
    std::u32string byline;                              // above its text, the same
    bool open = false;                                  // stops in mid-sentence
    bool low = false;                                   // begins in mid-sentence
    bool report = false;                                // opens like a report: LONDON, March 3
    bool cjk = false;
};

class JumpParts {
public:
    explicit JumpParts(const Document& document);

    [[nodiscard]] const std::vector<ArticlePart>& all() const { return parts_; }
    [[nodiscard]] const PageLabels& labels() const { return labels_; }

    // What speaks for article b going on with article a.
    [[nodiscard]] Evidence judge(std::uint32_t a, std::uint32_t b, bool explain) const;

    // Share of the words of a heading that the headings of article a have.
    [[nodiscard]] float repeats(std::uint32_t a, std::uint32_t block) const;

private:
    void read_jumps();
    void read_words();
    void read_edges();
    [[nodiscard]] float weight(const std::vector<std::uint32_t>& terms) const;
    [[nodiscard]] float common(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) const;
    void add_pages(Evidence& e, const ArticlePart& a, const ArticlePart& b) const;
    void add_headline(Evidence& e, const ArticlePart& a, const ArticlePart& b) const;
    void add_words(Evidence& e, const ArticlePart& a, const ArticlePart& b) const;
    void add_cut(Evidence& e, const ArticlePart& a, const ArticlePart& b) const;

    const Document& d_;
    PageLabels labels_;
    std::vector<ArticlePart> parts_;                    // by article
    std::vector<std::vector<std::uint32_t>> terms_of_;  // by block
    std::vector<float> term_weight_;
};

}  // namespace broadsheet::segment_stage
