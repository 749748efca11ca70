// The evidence of the segmenter and what each piece of it weighs, in log-odds. Those marked "fitted" come from
// apps/fit; the others are set by hand, as an editor would say: docs/fit.md tells what a fit of them gives.
#pragma once

#include "broadsheet/document.hpp"
#include "core/evidence.hpp"

namespace broadsheet::segment_stage::weights {

// Log-odds that two sets of words belong to one article (fitted):
// bias + root_share * sqrt(shared / own) + log_shared * ln(1 + shared) + log_own * ln(1 + own) + log_prior * ln(1 +
// prior)
struct Likeness {
    float bias, root_share, log_shared, log_own, log_prior;
};
inline constexpr Likeness cohesion_cjk{15.642F, 9.860F, 2.140F, -1.275F, -2.651F};
inline constexpr Likeness cohesion_latin{6.853F, 7.189F, 1.906F, -0.366F, -2.466F};
inline constexpr Likeness headline_cjk{7.998F, 2.487F, 2.335F, -2.252F, -0.653F};
inline constexpr Likeness headline_latin{-4.096F, 9.193F, 2.703F, 2.074F, -1.896F};

// Paragraphs of one article are not independent, so their evidence counts in part; one term's worth is bounded.
inline constexpr float cohesion_share = 0.6F;
inline constexpr float cohesion_bound = 4.0F;
inline constexpr float headline_bound = 5.0F;
inline constexpr float beyond_bound = 0.5F;     // of what goes beyond the bound, in a list of headlines
inline constexpr float nothing_shared = -1.0F;  // a heading that has no word of the text, at most

// The whole
inline constexpr float new_article = -3.0F;  // an article more on the page
inline constexpr float lost_head = -5.0F;    // an article without a headline
inline constexpr float lone_head = -6.0F;    // a headline without an article
inline constexpr float lone_heads = -9.5F;   // each further one: headlines that have nothing in common stand alone
inline constexpr float list_first = -10.0F;  // a page whose headlines stand in a list before all their texts
inline constexpr float list_last = -1.0F;    // or behind them
// What a report's headline names its first paragraph names. Of the words of a headline in a list that a text has:
inline constexpr float lead_names = 0.5F;  // what stands in the first paragraph, beyond the usual share
inline constexpr float usual_lead = 0.4F;
inline constexpr float lead_bound = 2.0F;
inline constexpr float listed_alone = -3.0F;  // a line of a list of headlines that heads nothing
inline constexpr float lone_piece = -4.0F;    // a byline, a caption, a note without anything
inline constexpr float photo = 4.0F;          // headline, caption and credit

// Where the headline stands among its article's paragraphs
struct Order {
    float first, last, inside;
};
inline constexpr Order order_mixed{1.0F, 0.0F, -2.0F};
inline constexpr Order order_before{1.6F, -4.0F, -6.0F};   // a page that sets all of its headlines before their texts
inline constexpr Order order_scanned{3.0F, -4.0F, -6.0F};  // the same, from an OCR engine
inline constexpr float kicker = -0.5F;                     // a line beside the headline that is not plainly of it
inline constexpr float kicker_sisters = -2.0F;             // ... and is set like other headings: a subhead
inline constexpr float head_label = -4.0F;                 // nothing but the names of places or columns
inline constexpr float head_long_run = -1.0F;              // for each line beyond four

// Two paragraphs with more than this (after cohesion_share) are not parted at all: it saves work
inline constexpr float plainly_together = 0.5F;

// Lines that are like headings inside an article
inline constexpr float head_unmarked = -3.0F;  // where the source marks headings, one that it does not mark
inline constexpr float head_sisters = -2.0F;   // headings set alike are subheads; each headline has its own look
inline constexpr float subhead = -0.7F;
inline constexpr float subhead_long = -0.1F;      // for each character beyond 16 (CJK) or 40
inline constexpr float subhead_brief = -3.0F;     // where few lines stand between headings: subheads part long texts
inline constexpr float section_chars = 140.0F;    // between two headings, Chinese
inline constexpr float latin_chars = 0.35F;       // what a Latin letter counts
inline constexpr float subhead_capitals = -1.5F;  // Latin capitals: the style of headlines
inline constexpr float subhead_offer = -8.0F;     // TO LET, Bekanntmachung, Avis: over what is no part of a report
inline constexpr float subhead_upright = -8.0F;   // set from top to bottom, as headlines are only
inline constexpr float subhead_edge = -3.0F;      // at the edge of an article, where it heads nothing
inline constexpr float section_edge = -1.0F;      // the same, of one short line: a section's or a place's label
inline constexpr float subhead_series = 1.5F;     // another heading of the article has the same shape
inline constexpr float subhead_bare = -5.0F;      // another heading follows: it has no text of its own
inline constexpr float subhead_cuts = -1.0F;      // stands in the middle of a sentence
inline constexpr float sisters_parted = -3.0F;    // a boundary between two subheads that are set alike
inline constexpr float series_parted = -6.0F;     // the same, where more than two are: that is no chance
inline constexpr float captions_parted = -3.0F;   // a boundary between two captions
inline constexpr float briefs_parted = 7.0F;      // a boundary between two briefs
inline constexpr float rule_parted = 4.0F;        // a boundary at a rule of Markdown
inline constexpr float other_measure = 4.0F;      // before headings: the columns below are of another measure
inline constexpr float near_parted = -3.0F;       // where texts have blank lines between them: one without
inline constexpr float apart_parted = 2.0F;       // and one with
inline constexpr float module_parted = 3.0F;      // a boundary between modules of the page
inline constexpr float module_cut = -2.0F;        // inside one, but for a heading in larger type
inline constexpr float subhead_large = -4.0F;     // for each doubling of the running text's type size
inline constexpr float subhead_ranked = -3.0F;    // of the same or higher rank in Markdown than the headline

// Beginnings and ends
inline constexpr float lead_first = 3.0F;         // 本报讯 opens the first paragraph
inline constexpr float plain_first = -0.5F;       // neither byline nor dateline opens the text
inline constexpr float unsigned_article = -1.5F;  // the same, where the page signs its articles
inline constexpr float lead_inside = -5.0F;
inline constexpr float byline_first = 1.5F;
inline constexpr float byline_inside = -6.0F;  // a byline between two paragraphs
inline constexpr float signature_last = 1.5F;
inline constexpr float signature_inside = -8.0F;
inline constexpr float signature_first = -8.0F;  // what can stand at a text's foot only, before all text
inline constexpr float offer_inside = -6.0F;     // a text that opens as an advertisement or a notice, behind others
inline constexpr float offer_headless = -1.0F;   // such a text has seldom a headline
inline constexpr float offer_late = -8.0F;       // PUBLIC NOTICE stands above its text
inline constexpr float jump_inside = -6.0F;      // behind a jump line stands another article
inline constexpr float arrives_inside = -15.0F;  // so does below one that names a page before, headline or not
inline constexpr float open_first = -2.0F;       // an article that begins in mid-sentence
inline constexpr float credit_inside = -0.5F;
inline constexpr float caption_first = -2.0F;  // where headings are marked, an image stands below its headline
inline constexpr float credit_first = -4.0F;   // an article that begins with the credit of a photograph
inline constexpr float table_first = -2.0F;    // a table before all text
inline constexpr float beside = 1.5F;  // a caption, a note: all of the words that it shares with the page are here

// Do two lines that follow each other belong to one headline?
inline constexpr float pair_prior = -0.5F;
inline constexpr float pair_leads_in = 3.0F;
inline constexpr float pair_dash = 3.0F;
inline constexpr float pair_adjacent = 2.0F;  // no blank line between them
inline constexpr float pair_place = -0.5F;    // one is the name of a place, which may be of another article
inline constexpr float pair_label = 1.0F;
inline constexpr float pair_rank = 1.0F;           // headings of different rank in Markdown
inline constexpr float pair_marked = -3.0F;        // headings of one rank: the source marks each of them as whole
inline constexpr float pair_byline = 1.0F;         // in a list of headlines: the byline goes with the one before
inline constexpr float pair_after_byline = -5.0F;  // and what follows it is another
inline constexpr float pair_wrapped = 5.0F;        // at most, for a heading that is wrapped (language/headings.cpp)

// Which of the headings of an article is its headline?
inline constexpr float headline_chars = 0.1F;   // for each of its first twelve characters
inline constexpr float headline_long = -0.2F;   // for each beyond 24; of Latin, ten count as four
inline constexpr float headline_pause = -0.6F;  // for each comma
inline constexpr float headline_leads_in = -5.0F;
inline constexpr float headline_dash = -5.0F;
inline constexpr float headline_before_dash = 1.5F;  // a deck that opens with a dash follows
inline constexpr float headline_column = -4.0F;
inline constexpr float headline_label = -3.0F;
inline constexpr float headline_bracketed = -1.0F;
inline constexpr float headline_closed = 1.0F;
inline constexpr float headline_spaced = 0.5F;  // has parts
inline constexpr float headline_capitals = 1.0F;
inline constexpr float headline_marked = 6.0F;
inline constexpr float headline_large = 8.0F;  // for each doubling of the running text's type size
inline constexpr float headline_rank = 0.5F;   // for each rank below the first
inline constexpr float headline_unfit = 0.8F;  // of what another heading of the article is fitter
inline constexpr float headline_unfit_bound = 4.0F;

// Headlines and texts that stand far apart, and articles in two places
inline constexpr float far_head = -2.0F;
inline constexpr float far_text = -3.0F;     // two pieces of an article with others between them
inline constexpr float far_unsigned = 2.5F;  // the page signs its articles, but not the first piece
inline constexpr float far_place = 2.0F;     // the first piece speaks of the place whose desk signs the second
inline constexpr float far_gain = 0.5F;      // at least, for a change

// A column that stands in another article's text (fitted on pages set at random)
namespace column {
inline constexpr float prior = -3.0F;
inline constexpr float there = 0.66F, here = -0.6F;  // each of the words it shares with either text
inline constexpr float measure_there = -1.8F;        // set in a fifth another measure than the text it is to go to
inline constexpr float measure_here = 2.0F;          // or than the text it is in
inline constexpr float behind = 2.0F;                // columns of a text follow its beginning
inline constexpr float between = -0.9F;              // for each article between
inline constexpr float gain = 0.5F;                  // at least, for a change
}  // namespace column

// Does the text go on with that one on another page?
namespace jump {
inline constexpr Feature both{"each has a jump line", 2.0F};
inline constexpr Feature leaves{"a jump line leads away from the first only", -2.5F};
inline constexpr Feature arrives{"a jump line stands before the second only", -2.5F};
inline constexpr Feature refers{"the jump line points to another report", -5.0F};
inline constexpr Feature to_page{"on the page that the first names", 3.0F};
inline constexpr Feature to_other{"not on the page that the first names", -4.0F};
inline constexpr Feature from_page{"from the page that the second names", 3.0F};
inline constexpr Feature from_other{"not from the page that the second names", -4.0F};
inline constexpr Feature backward{"on a page before", -3.0F};
inline constexpr Feature same_page{"on the same page", -5.0F};
inline constexpr Feature far{"pages between", -0.1F};          // for each
inline constexpr Feature headline{"the same headline", 8.0F};  // the square of the words' share
inline constexpr Feature head_words{"its headline has words of the first", 3.0F};
inline constexpr Feature head_strange{"its headline has no word of the first", -6.0F};
inline constexpr Feature slug{"a jump line names the other", 2.5F};  // for each word
inline constexpr Feature words{"shared words", 0.6F};                // of the log-odds
inline constexpr Feature cut{"the first stops, and the second begins, in mid-sentence", 4.0F};
inline constexpr Feature word_parted{"a word runs over the break", 3.0F};
inline constexpr Feature open{"the first stops in mid-sentence", 0.5F};
inline constexpr Feature starts_low{"the second only begins in mid-sentence", -3.0F};
inline constexpr Feature opens_report{"the second opens like a report", -5.0F};
inline constexpr Feature language{"another language", -6.0F};
inline constexpr float least = 3.0F;
inline constexpr float words_bound = 6.0F;
inline constexpr float repeated = 0.6F;  // of a headline's words: it is the first one once more
}  // namespace jump

// Are the two sides of the break one paragraph?
namespace page_break {
inline constexpr Feature closed{"a sentence ends", -2.5F};
inline constexpr Feature open{"no mark at the end", 3.0F};
inline constexpr Feature torn{"hyphen at the end", 5.0F};
inline constexpr Feature starts_low{"begins with a small letter or a mark", 4.0F};
inline constexpr Feature starts_upper{"begins with a capital", -0.5F};
inline constexpr Feature full{"the last line is full", 1.0F};
inline constexpr Feature short_line{"the last line is short", -4.0F};
inline constexpr Feature flush{"the first line has no indent, where paragraphs have one", 3.5F};
inline constexpr Feature indented{"the first line is indented", -5.0F};
}  // namespace page_break

// How sure, in shares and log-odds (fitted: apps/fit/fit_confidence.py)
inline constexpr float longest_margin = 12.0F;
inline constexpr float sure_article = 0.7F;
inline constexpr float sure_article_margin = 0.024F;
inline constexpr float sure_article_likeness = 0.142F;
inline constexpr float sure_article_headless = -0.1F;
inline constexpr float sure_headline = 1.32F;
inline constexpr float sure_headline_margin = 0.057F;
inline constexpr float sure_paragraph = 0.86F;
inline constexpr float sure_open = 0.25F;  // begins or ends in mid-sentence
struct Share {
    Role role;
    float right;
};
inline constexpr Share sure_roles[] = {
    {Role::section, 0.6F}, {Role::kicker, 0.5F},  {Role::deck, 0.45F}, {Role::byline, 0.98F}, {Role::subhead, 0.4F},
    {Role::caption, 0.9F}, {Role::credit, 0.95F}, {Role::note, 0.8F},  {Role::list, 0.8F},    {Role::table, 0.8F},
};

}  // namespace broadsheet::segment_stage::weights
