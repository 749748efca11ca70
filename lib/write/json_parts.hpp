// Parts of JSON that the page document and the rows beside records share.
#pragma once

#include "broadsheet/document.hpp"
#include "write/json_emitter.hpp"

namespace broadsheet::write_detail {

void emit_source(JsonEmitter& json, const Source& source);

// [left, top, right, bottom]
void emit_box(JsonEmitter& json, const Box& box);

}  // namespace broadsheet::write_detail
