#include "completion.hpp"

#include <nlohmann/json.hpp>

namespace broadsheet::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "broadsheet/shard/1";

Json to_json(const WrittenBytes& file) { return {{"bytes", file.bytes}, {"digest", file.digest}}; }

WrittenBytes file_in(const Json& value) {
    return {value.at("bytes").get<std::uint64_t>(), value.at("digest").get<std::string>()};
}

}  // namespace

std::string write_completion(const Completion& completion) {
    const Tally& tally = completion.tally;
    Json files = Json::object();
    for (const auto& [kind, file] : completion.files) files[kind] = to_json(file);
    const Json all{{"schema", schema},
                   {"shard", completion.shard},
                   {"version", completion.version},
                   {"options", completion.options},
                   {"input", to_json(completion.input)},
                   {"records", tally.records},
                   {"articles", tally.articles},
                   {"empty", tally.empty},
                   {"errors", tally.errors},
                   {"bytes", tally.bytes},
                   {"files", std::move(files)}};
    return all.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Completion> read_completion(std::string_view text) {
    try {
        const Json all = Json::parse(text);
        if (all.at("schema") != schema) return std::nullopt;
        Completion out;
        out.shard = all.at("shard").get<std::string>();
        out.version = all.at("version").get<std::string>();
        out.options = all.at("options").get<std::string>();
        out.input = file_in(all.at("input"));
        out.tally.records = all.at("records").get<std::uint64_t>();
        out.tally.articles = all.at("articles").get<std::uint64_t>();
        out.tally.empty = all.at("empty").get<std::uint64_t>();
        out.tally.errors = all.at("errors").get<std::uint64_t>();
        out.tally.bytes = all.at("bytes").get<std::uint64_t>();
        for (const auto& [kind, file] : all.at("files").items()) out.files[kind] = file_in(file);
        return out;
    } catch (const Json::exception&) {
        return std::nullopt;  // cut off, or somebody else's file: the shard is done again
    }
}

}  // namespace broadsheet::app
