#include "read/layout/running_text.hpp"

#include <algorithm>

namespace broadsheet::reading {

void RunningText::flush() {
    if (slice_.empty()) return;
    const auto text = markup_.utf8().substr(0, slice_.end);
    Slice rest = slice_;
    slice_ = {};
    // A line end in markup is white space.
    while (!rest.empty()) {
        auto end = rest.begin;
        while (end < rest.end && text[end] != '\r' && text[end] != '\n') ++end;
        give({rest.begin, end});
        if (end == rest.end) break;
        apart_ = true;
        rest.begin = end + 1;
    }
}

void RunningText::give(Slice slice) {
    const auto text = markup_.utf8();
    const auto is_blank = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\t'; };
    const auto begin = slice.begin;
    while (!slice.empty() && is_blank(slice.begin)) ++slice.begin;
    if (slice.begin > begin) apart_ = true;
    if (slice.empty()) return;
    const auto end = slice.end;
    while (is_blank(slice.end - 1)) --slice.end;
    if (!apart_) m_.touch();
    m_.word(slice, box_, confidence_);
    apart_ = slice.end < end;
}

}  // namespace broadsheet::reading
