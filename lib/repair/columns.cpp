// Stub.
#include "repair/columns.hpp"

namespace broadsheet::repair {

void columns(Document& /*document*/) {}

}  // namespace broadsheet::repair
