#include "broadsheet/broadsheet.hpp"

namespace broadsheet {

Document process(std::string_view bytes, const Options& options) {
    Document document = read(bytes, options.read);
    repair(document, options.repair);
    segment(document, options.segment);
    return document;
}

std::string repair_text(std::string_view bytes, const Options& options, const RenderOptions& render) {
    Document document = read(bytes, options.read);
    repair(document, options.repair);
    return write_paragraphs(document, render);
}

}  // namespace broadsheet
