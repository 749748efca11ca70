// Does every text come from the bytes that it names, and is every character of the page accounted for?
#pragma once

#include "eval/texts.hpp"

namespace broadsheet::eval {

// Nothing where the prediction names no bytes, bytes of other files, or those of another page.
[[nodiscard]] std::optional<ProvenanceScores> provenance(const Prediction& prediction, const SourcePage& page);

}  // namespace broadsheet::eval
