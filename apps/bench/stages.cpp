// Google Benchmark for each stage on each kind of page: ./dev bench stages [--benchmark_filter=repair ...]
//
// A round is all pages of a kind, one after another; bytes are those of the files. "big" is one page of a megabyte.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <broadsheet/broadsheet.hpp>
#include <functional>

#include "corpus.hpp"

namespace {

using broadsheet::Document;
using Pages = std::vector<bench::Page>;
using Documents = std::vector<Document>;
using Round = std::function<void(benchmark::State&)>;

constexpr std::size_t big_size = 1'000'000;

void add(const std::string& stage, const std::string& kind, const Pages& pages, const Round& round) {
    std::size_t size = 0;
    for (const bench::Page& page : pages) size += page.bytes.size();
    const auto measured = [round, size](benchmark::State& state) {
        round(state);
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(size));
    };
#ifndef __clang_analyzer__  // it takes what Google Benchmark keeps for lost
    benchmark::RegisterBenchmark((stage + "/" + kind).c_str(), measured)->Unit(benchmark::kMillisecond);
#else
    (void)measured;
#endif
}

Documents read_all(const Pages& pages) {
    Documents documents;
    for (const bench::Page& page : pages) documents.push_back(broadsheet::read(page.bytes));
    return documents;
}

template <typename Stage>
Documents after(Documents documents, const Stage& stage) {
    for (Document& document : documents) stage(document);
    return documents;
}

void repair(Document& document) { broadsheet::repair(document); }
void segment(Document& document) { broadsheet::segment(document); }

// A stage that changes its document gets a copy in each round; making it is not measured.
template <typename Stage>
Round changing(const Documents& documents, const Stage& stage) {
    return [&documents, stage](benchmark::State& state) {
        for ([[maybe_unused]] auto _ : state) {
            state.PauseTiming();
            Documents copies = documents;
            state.ResumeTiming();
            for (Document& document : copies) stage(document);
            state.PauseTiming();
            copies.clear();
            state.ResumeTiming();
        }
    };
}

void add_read(const std::string& kind, const Pages& pages) {
    add("read", kind, pages, [&pages](benchmark::State& state) {
        for ([[maybe_unused]] auto _ : state)
            for (const bench::Page& page : pages) benchmark::DoNotOptimize(broadsheet::read(page.bytes).text.chars);
    });
}

void add_write(const std::string& writer, const std::string& kind, const Pages& pages, const Documents& documents) {
    add("write-" + writer, kind, pages, [&documents, writer](benchmark::State& state) {
        broadsheet::WriteOptions options;
        options.to = writer;
        for ([[maybe_unused]] auto _ : state)
            for (const Document& document : documents)
                benchmark::DoNotOptimize(broadsheet::write(document, options).size());
    });
}

void add_pipe(const std::string& kind, const Pages& pages) {
    std::vector<std::string> lines;
    for (const bench::Page& page : pages) {
        std::string text;
        for (const char c : page.bytes) {
            if (c == '"' || c == '\\')
                text += {'\\', c};
            else if (static_cast<unsigned char>(c) < 0x20)
                text += fmt::format("\\u{:04x}", c);
            else
                text += c;
        }
        lines.push_back(fmt::format(R"({{"id": "{}", "text": "{}"}})", page.name, text));
    }
    add("pipe_record", kind, pages, [lines](benchmark::State& state) {
        for ([[maybe_unused]] auto _ : state)
            for (const std::string& line : lines)
                benchmark::DoNotOptimize(broadsheet::pipe_record(line, 1).records.size());
    });
}

void add_eval(const std::string& kind, const Pages& pages, const Documents& documents) {
    struct Pair {
        broadsheet::eval::Gold gold;
        broadsheet::eval::Prediction prediction;
        broadsheet::eval::SourcePage page;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (!pages[i].gold.empty())
            pairs.push_back({broadsheet::eval::read_gold(pages[i].gold, pages[i].name),
                             broadsheet::eval::prediction_of(documents[i]),
                             broadsheet::eval::read_page(pages[i].bytes)});
    if (pairs.empty()) return;
    add("eval", kind, pages, [pairs](benchmark::State& state) {
        for ([[maybe_unused]] auto _ : state)
            for (const auto& [gold, prediction, page] : pairs)
                benchmark::DoNotOptimize(broadsheet::eval::evaluate(gold, prediction, &page).similarity);
    });
}

// What a set of pages is in each state of its way. Benchmarks refer to it, so it stays where it is.
struct Set {
    Pages pages;
    Documents read, repaired, segmented;

    explicit Set(Pages from)
        : pages(std::move(from)),
          read(read_all(pages)),
          repaired(after(read, repair)),
          segmented(after(repaired, segment)) {}
};

void add_all(const std::string& kind, const Set& set) {
    add_read(kind, set.pages);
    add("repair", kind, set.pages, changing(set.read, repair));
    add("segment", kind, set.pages, changing(set.repaired, segment));
    for (const auto& writer : broadsheet::writers())
        add_write(std::string(writer.name), kind, set.pages, set.segmented);
    add_eval(kind, set.pages, set.segmented);
    add_pipe(kind, set.pages);
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc != 2) {
        fmt::print(stderr, "usage: stages TESTDATA [--benchmark_...]\n");
        return 2;
    }
    const std::vector<bench::Kind> kinds = bench::corpus(argv[1]);
    std::vector<std::unique_ptr<Set>> sets;
    std::vector<Pages> read_only;
    read_only.reserve(2 * kinds.size());
    for (const bench::Kind& kind : kinds) {
        sets.push_back(std::make_unique<Set>(kind.pages));
        add_all(kind.name, *sets.back());
        if (kind.name == "alto") {
            for (const char* format : {"alto", "hocr", "bbox", "tsv"}) {
                read_only.push_back({bench::big_layout(kind, format, big_size)});
                add_read(fmt::format("big-{}", format), read_only.back());
            }
        } else if (kind.pages.front().name.starts_with("pages/")) {
            sets.push_back(std::make_unique<Set>(Pages{bench::big_text(kind, big_size)}));
            add_all("big-" + kind.name, *sets.back());
        }
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
