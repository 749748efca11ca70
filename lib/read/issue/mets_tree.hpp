// The elements of a METS file that matter here, as they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/issue/mets.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

struct MetsPointer {
    std::uint32_t file = none;
    std::string begin, end;        // empty: the whole file,
    std::optional<Box> rectangle;  // or a part of it
};

struct MetsDiv {
    std::string id, type, label, dmd;
    std::uint32_t parent = none;
    std::uint32_t map = 0;  // number of its structMap
    float order = 0;        // 0: not said
    std::vector<std::uint32_t> children;
    std::vector<MetsPointer> pointers;
};

enum class MetsMap : std::uint8_t { unsaid, physical, logical };

struct MetsTree {
    std::vector<MetsFile> files;
    std::vector<MetsDiv> divs;
    std::vector<MetsMap> maps;
    std::vector<std::uint32_t> roots;                            // divs
    std::unordered_map<std::string, std::uint32_t> names;        // ids that structLink names
    std::vector<std::pair<std::uint32_t, std::uint32_t>> links;  // of structLink: two of the names each
    std::unordered_map<std::string, std::string> titles;         // by the id of the dmdSec
    MarkupFault fault;
};

// A word of the file without case, and without a prefix (np:page).
[[nodiscard]] std::string plain_type(std::string_view type);

[[nodiscard]] MetsTree read_mets_tree(const Markup& markup, bool soup);

}  // namespace broadsheet::reading
