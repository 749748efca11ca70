#include "write/json_parts.hpp"

namespace broadsheet::write_detail {

void emit_source(JsonEmitter& json, const Source& source) {
    json.begin_object(JsonEmitter::Layout::row);
    json.string("name", source.name);
    json.string("format", source.format);
    json.string("encoding", source.encoding);
    json.integer("bytes", source.bytes);
    json.string("digest", source.digest);
    json.end_object();
}

void emit_box(JsonEmitter& json, const Box& box) {
    json.begin_array(JsonEmitter::Layout::row);
    for (const float side : {box.left, box.top, box.right, box.bottom}) json.decimal(static_cast<double>(side));
    json.end_array();
}

}  // namespace broadsheet::write_detail
