// What `broadsheet eval` and `broadsheet annotate` do with one input.
#pragma once

#include <broadsheet/eval.hpp>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gold_pairs.hpp"
#include "settings.hpp"

namespace broadsheet::app {

// JSON, as page documents and gold are.
[[nodiscard]] bool is_json(std::string_view bytes);

struct NamedPage {
    eval::SourcePage page;
    std::string path;
};

// The page that a page document is of: the regular file it names, from here or beside it, if it is still the same.
[[nodiscard]] std::optional<NamedPage> page_of(const eval::Prediction& prediction, const std::string& path,
                                               const ReadOptions& options);

// Gold of a prediction, to be corrected.
// @param bytes of the page, if `prediction` was made of it; else empty
[[nodiscard]] std::string annotated(const eval::Prediction& prediction, const std::string& path, std::string_view bytes,
                                    const Settings& settings);

// The page that gold counts lines of: the one of --page, or that it names; nothing where that is not there.
// @throws Error
[[nodiscard]] std::optional<NamedPage> annotated_page(const eval::Gold& gold, const Settings& settings);

// Collects the scores of all predictions. May be used by several threads at once.
class Evaluation {
public:
    Evaluation(const Settings& settings, GoldPairs pairs);

    // Scores a prediction; what is to be shown of it. What looks wrong is added to `messages`.
    // @throws Error
    [[nodiscard]] std::string add(std::size_t index, const eval::Prediction& prediction, std::string_view bytes,
                                  std::string& messages);

    [[nodiscard]] std::string report() const;

private:
    [[nodiscard]] std::optional<NamedPage> page_for(const eval::Gold& gold, const eval::Prediction& prediction,
                                                    const std::string& path, std::string_view bytes) const;
    [[nodiscard]] bool may_show(const NamedPage& page, const std::string& path, const std::string& gold,
                                bool is_input) const;
    [[nodiscard]] std::string shown(const eval::Gold& gold, const eval::Prediction& prediction, const NamedPage* page,
                                    bool may_show) const;

    const Settings& settings_;
    GoldPairs pairs_;
    std::vector<std::optional<eval::Scored>> scored_;
    std::mutex mutex_;
};

}  // namespace broadsheet::app
