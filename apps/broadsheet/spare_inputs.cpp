#include "spare_inputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <broadsheet/error.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "file_identity.hpp"
#include "options.hpp"

namespace broadsheet::app {

namespace {

std::optional<FileIdentity> identity_of_input(const Input& input) {
    return input.path == "-" ? identity_of(STDIN_FILENO) : identity_of(input.path);
}

std::string name_of(const Input& input) { return input.path == "-" ? "standard input" : input.path; }

void check_file(std::string_view option, const std::string& path, const std::vector<Input>& inputs,
                bool no_shards = true) {
    const auto identity = identity_of(path);
    if (!identity) return;
    if (no_shards && identity == identity_of(STDOUT_FILENO))
        throw UsageError(
            fmt::format("{}: {} is standard output, too, and would be written over (name another file)", option, path));
    for (const Input& input : inputs)
        if (identity_of_input(input) == identity)
            throw UsageError(fmt::format("{}: {} is an input and might be written over (name another file)", option,
                                         name_of(input)));
}

}  // namespace

void spare_inputs(const Settings& settings, const std::vector<Input>& inputs) {
    check_file("--stats", settings.stats, inputs, settings.output.empty());
    if (!settings.output.empty()) return;
    check_file("--provenance", settings.provenance, inputs);
    check_file("--attributes", settings.attributes, inputs);
    check_file("--errors", settings.errors, inputs);
    const auto out = identity_of(STDOUT_FILENO);
    if (!out) return;
    for (const Input& input : inputs)
        if (identity_of_input(input) == out)
            throw Error(Error::Code::io, name_of(input), "this is standard output, too, which would write over it",
                        "send the articles to another file; if the shell has emptied this one, fetch it again");
}

}  // namespace broadsheet::app
