// The text of a block in TEI: as it is rendered, with the pages, columns and lines of the source as milestones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "write/parts.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

class TeiText {
public:
    TeiText(const Document& document, XmlEmitter& xml) : d_(document), xml_(xml) {}

    // What follows stands on this page: <pb/>, where that is another one.
    void page(std::uint32_t number);
    // The text of parts [first, last), which are one block.
    void put(const std::vector<Part>& parts, std::size_t first, std::size_t last, const std::string& rendered);
    // The lines of a part that is no block, as they stand.
    void put_lines(const Part& part);

private:
    void line_begins(const PartLine& line, const PartLine* before);

    const Document& d_;
    XmlEmitter& xml_;
    std::uint32_t page_ = 0;
};

}  // namespace broadsheet::write_detail
