#include "segment/join_parts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "segment/page_break.hpp"
#include "segment/unit.hpp"
#include "segment/weights.hpp"

namespace broadsheet::segment_stage {

namespace {

bool heads(Role role) {
    return role == Role::headline || role == Role::kicker || role == Role::deck || role == Role::section;
}

// The block of an article that has the same byline.
std::uint32_t same_byline(const Document& d, const Article& a, std::uint32_t block) {
    std::u32string store_a, store_b;
    const auto wanted = text_of(d, d.blocks[block], store_b);
    for (const auto b : a.blocks)
        if (d.blocks[b].role == Role::byline && text_of(d, d.blocks[b], store_a) == wanted) return b;
    return none;
}

// What stands in the second part, without what the first one has.
std::vector<std::uint32_t> new_blocks(Document& d, const JumpParts& parts, std::uint32_t to, std::uint32_t from,
                                      Moved& moved) {
    std::vector<std::uint32_t> out;
    for (const auto b : d.articles[from].blocks) {
        const Role role = d.blocks[b].role;
        if (heads(role)) {
            if (parts.repeats(to, b) >= weights::jump::repeated) {
                drop_block(d, b, Reason::jump_line);
                continue;
            }
            d.blocks[b].role = Role::subhead;
        } else if (role == Role::byline) {
            if (const auto kept = same_byline(d, d.articles[to], b); kept != none) {
                drop_block(d, b, Reason::duplicate, kept);
                moved[b] = kept;
                continue;
            }
        }
        out.push_back(b);
    }
    return out;
}

}  // namespace

void join_parts(Document& d, const JumpParts& parts, std::uint32_t to, std::uint32_t from, Moved& moved) {
    auto behind = new_blocks(d, parts, to, from, moved);
    Article &a = d.articles[to], &b = d.articles[from];
    const auto beside = [&](std::uint32_t block) {
        return d.blocks[block].role == Role::caption || d.blocks[block].role == Role::credit;
    };
    auto tail = a.blocks.end();
    while (tail != a.blocks.begin() && beside(*(tail - 1))) --tail;
    std::vector<std::uint32_t> pictures(tail, a.blocks.end());
    a.blocks.erase(tail, a.blocks.end());
    if (!a.blocks.empty() && !behind.empty()) {
        const auto above = a.blocks.back(), below = behind.front();
        auto others = a.blocks;
        others.insert(others.end(), behind.begin(), behind.end());
        const auto runs = [&](std::uint32_t block) { return d.blocks[block].role == Role::paragraph; };
        if (runs(above) && runs(below)) {
            if (cut_paragraph(d, above, below, others).sum() > 0) {
                join_over_break(d, above, below);
                moved[below] = above;
                behind.erase(behind.begin());
            }
        }
    }
    // Captions and credits of both go to the end.
    const auto own = std::stable_partition(behind.begin(), behind.end(), [&](auto block) { return !beside(block); });
    pictures.insert(pictures.end(), own, behind.end());
    a.blocks.insert(a.blocks.end(), behind.begin(), own);
    a.blocks.insert(a.blocks.end(), pictures.begin(), pictures.end());
    a.jumps.insert(a.jumps.end(), b.jumps.begin(), b.jumps.end());
    for (auto& name : b.authors)
        if (std::find(a.authors.begin(), a.authors.end(), name) == a.authors.end())
            a.authors.push_back(std::move(name));
    a.ends_open = b.ends_open;
    a.confidence = std::min(a.confidence, b.confidence);
    if (a.lang.empty()) a.lang = b.lang;
    b.blocks.clear();
}

}  // namespace broadsheet::segment_stage
