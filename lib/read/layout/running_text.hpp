// Text that stands between tags, put together to words: one word may come in several events.
#pragma once

#include <optional>

#include "read/layout/page_maker.hpp"

namespace broadsheet::reading {

class RunningText {
public:
    RunningText(PageMaker& maker, const Markup& markup) : m_(maker), markup_(markup) {}

    // Of the word that follows.
    void box(const std::optional<Box>& box, float confidence = -1) {
        flush();
        box_ = box;
        confidence_ = confidence;
        apart_ = true;
    }
    void end_word() {
        flush();
        box_ = std::nullopt;
        confidence_ = -1;
    }
    void add(Slice slice) {
        if (!slice_.empty() && slice_.end == slice.begin) {
            slice_.end = slice.end;
            return;
        }
        flush();
        slice_ = slice;
    }
    // Gives the text that came together. Without white space it touches what came before.
    void flush();
    // What follows is a word of its own.
    void apart() {
        flush();
        apart_ = true;
    }

private:
    void give(Slice slice);

    PageMaker& m_;
    const Markup& markup_;
    Slice slice_;
    std::optional<Box> box_;
    float confidence_ = -1;
    bool apart_ = true;
};

}  // namespace broadsheet::reading
