#include "broadsheet/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "broadsheet/error.hpp"
#include "core/chars.hpp"

namespace broadsheet {

struct Lexicon::Words {
    std::unordered_map<std::string, std::uint64_t> counts;
    std::uint64_t all = 0;

    void add(const std::string& word, std::uint64_t times) {
        grow(counts[word], times);
        grow(all, times);
    }

    // A file may claim any count; sums stop at the highest, so that they do not depend on the order.
    static void grow(std::uint64_t& count, std::uint64_t by) {
        count = by > UINT64_MAX - count ? UINT64_MAX : count + by;
    }
};

namespace {

constexpr std::string_view title = "# broadsheet words 1\n";
constexpr std::size_t longest_word = 60;

bool letter(char32_t c) { return is_of_word(c) && !is(c, cls::wide); }
bool hyphen(char32_t c) { return is(c, cls::hyphen); }

// Calls use(word) for each whole word of a line, and for two and more of them that hyphens join. `torn`: the line
// begins with the rest of a word, or does so after this one.
template <class Use>
void each_word(std::u32string_view line, bool& torn, Use use) {
    line = trimmed(line);
    if (line.empty()) return;  // the rest stands behind the blank line
    bool rest = torn;
    torn = hyphen(line.back());
    for (std::size_t i = 0; i < line.size();) {
        const auto begin = i;
        while (i < line.size() && !is(line[i], cls::space)) ++i;
        auto token = line.substr(begin, i - begin);
        while (i < line.size() && is(line[i], cls::space)) ++i;
        const bool part = rest || (torn && i == line.size());
        rest = false;
        if (part) continue;
        while (!token.empty() && !letter(token.front()) && !is(token.front(), cls::digit)) token.remove_prefix(1);
        while (!token.empty() && !letter(token.back()) && !is(token.back(), cls::digit)) token.remove_suffix(1);
        if (token.size() > longest_word) continue;
        std::string word;
        bool clean = !token.empty();
        for (const char32_t c : token) {
            clean = clean && (letter(c) || hyphen(c));
            append_utf8(word, hyphen(c) ? U'-' : folded(c));
        }
        if (clean) use(word);
    }
}

}  // namespace

Lexicon::Lexicon() : words_(std::make_unique<Words>()) {}
Lexicon::Lexicon(const Lexicon& other) : words_(std::make_unique<Words>(*other.words_)) {}
Lexicon::Lexicon(Lexicon&& other) noexcept = default;
Lexicon& Lexicon::operator=(const Lexicon& other) {
    if (this != &other) words_ = std::make_unique<Words>(*other.words_);
    return *this;
}
Lexicon& Lexicon::operator=(Lexicon&& other) noexcept = default;
Lexicon::~Lexicon() = default;

void Lexicon::add(const Document& document) {
    bool torn = false;
    for (const Line& line : document.lines)
        if (line.mark != Mark::hidden)
            each_word(document.text.view(line.text), torn, [&](const std::string& word) { words_->add(word, 1); });
}

void Lexicon::add(std::string_view text) {
    bool torn = false;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        each_word(to_utf32(text.substr(begin, end - begin)), torn,
                  [&](const std::string& word) { words_->add(word, 1); });
        begin = end + 1;
    }
}

void Lexicon::merge(const Lexicon& other) {
    for (const auto& [word, count] : other.words_->counts) words_->add(word, count);
}

std::uint64_t Lexicon::count(std::string_view word) const {
    std::string key;
    for (const char32_t c : to_utf32(word)) append_utf8(key, hyphen(c) ? U'-' : folded(c));
    const auto at = words_->counts.find(key);
    return at == words_->counts.end() ? 0 : at->second;
}

std::uint64_t Lexicon::words() const { return words_->all; }

std::string Lexicon::save() const {
    std::vector<const std::pair<const std::string, std::uint64_t>*> rows;
    rows.reserve(words_->counts.size());
    for (const auto& row : words_->counts) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
    std::string out(title);
    for (const auto* row : rows) fmt::format_to(std::back_inserter(out), "{}\t{}\n", row->first, row->second);
    return out;
}

Lexicon Lexicon::load(std::string_view text, std::string_view name) {
    std::uint32_t line = 1;
    const auto fail = [&](const char* what) {
        throw Error(Error::Code::format, std::string(name), fmt::format("line {}: {}", line, what),
                    "write it with `broadsheet words`");
    };
    if (!is_saved(text)) fail("not a file of words");
    Lexicon lexicon;
    for (auto begin = title.size(); begin < text.size();) {
        ++line;
        const auto end = text.find('\n', begin);
        if (end == std::string_view::npos) fail("the file is cut off");
        const auto row = text.substr(begin, end - begin);
        const auto tab = row.find('\t');
        std::uint64_t count = 0;
        if (tab == std::string_view::npos || tab == 0) fail("no word and its count");
        const auto figure = row.substr(tab + 1);
        const auto [last, error] = std::from_chars(figure.data(), figure.data() + figure.size(), count);
        if (error != std::errc() || last != figure.data() + figure.size()) fail("no count behind the word");
        lexicon.words_->add(std::string(row.substr(0, tab)), count);
        begin = end + 1;
    }
    return lexicon;
}

bool Lexicon::is_saved(std::string_view text) { return text.starts_with(title); }

}  // namespace broadsheet
