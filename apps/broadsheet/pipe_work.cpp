#include "pipe_work.hpp"

#include <utility>

#include "words.hpp"

namespace broadsheet::app {

PipeWork::PipeWork(Settings settings) : settings_(std::move(settings)) {
    auto& process = settings_.process;
    process.repair.lexicon = load_words(settings_.words, process.read.max_bytes);
    const auto folders = Dictionaries::folders(settings_.dictionaries);
    dictionaries_ = std::make_shared<Dictionaries>(folders);
    if (!folders.empty())
        process.repair.spells = [dictionaries = dictionaries_](std::string_view language, std::string_view word) {
            return dictionaries->spells(language, word);
        };
    options_ = settings_.pipe;
    options_.read = process.read;
    options_.repair = process.repair;
    options_.segment = process.segment;
    options_.write = settings_.write;
    options_.provenance = !settings_.provenance.empty();
    options_.attributes = !settings_.attributes.empty();
}

std::string PipeWork::digest() const {
    const auto& lexicon = settings_.process.repair.lexicon;
    return describe(settings_.gist + (lexicon ? lexicon->save() : std::string()), {}, {}).digest;
}

}  // namespace broadsheet::app
