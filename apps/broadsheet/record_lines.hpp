// Lines of a file of records, in batches: what one thread works on at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record_input.hpp"

namespace broadsheet::app {

struct RecordLine {
    std::size_t begin = 0, end = 0;  // in LineBatch::data, without the line's end
    std::uint64_t number = 0;        // from 1
    std::uint64_t too_long = 0;      // its length, where it was longer than the limit; then it was not kept
};

struct LineBatch {
    std::string data;
    std::vector<RecordLine> lines;

    [[nodiscard]] std::string_view text(const RecordLine& line) const {
        return std::string_view(data).substr(line.begin, line.end - line.begin);
    }
    [[nodiscard]] std::size_t held() const { return data.size(); }
};

class RecordLines {
public:
    // @param most bytes of a line; no more are held of one
    RecordLines(RecordInput& input, std::size_t most) : input_(input), most_(most) {}

    // The next lines: those that can be had at once, some 64 kB. Nothing at the end.
    [[nodiscard]] std::optional<LineBatch> next();

private:
    void add(LineBatch& batch, std::size_t begin, std::size_t end);

    RecordInput& input_;
    std::size_t most_;
    std::string rest_;            // of a line whose end has not been read
    std::uint64_t given_up_ = 0;  // bytes of it that were not kept
    std::uint64_t number_ = 0;
    bool ended_ = false;
};

}  // namespace broadsheet::app
