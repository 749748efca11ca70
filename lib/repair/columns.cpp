// Stub.
#include "repair/columns.hpp"

namespace broadsheet::repair_stage {

void columns(Document& /*document*/) {}

}  // namespace broadsheet::repair_stage
