// For readers: the blocks of an article with a blank line between them; none between rows and between items.
#include "write/writers.hpp"

namespace broadsheet::write_detail {

std::string text(const Document& document, const Article& article, const WriteOptions& options) {
    std::string out;
    Role before = Role::unknown;
    for (const auto block : article.blocks) {
        const std::string one = render(document, document.blocks[block], options.render);
        if (one.empty()) continue;
        const Role role = document.blocks[block].role;
        const bool same_row_of_lines = role == before && (role == Role::table || role == Role::list);
        if (!out.empty() && !same_row_of_lines) out += '\n';
        out += one;
        out += '\n';
        before = role;
    }
    return out;
}

}  // namespace broadsheet::write_detail
