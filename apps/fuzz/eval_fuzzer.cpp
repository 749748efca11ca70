// Gold and predictions from anywhere: figures are figures, and what is refused is refused by name. An input is gold, a
// prediction and a page, with form feeds between; where there is no second part, the first is both.
#include <broadsheet/eval.hpp>
#include <cmath>
#include <string>

#include "laws.hpp"

namespace {

using namespace broadsheet::eval;

template <class Make>
auto made(const Make& make) -> std::optional<decltype(make())> {
    using Code = broadsheet::Error::Code;
    try {
        return make();
    } catch (const broadsheet::Error& error) {
        fuzz::require(error.code() == Code::format || error.code() == Code::option,
                      "bad input is refused as such:", error.what());
        return std::nullopt;
    }
}

std::string_view cut(std::string_view& rest) {
    const auto end = std::min(rest.find('\f'), rest.size());
    const auto out = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
}

void check_figures(const Scores& scores) {
    for (const Figure& figure : figures(scores)) {
        fuzz::require(std::isfinite(figure.value) && figure.value >= 0, "a figure is a number", figure.name);
        const bool bounded = !figure.is_count && figure.name != "cer" && figure.name != "wer";
        fuzz::require(!bounded || figure.value <= 1, "a share is at most all of it:", figure.name);
    }
}

void check_reports(const Gold& gold, const Prediction& prediction, const Scores& scores) {
    Scored scored{"gold", "found", "txt", {}, {}, scores};
    for (const auto& article : gold.articles) scored.gold_ids.push_back(article.id);
    for (const auto& article : prediction.articles) scored.predicted_ids.push_back(article.id);
    fuzz::require(fuzz::is_utf8(report_table({scored})), "a table is UTF-8");
    fuzz::require(fuzz::is_utf8(report_table({scored, scored})), "a table of several is UTF-8");
    fuzz::require(fuzz::is_utf8(report_json({scored, scored})), "a report is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto first = cut(rest), second = cut(rest);
    const auto gold = made([&] { return read_gold(first, "gold"); });
    const auto prediction = made([&] { return read_prediction(second.empty() ? first : second, "found"); });
    const auto page = made([&] { return read_page(rest); });
    const SourcePage* const at_hand = page && !rest.empty() ? &*page : nullptr;
    if (prediction) {
        const auto annotated = annotation(*prediction, at_hand);
        fuzz::require(made([&] { return read_gold(annotated, "annotated"); }).has_value(),
                      "an annotation is gold:", annotated);
    }
    if (!gold || !prediction) return 0;
    for (const double fuzzy : {1.0, 0.8}) {
        const auto scores = made([&] { return evaluate(*gold, *prediction, at_hand, {fuzzy}); });
        if (!scores) return 0;
        check_figures(*scores);
        check_reports(*gold, *prediction, *scores);
        fuzz::require(fuzz::is_utf8(difference(*gold, *prediction, at_hand, {fuzzy})), "a difference is UTF-8");
    }
    return 0;
}
