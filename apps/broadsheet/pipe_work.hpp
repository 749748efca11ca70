// What the settings of the command `pipe` come to: made ready once, for any number of records, shards and threads.
#pragma once

#include <broadsheet/pipe.hpp>
#include <memory>
#include <string>
#include <vector>

#include "dictionaries.hpp"
#include "settings.hpp"

namespace broadsheet::app {

class PipeWork {
public:
    // Loads words and dictionaries.
    // @throws UsageError, broadsheet::Error
    explicit PipeWork(Settings settings);

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const PipeOptions& options() const { return options_; }
    // Of all that the output depends on, but for the version.
    [[nodiscard]] std::string digest() const;
    [[nodiscard]] std::vector<std::string> warnings() const { return dictionaries_->warnings(); }

private:
    Settings settings_;
    std::shared_ptr<Dictionaries> dictionaries_;
    PipeOptions options_;
};

}  // namespace broadsheet::app
