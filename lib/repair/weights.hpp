// All weights of this stage: log-odds, roughly, of "these two belong together". Changed here and nowhere else.
#pragma once

#include "core/evidence.hpp"

namespace broadsheet::repair_stage::weight {

// --- join: two lines of a column, one below the other, no blank line between.
namespace join {
inline constexpr Feature base{"next line", 0.5F};
inline constexpr Feature ends_open{"no mark at the end", 2.0F};
inline constexpr Feature ends_pause{"comma at the end", 3.0F};
inline constexpr Feature ends_colon{"colon at the end", -0.5F};
inline constexpr Feature ends_sentence{"sentence ends", -1.0F};
inline constexpr Feature ends_hyphen{"hyphen at the end", 4.0F};
inline constexpr Feature full{"line is full", 1.0F};
inline constexpr Feature short_open{"line is short", -3.0F};
inline constexpr Feature short_sentence{"line is short and the sentence ends", -4.5F};
inline constexpr Feature next_indented{"next line is indented", -4.0F};
inline constexpr Feature next_flush{"next line has no indent, where paragraphs have one", 5.0F};
inline constexpr Feature next_width{"width of the next line", -1.0F};  // of log-odds that it is indented
inline constexpr Feature next_scrap{"next line is a short one", -2.1F};
inline constexpr Feature next_last{"next line ends a sentence and is short", 0.8F};
inline constexpr Feature next_closes{"next line opens with a mark that cannot open", 7.0F};
inline constexpr Feature next_lower{"next line opens with a small letter", 3.0F};
inline constexpr Feature next_dash{"next line opens with a long dash", -1.0F};
inline constexpr Feature next_opens{"next line opens a sentence, and none ended", -2.0F};
inline constexpr Feature brackets{"a bracket is open", 1.5F};
inline constexpr Feature next_lead{"next line opens a report", -4.0F};
inline constexpr Feature lead_line{"line names who reports, and stops", 5.0F};
inline constexpr Feature other_kind{"one of them is a byline, credit, caption, item...", -6.0F};
inline constexpr Feature other_measure{"widths of different columns", -6.0F};
}  // namespace join

// --- hyphens: the word at a line's end is one word. In doubt the hyphen stays: that is repairable.
namespace hyphens {
inline constexpr Feature base{"most hyphens at line ends part a word", 1.5F};
inline constexpr Feature soft{"the sign is one for the ends of lines", 9.0F};
inline constexpr Feature hard{"the sign is none for the ends of lines", -9.0F};
inline constexpr Feature said_joined{"the source says that it is one word", 2.5F};
inline constexpr Feature said_kept{"the source keeps the hyphen", -2.5F};
inline constexpr Feature joined{"the page has it as one word", 3.6F};
inline constexpr Feature hyphenated{"the page has it with its hyphen", -3.5F};
inline constexpr Feature split{"the page has it as two words", -1.5F};
inline constexpr Feature collection_joined{"the collection has it as one word", 2.5F};
inline constexpr Feature collection_hyphenated{"the collection has it with its hyphen", -3.5F};
inline constexpr Feature spelt_joined{"the dictionary has it as one word", 4.0F};
inline constexpr Feature spelt_apart{"the dictionary has both parts and not the whole", -4.0F};
inline constexpr Feature letters{"the page has the letters around it in other words", 0.8F};
inline constexpr Feature strange_letters{"the page has the letters around it in no word", -0.7F};
inline constexpr Feature two_words{"both parts are words", -3.0F};
inline constexpr Feature solid{"such words are written as one", 1.5F};
inline constexpr Feature ending{"the second part ends words", 2.5F};
inline constexpr Feature doubled{"one consonant before and behind", 1.0F};
inline constexpr Feature keeps_after{"the first part keeps its hyphen", -5.0F};
inline constexpr Feature keeps_before{"the second part keeps its hyphen", -4.0F};
inline constexpr Feature before_word{"the first part keeps its hyphen before a word", -3.0F};
inline constexpr Feature second_of_pair{"the second of two words with a suspended hyphen", -6.0F};
inline constexpr Feature two_adjectives{"two adjectives of one rank", -6.0F};
inline constexpr Feature never_parted{"no syllable ends there", -4.0F};
inline constexpr Feature one_letter{"one letter before it", -4.0F};
inline constexpr Feature acronym{"capitals before it, small letters behind", -6.0F};
inline constexpr Feature next_upper{"a capital behind it", -6.0F};
inline constexpr Feature more_parts{"a compound of more parts", -5.0F};
inline constexpr Feature suspended{"the second part comes later", -9.0F};
inline constexpr Feature no_letters{"no letter beside it", -9.0F};
inline constexpr Feature address{"an address of the net", -9.0F};
}  // namespace hyphens

// --- display: these lines are rows of a headline, not the first lines of a paragraph.
namespace display {
struct Rows {
    Feature not_full, overlong, full;
};
// Lines above a text. A wide headline in large type has as many letters in a row as a column of the text.
inline constexpr Feature above{"lines above a text", -1.2F};
inline constexpr Feature after_cut{"the text above is cut", -1.0F};
inline constexpr Rows rows_above{
    {"a row has room for the next word", 1.6F}, {"a row is longer than the column", 0.7F}, {"a row is full", -0.6F}};
inline constexpr Feature capitals{"capitals", 4.0F};
inline constexpr Feature next_low{"next line opens with a small letter", -5.0F};
inline constexpr Feature next_indented{"next line is indented", 0.3F};  // of log-odds
inline constexpr Feature next_opens{"next line opens a sentence, and none ended", 4.0F};
inline constexpr Feature next_upper{"next line opens with a capital, and no sentence ended", 1.0F};
inline constexpr Feature next_lead{"next line opens a report", 4.2F};
inline constexpr Feature is_lead{"the first row itself reads like the opening of a report", -3.0F};
// Lines by themselves.
inline constexpr Feature lone{"few lines between blank lines, without an end", 0.5F};
inline constexpr Feature listed{"so do those above and below", 4.0F};
inline constexpr Rows rows_alone{
    {"a row has room for the next word", 2.0F}, {"a row is longer than the column", 3.0F}, {"a row is full", -0.5F}};
inline constexpr Feature lone_capitals{"capitals", 6.0F};
inline constexpr Feature ends_short{"the last row is short", 1.5F};
inline constexpr Feature ends_full{"the last row is full", -1.5F};
inline constexpr Feature low_below{"the text below opens with a small letter", -2.0F};
inline constexpr Feature lead_below{"a report opens below", 1.5F};
inline constexpr Feature lines_below{"few lines stand below too", 2.0F};
inline constexpr Feature cut_around{"the column is cut above and goes on below", 4.0F};
// Chinese ones.
inline constexpr Feature heap{"Chinese lines between blank lines, without an end", -1.0F};
inline constexpr Feature no_comma{"no comma in them", 2.5F};
inline constexpr Feature comma{"commas", -1.0F};
inline constexpr Feature quotation{"a line is a quotation", 1.5F};
inline constexpr Feature stops_short{"the last is short and ends nothing", 2.5F};
}  // namespace display

// --- line_above: a Chinese line right above a text, by itself.
namespace line_above {
inline constexpr Feature comma{"commas", -1.5F};
inline constexpr Feature brackets{"a bracket is left open", -2.0F};
inline constexpr Feature wanting{"a word at its edge wants more", -2.0F};
inline constexpr Feature goes_on{"a word lies across it and the next line", -3.0F};
}  // namespace line_above

// --- above_torn: the first line of a Chinese column is a headline, and below it goes on what a column before left
// open.
namespace above_torn {
inline constexpr Feature above{"line at the head of a column", -5.5F};
inline constexpr Feature open{"a column before is open", 1.0F};
inline constexpr Feature other_threads{"it goes on elsewhere", -1.0F};  // of what speaks for that
inline constexpr Feature word{"a word lies across the open end and the next line", 3.3F};
inline constexpr Feature next_width{"width of the next line", -0.75F};  // of log-odds that it is indented
inline constexpr Feature clause_tiny{"one character before the next line's first mark", 3.0F};
inline constexpr Feature skipped{"columns in between", -0.7F};
inline constexpr Feature goes_on_before{"a word lies across the open end and it", -3.0F};
}  // namespace above_torn

// --- rows_above: the first line of a Chinese column is a headline that stands right on its text.
namespace rows_above {
inline constexpr Feature above{"line at the head of a column", -3.0F};
inline constexpr Feature gap{"white space inside it", 3.0F};
inline constexpr Feature overlong{"it is longer than the column", 2.0F};
inline constexpr Feature not_full{"it has room for what follows", 2.0F};
inline constexpr Feature indented{"next line is indented", 1.0F};  // of log-odds
inline constexpr Feature next_lead{"next line opens a report", 4.0F};
inline constexpr Feature deck{"a short line that opens with a dash follows", 2.0F};
}  // namespace rows_above

// --- headlines: two rows of one headline.
namespace rows {
inline constexpr Feature near{"next line", 2.2F};
inline constexpr Feature near_cjk{"next line of ideographs", 1.9F};
inline constexpr Feature apart{"blank line between", -0.9F};
inline constexpr Feature parts{"a row has parts of its own", -2.4F};
inline constexpr Feature stacked{"the page sets rows without blank lines", -4.3F};
inline constexpr float sure = 3.0F;  // at least, in a list of headlines: the segmenter can tell the rest
inline constexpr Feature torn{"the page sets blank lines between rows", 1.8F};
inline constexpr Feature leads_in{"first row leads in to the next", -4.9F};
inline constexpr Feature ends_sentence{"sentence ends", -1.5F};
inline constexpr Feature ends_comma{"comma at the end", 2.5F};
inline constexpr Feature brackets{"a bracket is open", 4.0F};
inline constexpr Feature closes{"next row opens with a mark that cannot open", 6.0F};
inline constexpr Feature hyphen{"hyphen at the end", 4.3F};
inline constexpr Feature wanting{"a word at the joint wants more", 2.2F};
inline constexpr Feature lower{"next row opens with a small letter", 4.0F};
inline constexpr Feature case_differs{"capitals and small letters", -3.1F};
inline constexpr Feature word{"a word lies across the joint", 3.8F};
inline constexpr Feature pair_seen{"the page has the two characters side by side", 2.6F};
inline constexpr Feature triple_seen{"the page has the three characters side by side", 2.0F};
inline constexpr Feature remainder{"next row is much shorter", 0.4F};
inline constexpr Feature remainder_tiny{"next row is too short to stand alone", 2.8F};
inline constexpr Feature tail_short{"what follows the last blank or comma is too short", 2.6F};
inline constexpr Feature longer{"next row is longer", -1.4F};
inline constexpr Feature longer_cjk{"next row is longer, though ideographs break anywhere", -2.4F};
inline constexpr Feature ended{"the row was not full", -3.5F};
inline constexpr Feature narrower{"next row is broken before it is as wide", -4.5F};
inline constexpr Feature echo{"a word stands in both rows", -2.0F};
inline constexpr Feature quotation{"a row is a quotation", -2.5F};
inline constexpr Feature head_short{"what stands before the first blank is too short", 1.6F};
inline constexpr Feature halves_of_both{"both rows make halves of one length", 2.5F};
inline constexpr Feature much_longer{"next row is much longer", -2.6F};
inline constexpr Feature equal{"rows are of one length", 0.6F};
inline constexpr Feature behind_credit{"behind the credit of a photograph", 2.0F};
inline constexpr Feature halves{"a row is a pair of halves of its own", -2.4F};
inline constexpr Feature indent{"next row has another indent", -2.5F};
inline constexpr Feature same_text{"both rows share words with the same text", 2.0F};
inline constexpr Feature same_text_cjk{"both rows share words with the same Chinese text", -1.5F};
inline constexpr Feature other_text{"the rows share words with different texts", -1.5F};
inline constexpr Feature other_kind{"one of them is a byline, credit, caption, item...", -6.0F};
inline constexpr Feature sentence_like{"one of them reads like running text", -4.8F};
}  // namespace rows

// --- threads: the end of one fragment and the start of another.
namespace thread {
inline constexpr Feature ends_open{"no mark at the end", 2.2F};
inline constexpr Feature ends_pause{"comma at the end", 3.5F};
inline constexpr Feature ends_colon{"colon at the end", -1.5F};
inline constexpr Feature ends_sentence{"sentence ends", -4.0F};
inline constexpr Feature ends_sentence_full{"sentence ends in a full line", -1.8F};
inline constexpr Feature ends_hyphen{"hyphen at the end", 4.0F};
inline constexpr Feature ends_close{"ends with a phrase in brackets or quotation marks", -1.4F};
inline constexpr Feature lead_alone{"names who reports, and stops", 4.0F};
inline constexpr Feature ends_wanting{"ends with a word that wants more", 2.0F};
inline constexpr Feature tail_short{"last line is short", -3.5F};
inline constexpr Feature end_brackets{"a bracket is open", 1.5F};
inline constexpr Feature end_shape{"may be a heading", -4.6F};
inline constexpr Feature end_foreign{"ends in a line of no column's width", -3.5F};
inline constexpr Feature start_foreign{"begins with a line of no column's width", -3.5F};
inline constexpr Feature end_leads_in{"a short line ends with a dash", -3.0F};
inline constexpr Feature start_width{"width of the first line", -0.75F};  // of log-odds that it is indented
inline constexpr Feature starts_indented{"first line is indented", -4.0F};
inline constexpr Feature starts_closed{"opens with a mark that cannot open", 7.0F};
inline constexpr Feature starts_lower{"opens with a small letter", 3.5F};
inline constexpr Feature sentence_ended{"a small letter behind the end of a sentence", -4.0F};
inline constexpr Feature starts_sentence{"opens a sentence, and none ended", -3.0F};
inline constexpr Feature starts_quote{"opens with a quotation mark", -0.4F};
inline constexpr Feature starts_lead{"opens a report", -6.0F};
inline constexpr Feature starts_report{"stands right below a byline", -6.0F};
inline constexpr Feature below_byline{"stands below a byline", -3.0F};
inline constexpr Feature starts_item{"opens a list item", -4.0F};
inline constexpr Feature starts_wanting{"opens with a word that wants something before it", 2.0F};
inline constexpr Feature clause_tiny{"one character before the first mark", 3.0F};
inline constexpr Feature scrap{"too short to be a paragraph", 1.9F};
inline constexpr Feature out_of_order{"the order of the page is known, and other text stands between", -8.0F};
inline constexpr Feature scrap_of_row{"too short to tell a headline from a torn line", -1.5F};
inline constexpr Feature start_shape{"may itself be a heading", -3.3F};
inline constexpr Feature word{"a word lies across the joint", 3.3F};
inline constexpr Feature pair_seen{"the page has the two characters side by side", 1.5F};
inline constexpr Feature triple_seen{"the page has the three characters side by side", 1.8F};
inline constexpr Feature whole_word{"a hyphen, and what follows is a word of its own", -3.0F};
inline constexpr Feature word_part{"a hyphen, and what follows is no word elsewhere", 1.0F};
inline constexpr Feature number_unit{"a number and its unit", 3.0F};
inline constexpr Feature number_number{"digits on both sides", 1.0F};
inline constexpr Feature brackets_close{"a bracket is closed", 3.3F};
inline constexpr Feature brackets_alone{"a bracket closes that was not open", -1.5F};
inline constexpr Feature same_measure{"lines of one width", 0.5F};
inline constexpr Feature other_measure{"lines of two widths", -2.0F};  // of Western text
inline constexpr Feature same_words{"the columns share words", 6.0F};  // of the share beyond the usual one
inline constexpr float usual_share = 0.04F, most_share = 0.4F;
inline constexpr Feature near{"next line", 0.5F};
inline constexpr Feature skipped{"text in between", -2.2F};
inline constexpr Feature passed{"headings in between", -0.15F};
inline constexpr Feature whole_paragraph{"a short text that was not wrapped, and a heading behind it", -2.5F};
inline constexpr Feature whole_texts{"the page sets its blank lines where texts end", -1.0F};  // of log-odds
inline constexpr Feature backward{"stands before", -5.0F};
inline constexpr Feature other_page{"another page", -1.0F};
inline constexpr Feature jump_line{"a jump line stands between", -15.0F};
inline constexpr Feature other_script{"another script", -5.0F};
}  // namespace thread

// --- abreast: headlines that follow each other are those of texts that follow each other.
namespace abreast {
inline constexpr Feature opens{"a byline or a dateline opens the text", 3.0F};
inline constexpr Feature plain{"neither opens it", -1.0F};
inline constexpr Feature other_measure{"the text above is set to another width", 2.0F};
inline constexpr float likeness = 0.6F;         // of what a headline shares with its text more than with the others
inline constexpr float most_likeness = 6.0F;    // of one headline
inline constexpr float nothing_shared = -1.0F;  // of a headline that has no word of its text
inline constexpr float crossed = -2.0F;         // for each pair of headlines whose texts stand the other way round
inline constexpr float bare_before = -6.0F;     // a text before them has no headline
inline constexpr float least = 1.0F;
}  // namespace abreast

// --- interleaved: part of a row is of the headline of the text on the right. In log-odds of its words.
namespace interleaved {
inline constexpr float cut = -1.0F;        // a row is cut
inline constexpr float low = -1.0F;        // before a small letter
inline constexpr float wanting = 0.1F;     // behind a word that ends no text: a row may end with it
inline constexpr float no_turn = -1.5F;    // two rows of one headline follow each other
inline constexpr float late_left = -1.5F;  // the right headline comes first
inline constexpr float least_part = 2.0F;  // what each has of its own text
inline constexpr float least = 3.0F;       // more than for one headline
}  // namespace interleaved

}  // namespace broadsheet::repair_stage::weight
