#include "broadsheet/segment.hpp"

#include <algorithm>
#include <iterator>

#include "core/given_up.hpp"
#include "core/stop.hpp"
#include "segment/continued.hpp"
#include "segment/given.hpp"
#include "segment/mend.hpp"
#include "segment/plan.hpp"
#include "segment/roles.hpp"
#include "segment/unit.hpp"

namespace broadsheet {

namespace segment_stage {
namespace {

// The planner's work grows with the square of what it looks at, so a huge input is cut into stretches: at a page's
// end, or where a heading follows text.
constexpr std::size_t fair = 300, longest = 500;

std::size_t end_of_stretch(const std::vector<Unit>& units, std::size_t first) {
    std::size_t u = first + 1;
    for (; u < units.size(); ++u) {
        if (units[u].page != units[u - 1].page) break;
        if (u - first >= longest) break;
        if (u - first >= fair && units[u].kind == Kind::head && units[u - 1].kind == Kind::body) break;
    }
    return u;
}

std::vector<Draft> find_articles(const Document& document, const std::vector<Unit>& units,
                                 const std::stop_token& stop) {
    std::vector<Draft> drafts;
    for (std::size_t first = 0; first < units.size();) {
        stop_if_asked(stop, document.source.name);
        const auto last = end_of_stretch(units, first);
        const PageWords words(document, units, first, last);
        auto found = plan(document, units, words);
        // Where places are known, nothing stands far from where it belongs.
        if (!units[first].placed()) mend(document, units, words, found);
        std::move(found.begin(), found.end(), std::back_inserter(drafts));
        first = last;
    }
    return drafts;
}

}  // namespace
}  // namespace segment_stage

void segment(Document& document, const SegmentOptions& options) {
    using namespace segment_stage;
    stop_if_asked(options.stop, document.source.name);
    const GivenUp given_up;
    auto units = make_units(document);
    const auto find = [&](const Document& d, const std::vector<segment_stage::Unit>& of) {
        return find_articles(d, of, options.stop);
    };
    auto drafts = document.given.empty() ? find(document, units) : follow_given(document, units, find);
    stop_if_asked(options.stop, document.source.name);
    name_roles(document, units, drafts, options);
    if (!names_issue(document)) join_continued(document, options);
    if (document.articles.empty() && !document.blocks.empty())
        document.notes.push_back(
            {Severity::warning, "segment", 0, 0, "there is text, but no article: see what was dropped"});
    given_up.note(document, "segment");
}

}  // namespace broadsheet
