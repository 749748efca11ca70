#include "shard.hpp"

#include <algorithm>

#include "engine.hpp"
#include "files.hpp"
#include "inputs.hpp"
#include "options.hpp"
#include "pipe_work.hpp"
#include "shards.hpp"

namespace broadsheet::python {

namespace {

// Makes the program's exceptions the library's.
template <typename Work>
auto with_our_errors(const Work& work) {
    try {
        return work();
    } catch (const app::UsageError& error) {
        throw Error(Error::Code::option, {}, spelt_in_python(error.what()));
    } catch (const app::OutputError& error) {
        throw Error(Error::Code::io, {}, error.what());
    }
}

app::Settings parsed(const std::vector<std::string>& arguments) {
    std::vector<std::string> all{"pipe"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return app::parse(all);
}

}  // namespace

std::vector<Shard> find_shards(const std::vector<std::string>& arguments, const std::vector<std::string>& inputs) {
    return with_our_errors([&] {
        const app::Settings settings = parsed(arguments);
        std::vector<Shard> out;
        for (app::Input& input :
             app::find_records(inputs, {settings.output, settings.provenance, settings.attributes, settings.errors})
                 .list)
            if (input.error != ENOENT && input.error != app::no_records)
                out.push_back({std::move(input.path), std::move(input.relative)});
        return out;
    });
}

ShardCounts process_shard(const std::vector<std::string>& arguments, const Shard& shard) {
    return with_our_errors([&] {
        const app::PipeWork work(parsed(arguments));
        const unsigned jobs = std::max(1U, work.settings().jobs);
        const auto result =
            app::run_shards(work.settings(), work.options(), work.digest(), {{shard.path, shard.relative}}, jobs);
        if (!result.failures.empty()) throw Error(Error::Code::io, {}, result.failures.front());
        return ShardCounts{static_cast<unsigned>(result.complete), result.tally};
    });
}

}  // namespace broadsheet::python
