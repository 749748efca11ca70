// The laws, over every page there is and over broken ones: nothing lost, nothing invented, provenance exact; the same
// bytes from the same bytes; repaired twice is repaired once.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "pages_test.hpp"

namespace {

using broadsheet::Document;
using broadsheet::Options;

broadsheet::WriteOptions json() {
    broadsheet::WriteOptions options;
    options.to = "json";
    return options;
}

Options named(const std::string& name) {
    Options options;
    options.read.name = name;
    return options;
}

void obey(const pages::Page& page) {
    const Options options = named(page.name);
    Document document;
    CHECK(pages::broken_law(page.bytes, options, &document) == "");
    const std::string once = broadsheet::write(document, json());
    CHECK(once == broadsheet::write(broadsheet::process(page.bytes, options), json()));
    const std::string repaired = broadsheet::repair_text(page.bytes, options);
    CHECK(broadsheet::repair_text(repaired, options) == repaired);
}

// Ways to damage a page. All are pure functions of their generator.
using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) { return n == 0 ? 0 : random() % n; }

std::vector<std::string> lines_of(const std::string& bytes) {
    std::vector<std::string> lines(1);
    for (const char c : bytes) {
        lines.back().push_back(c);
        if (c == '\n') lines.emplace_back();
    }
    return lines;
}

std::string together(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line;
    return out;
}

std::string shuffle_lines(const std::string& bytes, Random& random) {
    auto lines = lines_of(bytes);
    for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[below(random, i)]);
    return together(lines);
}

std::string cut_lines(const std::string& bytes, Random& random) {
    std::string out;
    for (const auto& line : lines_of(bytes)) {
        const std::size_t at = below(random, line.size() + 1);  // may be in mid-character
        out += random() % 4 == 0 ? line.substr(0, at) + "\n" + line.substr(at) : line;
    }
    return out;
}

std::string double_lines(const std::string& bytes, Random& random) {
    std::string out;
    for (const auto& line : lines_of(bytes))
        for (auto n = random() % 4 == 0 ? 1 + random() % 3 : 1; n > 0; --n) out += line;
    return out;
}

std::string delete_blank_lines(const std::string& bytes, Random&) {
    std::string out;
    for (const auto& line : lines_of(bytes))
        if (line.find_first_not_of(" \t\r\n\f") != std::string::npos) out += line;
    return out;
}

std::string add_blank_lines(const std::string& bytes, Random& random) {
    std::string out;
    for (const auto& line : lines_of(bytes)) out += random() % 3 == 0 ? "\n" + line : line;
    return out;
}

std::string insert_bytes(const std::string& bytes, Random& random) {
    std::string out = bytes;
    for (int n = 0; n < 40; ++n) out.insert(below(random, out.size() + 1), 1, static_cast<char>(random() & 0xFF));
    return out;
}

std::string insert_signs(const std::string& bytes, Random& random) {
    static const char* const signs[] = {"\r",           "\f",           "\t",       "\v",   "\xEF\xBB\xBF",
                                        "\xE2\x80\x8B", "\xC2\xA0",     "\xC2\x85", "-",    "\xC2\xAD",
                                        "```",          "# ",           "|",        "<!--", "\xE2\x80\xA8",
                                        "\xE3\x80\x80", "**",           "*",        "_",    "\x1C",
                                        "\xEF\xB8\x99", "\xEF\xB9\x83", "\r\n\r\n", "> ",   "---\n"};
    std::string out = bytes;
    for (int n = 0; n < 60; ++n) {
        // Between characters, so that the page stays UTF-8.
        std::size_t at = below(random, out.size() + 1);
        while (at < out.size() && (static_cast<unsigned char>(out[at]) & 0xC0u) == 0x80u) ++at;
        out.insert(at, signs[below(random, std::size(signs))]);
    }
    return out;
}

std::string truncate(const std::string& bytes, Random& random) {
    return bytes.substr(0, below(random, bytes.size() + 1));
}

std::string drop_newlines(const std::string& bytes, Random& random) {
    std::string out;
    for (const char c : bytes)
        if (c != '\n' || random() % 3 == 0) out.push_back(c);
    return out;
}

// The parts of each row, at its gaps, in another order: the same order on all rows of the page, as far as they have as
// many, or for each row its own.
std::string exchange_columns(const std::string& bytes, Random& random) {
    const bool alike = random() % 2 == 0;
    const auto seed = static_cast<unsigned>(random());
    std::string out;
    for (auto line : lines_of(bytes)) {
        const bool ends = line.ends_with('\n');
        if (ends) line.pop_back();
        std::vector<std::string> parts;
        for (std::size_t at = 0; at <= line.size();) {
            const auto gap = std::min(line.find("   ", at), line.size());
            parts.push_back(line.substr(at, gap - at));
            at = std::max(std::min(line.find_first_not_of(' ', gap), line.size()), gap + 1);
        }
        Random own(alike ? seed : static_cast<unsigned>(random()));
        for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[below(own, i)]);
        for (std::size_t i = 0; i < parts.size(); ++i) out += (i > 0 ? "      " : "") + parts[i];
        if (ends) out += '\n';
    }
    return out;
}

// The halves of the page side by side, as kept layout has columns; rows of the left one padded or not.
std::string set_abreast(const std::string& bytes, Random& random) {
    const auto lines = lines_of(bytes);
    const std::size_t half = (lines.size() + 1) / 2, measure = 20 + below(random, 60);
    const auto row = [&](std::size_t i) {
        auto line = i < lines.size() ? lines[i] : std::string();
        if (line.ends_with('\n')) line.pop_back();
        return line;
    };
    std::string out;
    for (std::size_t i = 0; i < half; ++i) {
        const auto left = row(i), right = row(half + i);
        out += left + std::string(left.size() < measure ? measure - left.size() : 3, ' ') + right + "\n";
    }
    return out;
}

// Stretches between blank lines in another order, some of them twice: articles exchanged.
std::string exchange_blocks(const std::string& bytes, Random& random) {
    std::vector<std::string> blocks(1);
    for (const auto& line : lines_of(bytes)) {
        blocks.back() += line;
        if (line == "\n" || line == "\r\n") blocks.emplace_back();
    }
    for (std::size_t i = blocks.size(); i > 1; --i) std::swap(blocks[i - 1], blocks[below(random, i)]);
    for (auto& block : blocks)
        if (random() % 6 == 0) block += block;
    return together(blocks);
}

struct Damage {
    const char* name;
    std::string (*run)(const std::string&, Random&);
};

constexpr Damage damages[] = {{"shuffle lines", shuffle_lines},     {"cut lines", cut_lines},
                              {"double lines", double_lines},       {"delete blank lines", delete_blank_lines},
                              {"add blank lines", add_blank_lines}, {"insert bytes", insert_bytes},
                              {"insert signs", insert_signs},       {"truncate", truncate},
                              {"drop newlines", drop_newlines},     {"exchange columns", exchange_columns},
                              {"set abreast", set_abreast},         {"exchange blocks", exchange_blocks}};

void survive(const pages::Page& page, const Damage& damage, unsigned seed) {
    Random random(seed);
    pages::Page broken{page.name, damage.run(page.bytes, random)};
    if (random() % 3 == 0) broken.bytes = damages[below(random, std::size(damages))].run(broken.bytes, random);
    INFO(page.name << ", " << damage.name << ", seed " << seed);
    // The encoding is given: what is asked here is what is done with the bytes, not how they are guessed.
    Options options = named(page.name);
    options.read.encoding = "UTF-8";
    std::string law;
    try {
        law = pages::broken_law(broken.bytes, options);
        if (law.empty()) {
            const std::string repaired = broadsheet::repair_text(broken.bytes, options);
            if (broadsheet::repair_text(repaired, options) != repaired) law = "repaired twice is not repaired once";
        }
        // Whatever encoding is guessed, the document must be in order.
        if (law.empty()) law = pages::broken_law(broken.bytes, named(page.name));
    } catch (const broadsheet::Error& e) {
        if (e.code() != broadsheet::Error::Code::format) law = e.what();  // a page may come to look like a binary file
    }
    CHECK(law == "");
}

}  // namespace

TEST_CASE("there are pages to test with", "[laws]") { CHECK(pages::own().size() >= 24); }

TEST_CASE("the laws hold on our own pages", "[laws]") {
    for (const auto& page : pages::own()) {
        INFO(page.name);
        obey(page);
    }
}

TEST_CASE("the laws hold on our own layout files", "[laws]") {
    CHECK(pages::layouts().size() >= 12);
    for (const auto& page : pages::layouts()) {
        INFO(page.name);
        obey(page);
    }
}

TEST_CASE("the laws hold on the shared pages", "[laws][shared]") {
    for (const auto& page : pages::shared()) {
        INFO(page.name);
        obey(page);
    }
}

TEST_CASE("the laws hold whichever pass is left out", "[laws]") {
    for (const auto& pass : broadsheet::passes())
        for (const auto* const set : {&pages::own(), &pages::layouts()})
            for (const auto& page : *set) {
                INFO(page.name << " without " << pass.name);
                Options options = named(page.name);
                options.repair.skip = {std::string(pass.name)};
                CHECK(pages::broken_law(page.bytes, options) == "");
            }
}

TEST_CASE("the laws hold on damaged pages", "[laws]") {
    unsigned seed = 1;
    for (const auto& page : pages::own())
        for (const auto& damage : damages) survive(page, damage, ++seed);
    // Bytes of markup are not text: what is asked of broken files is that spans are faithful.
    for (const auto& page : pages::layouts()) {
        ++seed;
        survive(page, damages[seed % std::size(damages)], seed);
    }
}

TEST_CASE("the laws hold on damaged shared pages", "[laws][shared]") {
    unsigned seed = 1000;
    std::size_t n = 0;
    for (const auto& page : pages::shared()) survive(page, damages[n++ % std::size(damages)], ++seed);
}

TEST_CASE("threads do not disturb one another", "[laws][threads]") {
    const auto& all = pages::own();
    std::vector<std::string> alone;
    for (const auto& page : all)
        alone.push_back(broadsheet::write(broadsheet::process(page.bytes, named(page.name)), json()));
    constexpr std::size_t crowd = 4;
    std::vector<std::vector<std::string>> together(crowd, std::vector<std::string>(all.size()));
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < crowd; ++t)
        threads.emplace_back([&, t] {
            for (std::size_t i = 0; i < all.size(); ++i) {
                const std::size_t k = (i + t * all.size() / crowd) % all.size();  // each begins elsewhere
                together[t][k] = broadsheet::write(broadsheet::process(all[k].bytes, named(all[k].name)), json());
            }
        });
    for (auto& thread : threads) thread.join();
    for (const auto& each : together) CHECK(each == alone);
}
