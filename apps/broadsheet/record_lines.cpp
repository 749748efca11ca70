#include "record_lines.hpp"

#include <utility>

namespace broadsheet::app {

std::optional<LineBatch> RecordLines::next() {
    constexpr std::size_t chunk = std::size_t{1} << 16;
    LineBatch batch;
    batch.data = std::exchange(rest_, {});
    std::size_t seen = batch.data.size();  // no line ends before this
    while (!ended_ && batch.lines.empty()) {
        const std::size_t before = batch.data.size();
        batch.data.resize(before + chunk);
        const std::size_t n = input_.read(batch.data.data() + before, chunk);
        batch.data.resize(before + n);
        ended_ = n == 0;

        std::size_t begin = 0;
        for (std::size_t end = 0; (end = batch.data.find('\n', seen)) != std::string::npos; seen = begin = end + 1)
            add(batch, begin, end);
        if (ended_ && (begin < batch.data.size() || given_up_ != 0)) {
            add(batch, begin, batch.data.size());
            begin = batch.data.size();
        }
        seen = batch.data.size();
        if (seen - begin > most_) {  // hold no more of it
            given_up_ += seen - begin;
            batch.data.resize(begin);
            seen = begin;
        }
        if (!batch.lines.empty()) {
            rest_ = batch.data.substr(begin);
            batch.data.resize(begin);
        }
    }
    if (batch.lines.empty()) return std::nullopt;
    return batch;
}

void RecordLines::add(LineBatch& batch, std::size_t begin, std::size_t end) {
    RecordLine line{begin, end, ++number_, 0};
    if (const std::uint64_t bytes = std::exchange(given_up_, 0) + (end - begin); bytes > most_) line.too_long = bytes;
    batch.lines.push_back(line);
}

}  // namespace broadsheet::app
