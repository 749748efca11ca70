#include "reports.hpp"

#include <algorithm>
#include <iterator>

#include "folder.hpp"
#include "output_file.hpp"
#include "pictures.hpp"
#include "plan.hpp"

namespace broadsheet::app {

namespace {

constexpr std::size_t most_in_full = 500;  // reports that an index tells the titles of

}  // namespace

std::string Reports::path_below(std::size_t index) const {
    auto at = settings_.output.size();
    while (at < outputs_[index].size() && outputs_[index][at] == '/') ++at;
    return outputs_[index].substr(at);
}

std::string Reports::report(std::size_t index, std::string_view bytes, Document& document, Result& result) const {
    Pictures pictures =
        pictures_of(bytes, inputs_[index], document, settings_.image, std::chrono::seconds(settings_.ocr_timeout));
    std::move(pictures.notes.begin(), pictures.notes.end(), std::back_inserter(document.notes));
    WriteOptions options = settings_.write;
    options.images = std::move(pictures.list);
    if (!outputs_.empty()) {
        const auto path = path_below(index);
        for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 0; --depth) options.index += "../";
        options.index += index_name;
        result.entry = index_entry(document, path, inputs_.size() > most_in_full);
    }
    return write(document, options);
}

bool Reports::shows(const Note& note) const {
    return writes_reports(settings_) && note.severity == Severity::info &&
           (note.stage == "repair" || note.stage == "segment");
}

void Reports::add(const Result& result) {
    entries_ += result.failed ? index_entry(inputs_[count_].path, result.fault) : result.entry;
    ++count_;
}

void Reports::write_index() const {
    const std::string title = settings_.inputs.size() == 1 ? settings_.inputs.front() : "Reports";
    write_file(below(settings_.output, index_name), index_page(title, entries_, count_));
}

}  // namespace broadsheet::app
