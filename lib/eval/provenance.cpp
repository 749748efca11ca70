#include "eval/provenance.hpp"

#include <algorithm>
#include <numeric>

#include "core/chars.hpp"
#include "eval/normal.hpp"

namespace broadsheet::eval {

namespace {

// The characters of a page by their bytes.
class Bytes {
public:
    explicit Bytes(const Text& text) : text_(text), order_(text.chars.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        // Layout files have them in any order, and spaces without bytes.
        std::erase_if(order_, [&](std::uint32_t i) { return text.at[i] == text.end_of(i); });
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return text.at[a] < text.at[b]; });
    }

    // Puts the characters whose bytes lie in the place behind `out` and counts them; false where it cuts one.
    bool take(const Place& place, std::u32string& out, std::vector<std::uint8_t>& times) const {
        auto at = std::lower_bound(order_.begin(), order_.end(), place.begin,
                                   [&](std::uint32_t i, std::uint64_t byte) { return text_.at[i] < byte; });
        bool whole = at != order_.end() && text_.at[*at] == place.begin && place.begin < place.end;
        for (; at != order_.end() && text_.at[*at] < place.end; ++at) {
            if (text_.end_of(*at) > place.end) whole = false;
            out.push_back(text_.chars[*at]);
            if (times[*at] < 2) ++times[*at];
        }
        return whole;
    }

private:
    const Text& text_;
    std::vector<std::uint32_t> order_;
};

}  // namespace

std::optional<ProvenanceScores> provenance(const Prediction& prediction, const SourcePage& page) {
    const auto elsewhere = [](const auto& item) {
        return std::any_of(item.spans.begin(), item.spans.end(), [](const Place& p) { return p.file != 0; });
    };
    if (!prediction.has_places || !page.document.files.empty()) return std::nullopt;
    if (!prediction.digest.empty() && prediction.digest != page.document.source.digest) return std::nullopt;
    for (const auto& article : prediction.articles)
        if (std::any_of(article.blocks.begin(), article.blocks.end(), elsewhere)) return std::nullopt;

    const Text& text = page.document.text;
    const Bytes bytes(text);
    std::vector<std::uint8_t> times(text.chars.size(), 0);
    ProvenanceScores out;
    // A document has each character once. Of one that has all of them again and again no more is looked at: a few bytes
    // must not cost a whole page each.
    std::size_t taken = 0;
    const std::size_t most = 16 * text.chars.size() + 1024;
    const auto judge = [&](const std::string& said, const std::vector<Place>& spans) {
        std::u32string there;
        bool whole = true;
        for (const Place& place : spans) {
            const auto before = there.size();
            whole = taken <= most && bytes.take(place, there, times) && whole;
            taken += there.size() - before;
        }
        ++out.faithful.whole;
        out.faithful.part += whole && bare(to_utf32(said)) == bare(there);
    };
    for (const auto& article : prediction.articles)
        for (const auto& block : article.blocks) judge(block.text, block.spans);
    for (const auto& item : prediction.dropped) judge(item.text, item.spans);
    if (!text.ends.empty()) return out;  // markup lies between the characters of a layout file
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (is(text.chars[i], cls::space)) continue;
        out.uncovered += times[i] == 0;
        out.twice += times[i] > 1;
    }
    return out;
}

}  // namespace broadsheet::eval
