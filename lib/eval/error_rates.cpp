#include "eval/error_rates.hpp"

#include "eval/normal.hpp"
#include "eval/sequence.hpp"

namespace broadsheet::eval {

namespace {

std::vector<std::u32string> words_in(const std::vector<Labelled>& article) {
    std::vector<std::u32string> out;
    for (const Labelled& block : article)
        for (auto& word : words_of(block.text)) out.push_back(std::move(word));
    return out;
}

std::u32string text_in(const std::vector<Labelled>& article) {
    std::u32string out;
    for (const Labelled& block : article) out += block.text;
    return out;
}

}  // namespace

ErrorRates error_rates(const Grouped& gold, const Grouped& predicted, const std::vector<ArticleMatch>& matches) {
    constexpr double least = 0.5;
    ErrorRates out;
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if (!matches[i].predicted || matches[i].similarity < least) continue;
        const auto& other = predicted[*matches[i].predicted];
        const auto text = text_in(gold[i]);
        const auto words = words_in(gold[i]);
        ++out.aligned;
        out.characters.part += edit_distance(text, text_in(other));
        out.characters.whole += text.size();
        out.words.part += edit_distance(words, words_in(other));
        out.words.whole += words.size();
    }
    return out;
}

}  // namespace broadsheet::eval
