// Gold that is made of a page and not corrected says that all is right; and a page document read again is the document.
#include <broadsheet/eval.hpp>
#include <string>

#include "laws.hpp"

namespace {

using namespace broadsheet::eval;

void check_same(const Prediction& a, const Prediction& b) {
    fuzz::require(a.source == b.source && a.digest == b.digest && a.articles.size() == b.articles.size() &&
                      a.dropped.size() == b.dropped.size(),
                  "a document read again is of the same page");
    for (std::size_t i = 0; i < a.articles.size(); ++i) {
        const auto &one = a.articles[i], &other = b.articles[i];
        fuzz::require(one.id == other.id && one.hints == other.hints && one.blocks.size() == other.blocks.size(),
                      "an article read again is the article", one.id);
        for (std::size_t k = 0; k < one.blocks.size(); ++k) {
            const auto &mine = one.blocks[k], &theirs = other.blocks[k];
            fuzz::require(
                mine.role == theirs.role && mine.text == theirs.text && mine.spans.size() == theirs.spans.size(),
                "a block read again is the block:", mine.text);
            for (std::size_t s = 0; s < mine.spans.size(); ++s)
                fuzz::require(mine.spans[s].begin == theirs.spans[s].begin && mine.spans[s].end == theirs.spans[s].end,
                              "a place read again is the place");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    if (!fuzz::read(input)) return 0;
    const auto document = broadsheet::process(input.bytes, input.options);
    const auto found = prediction_of(document);
    broadsheet::WriteOptions writing;
    writing.to = "json";
    check_same(found, read_prediction(broadsheet::write(document, writing), "document"));

    const auto page = read_page(input.bytes, input.options.read);
    for (const SourcePage* at_hand :
         {document.files.empty() ? &page : nullptr, static_cast<const SourcePage*>(nullptr)}) {
        const auto gold = read_gold(annotation(found, at_hand), "gold");
        const auto scores = evaluate(gold, found, at_hand);
        fuzz::require(scores.articles.f1() == 1 && scores.roles.f1() == 1, "gold of a page agrees with the page");
        fuzz::require(scores.characters.part == 0 && scores.splits + scores.merges == 0,
                      "gold of a page has the texts of the page");
        if (!scores.provenance) continue;
        fuzz::require(scores.provenance->faithful.part == scores.provenance->faithful.whole,
                      "texts are the bytes that they name");
        fuzz::require(scores.provenance->uncovered + scores.provenance->twice == 0, "each character stands once");
    }
    return 0;
}
