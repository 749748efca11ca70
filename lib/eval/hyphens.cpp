#include "eval/hyphens.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "core/chars.hpp"
#include "eval/normal.hpp"
#include "eval/probes.hpp"

namespace broadsheet::eval {

namespace {

constexpr std::size_t before = 14, after = 8;  // characters beside a hyphen by which it is found again
constexpr std::size_t least_before = 5;        // a shorter line's end stands in too many places

enum class Outcome : std::uint8_t { join, keep, leave };

std::u32string all_of(const Grouped& articles) {
    std::u32string out;
    for (const auto& article : articles)
        for (const Labelled& block : article) out.append(block.text).push_back(U'\n');
    return out;
}

// What stands before the hyphen at the end of a line, in normal form; nothing where there is no hyphen.
std::u32string before_hyphen(std::u32string_view line) {
    line = stripped(line);
    if (line.empty() || !is(line.back(), cls::hyphen)) return {};
    line.remove_suffix(1);
    if (line.empty() || !is_of_word(line.back())) return {};
    const auto text = normal(line);
    return text.substr(text.size() - std::min(text.size(), before));
}

// Where each run of `least_before` characters of a text ends.
class Ends {
public:
    explicit Ends(std::u32string_view text) : text_(text) {
        for (std::size_t i = 0; i + least_before <= text.size(); ++i)
            ends_[text.substr(i, least_before)].push_back(i + least_before);
    }

    // The places behind `left`.
    [[nodiscard]] std::vector<std::size_t> behind(std::u32string_view left) const {
        std::vector<std::size_t> out;
        const auto at = ends_.find(left.substr(left.size() - least_before));
        if (at == ends_.end()) return out;
        for (const std::size_t end : at->second)
            if (end >= left.size() && text_.substr(end - left.size(), left.size()) == left) out.push_back(end);
        return out;
    }

private:
    std::u32string_view text_;
    std::unordered_map<std::u32string_view, std::vector<std::size_t>> ends_;
};

struct Hyphen {
    Outcome outcome = Outcome::join;
    std::u32string forms[3];  // by outcome
};

// How gold has the word that a line's end tore; nothing where it does not say, or says two things.
std::optional<Hyphen> truth(const std::u32string& left, std::u32string_view gold, const Ends& ends) {
    std::optional<Outcome> outcome;
    std::u32string_view right;
    for (const std::size_t at : ends.behind(left)) {
        const auto rest = gold.substr(at, after + 2);
        std::optional<Outcome> here;
        std::size_t skipped = 0;
        if (!rest.empty() && is_of_word(rest[0])) {
            here = Outcome::join;
        } else if (rest.size() > 2 && rest[0] == U'-') {
            here = rest[1] == U' ' ? Outcome::leave : Outcome::keep;
            skipped = rest[1] == U' ' ? 2 : 1;
        }
        if (!here || (outcome && *outcome != *here)) return std::nullopt;
        outcome = here;
        right = rest.substr(skipped, after);
        right = right.substr(0, right.find(U'\n'));
    }
    if (!outcome) return std::nullopt;
    const std::u32string tail(right);
    return Hyphen{*outcome, {left + tail, left + U"-" + tail, left + U"- " + tail}};
}

}  // namespace

HyphenScores hyphens(const Grouped& gold, const SourcePage& page, const Grouped& predicted) {
    const auto gold_text = all_of(gold), output = all_of(predicted);
    const Ends ends(gold_text);
    std::vector<Hyphen> found;
    std::vector<std::u32string> probes;
    for (const Line& line : page.document.lines) {
        const auto left = before_hyphen(page.document.text.view(line.text));
        if (left.size() < least_before) continue;
        if (auto hyphen = truth(left, gold_text, ends)) {
            for (const auto& form : hyphen->forms) probes.push_back(form);
            found.push_back(*std::move(hyphen));
        }
    }
    const auto there = present(output, probes);
    HyphenScores out;
    for (const Hyphen& hyphen : found) {
        const auto is_there = [&](Outcome outcome) {
            return there.contains(hyphen.forms[static_cast<std::size_t>(outcome)]);
        };
        const bool is_true = hyphen.outcome == Outcome::keep;
        ++out.right.whole;
        out.lost.whole += is_true;
        if (is_there(hyphen.outcome))
            ++out.right.part;
        else if (is_true && is_there(Outcome::join))
            ++out.lost.part;
        else if (!is_there(Outcome::join) && !is_there(Outcome::keep) && !is_there(Outcome::leave))
            ++out.unfound;
    }
    return out;
}

}  // namespace broadsheet::eval
