// Files of words: what `broadsheet words` writes and --words reads.
#pragma once

#include <broadsheet/lexicon.hpp>
#include <broadsheet/read.hpp>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "inputs.hpp"

namespace broadsheet::app {

// The words of all inputs, which several threads may add. It grows with the number of different words only.
class Collection {
public:
    void add(const Lexicon& words);
    [[nodiscard]] std::string save() const;

private:
    mutable std::mutex mutex_;
    Lexicon words_;
};

// The words of files that `broadsheet words` wrote, merged; null where there are none.
// @throws broadsheet::Error that names the file
[[nodiscard]] std::shared_ptr<const Lexicon> load_words(const std::vector<std::string>& paths, std::uint64_t max_bytes);

// The first input that standard output goes into: the shell has emptied it. Empty if there is none.
[[nodiscard]] std::string emptied_input(const std::vector<Input>& inputs);

}  // namespace broadsheet::app
