// Memory that runs out ends the work with std::bad_alloc or Error, loses nothing of the heap, and leaves the library as
// it was. A program of its own, since it replaces operator new.
#define CATCH_CONFIG_MAIN
#include <atomic>
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <string>

namespace {

std::atomic<std::int64_t> left{-1};  // allocations until one fails; below 0: none does
std::atomic<std::int64_t> held{0};   // blocks that were not given back

void* take(std::size_t size) {
    if (left.load() >= 0 && left.fetch_sub(1) == 0) throw std::bad_alloc();
    void* const block = std::malloc(size == 0 ? 1 : size);
    if (block == nullptr) throw std::bad_alloc();
    ++held;
    return block;
}

void give_back(void* block) {
    if (block == nullptr) return;
    --held;
    std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* block) noexcept { give_back(block); }
void operator delete[](void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t) noexcept { give_back(block); }
void operator delete[](void* block, std::size_t) noexcept { give_back(block); }

namespace {

using namespace broadsheet;

std::size_t work(const std::string& bytes) {
    std::size_t size = 0;
    const Document document = process(bytes);
    for (const auto* to : {"text", "json", "tei", "alto"}) {
        WriteOptions options;
        options.to = to;
        size += write(document, options).size();
    }
    return size + repair_text(bytes).size();
}

enum class End : std::uint8_t { done, without, no_memory, error, other };

// With the n-th allocation failing. std::stable_sort does without the memory that it asks for: then the output must be
// the same.
End work_until(const std::string& bytes, std::int64_t n, std::size_t expected) {
    End end = End::done;
    left = n;
    try {
        const bool right = work(bytes) == expected;
        end = left >= 0 ? End::done : right ? End::without : End::other;
    } catch (const std::bad_alloc&) {
        end = End::no_memory;
    } catch (const Error&) {
        end = End::error;
    } catch (...) {
        end = End::other;
    }
    left = -1;
    return end;
}

}  // namespace

TEST_CASE("any allocation may fail") {
    const std::string folder = TESTDATA;
    for (const auto* name : {"pages/fr-avis.txt", "pages/zh-flow.txt", "layout/en-grid.xml"}) {
        if (!std::filesystem::exists(folder + "/" + name)) continue;
        INFO(name);
        std::ifstream file(folder + "/" + name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        // Also the first time, while tables are made: they are made again.
        for (std::int64_t n = 0; n < 40; ++n) (void)work_until(bytes, n * 97, 0);
        const auto size = work(bytes);
        std::size_t failed = 0;
        for (std::int64_t n = 0;; n += 1 + n / 150) {
            const auto before = held.load();
            const End end = work_until(bytes, n, size);
            const auto lost = held.load() - before;
            INFO("allocation " << n);
            REQUIRE(lost == 0);
            REQUIRE(end != End::other);
            if (end == End::done) break;
            ++failed;
        }
        CHECK(failed > 300);
        CHECK(work(bytes) == size);
    }
}
