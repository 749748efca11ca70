#include "plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "files.hpp"
#include "folder.hpp"
#include "options.hpp"
#include "output.hpp"
#include "reports.hpp"

namespace broadsheet::app {

namespace {

const Writer& writer_named(std::string_view name) {
    const auto all = writers();
    return *std::find_if(all.begin(), all.end(), [&](const Writer& w) { return w.name == name; });
}

}  // namespace

bool writes_reports(const Settings& settings) {
    return settings.command == Command::extract && settings.write.to == "html";
}

std::vector<std::string> plan(const Settings& settings, const std::vector<Input>& inputs) {
    const bool reports = writes_reports(settings);
    if (settings.output.empty()) {
        if (reports && inputs.size() > 1)
            throw UsageError(fmt::format(
                "--to html: a report is a file of its own, and these are {} inputs (give -o DIR)", inputs.size()));
        if (settings.command == Command::annotate && inputs.size() > 1)
            throw UsageError(fmt::format("annotate: gold is a file of its own, and these are {} inputs (give -o DIR)",
                                         inputs.size()));
        return {};
    }
    if (settings.command == Command::annotate)
        return plan_gold(settings.output, inputs,
                         inputs.size() == 1 && settings.inputs == std::vector{inputs.front().path});
    std::string_view extension = ".txt";
    if (settings.command == Command::extract) {
        const Writer& writer = writer_named(settings.write.to);
        extension = writer.has_folder ? std::string_view() : writer.extension;
    }
    auto paths = plan_outputs(settings.output, inputs, extension, reports ? index_name : std::string_view());
    auto written = paths;
    if (reports) written.push_back(below(settings.output, index_name));
    if (const auto path = overwritten_input(written, inputs); !path.empty())
        throw UsageError(fmt::format("--output: {} is an input and might be written over (name another folder)", path));
    make_folders(settings.output);
    return paths;
}

// What stands between the results of two inputs on standard output.
std::string_view between(const Settings& settings) {
    switch (settings.command) {
        case Command::extract:
            return writer_named(settings.write.to).between;
        case Command::repair:
            return "\n";
        default:
            return "";
    }
}

}  // namespace broadsheet::app
