// Stub: all one article.
#include "broadsheet/segment.hpp"

namespace broadsheet {

void segment(Document& d, const SegmentOptions& /*options*/) {
    if (d.blocks.empty()) return;
    Article a;
    a.id = "p1-a1";
    for (std::uint32_t i = 0; i < d.blocks.size(); ++i) a.blocks.push_back(i);
    d.articles.push_back(a);
}

}  // namespace broadsheet
