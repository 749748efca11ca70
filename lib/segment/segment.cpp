#include "broadsheet/segment.hpp"

#include <algorithm>

#include "segment/plan.hpp"
#include "segment/roles.hpp"
#include "segment/unit.hpp"

namespace broadsheet {

using namespace segment_stage;

void segment(Document& document, const SegmentOptions& options) {
    auto units = make_units(document);
    std::vector<Draft> drafts = plan(document, units, 0, units.size());
    name_roles(document, units, drafts, options);
}

}  // namespace broadsheet
