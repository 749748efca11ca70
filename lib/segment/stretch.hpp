// A stretch of the row as an article in the making: it grows to the right, with all its sums kept, so that the
// planner may ask of each of its ends what the article would be worth there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "segment/plan.hpp"
#include "segment/row.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

constexpr std::size_t longest_article = 160;  // items

// What a stretch is worth as an article, and its headline.
struct Choice {
    float score = 0;
    float likeness = 0;                               // of headline and text, in log-odds
    float margin = 0;                                 // by which the headline was better than any other, or none
    std::uint32_t run_first = none, run_last = none;  // items of the headline group
};

// Items [first, last) of the row as an article with this headline.
[[nodiscard]] Draft draft_of(const Row& row, std::size_t first, std::size_t last, const Choice& choice);

class Stretch {
public:
    Stretch(const Row& row, std::size_t begin) : row_(row), begin_(begin) {}

    // The next item of the row.
    void add(std::size_t item);

    // As headline the group of headings that gains most, with the kickers and decks beside it; the others are subheads.
    [[nodiscard]] Choice evaluate(const weights::Order& order);
    // No less than the score that evaluate() gives with any order, and quickly told.
    [[nodiscard]] float most() const;
    // The score but for the headline, which stands elsewhere.
    [[nodiscard]] float without_headline();

    [[nodiscard]] bool has_text() const { return bodies_ > 0; }
    [[nodiscard]] bool opened() const { return bodies_ == 0 || !unsigned_; }  // by a byline or a dateline
    [[nodiscard]] float weight() const { return weight_; }  // of its text, in the question of the headline

    // Nothing that follows can make this stretch one article.
    [[nodiscard]] bool hopeless() const { return inside_ < -40.0F; }

private:
    // Headings that stand together.
    struct Group {
        std::uint32_t first, last;
        std::uint32_t number;  // of its first line among the headings, which its other lines follow
        std::size_t bodies_before;
        float own = 0, shared = 0, match = 0, pairs = 0;
        bool series = false;  // another heading of this stretch has the same shape
        std::uint32_t chars = 0, level = 0, sisters = 0;
        bool cjk = false, labels = false, capitals = false;
        bool offers = false;                   // heads an advertisement or a notice
        bool cuts = false;                     // stands between two halves of a paragraph
        bool upright = false;                  // set from top to bottom
        bool closed = false;                   // ends a sentence
        bool column = false;                   // begins with the name of a column or series
        bool bare = false;                     // no text stands between it and the next group
        std::array<std::uint64_t, 4> found{};  // of its first four lines
        float size = 0;                        // its largest type; 0: not known
        float fitness = 0;                     // of the line that is fittest to be a headline
        float likeness = 0, as_subhead = 0;    // for the text so far: see weigh_groups()
    };

    void add_head(std::size_t t, const Unit& u);
    void add_caption(std::size_t t);
    void add_beside(std::size_t t);
    void add_body(std::size_t t, const Unit& u);
    void add_words(std::size_t t);
    void find_before(Group& g, std::size_t line, std::size_t head);
    void find(Group& g, std::size_t line, std::size_t head, std::uint64_t bits);

    [[nodiscard]] float likeness(const Group& g) const;
    void weigh_groups();
    [[nodiscard]] float head_gain(const Group& g, const weights::Order& order) const;
    [[nodiscard]] float subhead_gain(const Group& g, float like) const;
    [[nodiscard]] float beside(const Group& g) const;
    [[nodiscard]] float ending() const;

    const Row& row_;
    std::size_t begin_;
    std::size_t bodies_ = 0, captions_ = 0, credits_ = 0, credits_seen_ = 0;
    std::size_t tables_ = 0;  // their rows
    std::size_t bylines_since_body_ = 0, signatures_since_body_ = 0;
    bool opens_offer_ = false;  // its first text is an advertisement or a notice
    bool jumped_ = false;       // the text goes on on another page
    std::size_t first_body_ = 0;
    float prior_ = 0, caption_prior_ = 0;  // words of the text, of the captions
    float log_prior_ = 0;
    float weight_ = 0, caption_weight_ = 0;  // and what they weigh in the question of the headline
    float inside_ = 0;
    bool unsigned_ = false;  // no byline, no dateline opens the text
    std::vector<Group> groups_;
    bool weighed_ = false;  // the groups, for the text so far
    float subheads_ = 0;    // the sum, should all of them be subheads
    float fittest_ = 0;
    float chars_ = 0;    // of the text, counted as Chinese
    float brevity_ = 0;  // 1: no text between headings; 0: sections as long as subheads part them
};

}  // namespace broadsheet::segment_stage
