#include "core/dictionary.hpp"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace broadsheet {

namespace {

constexpr std::uint32_t unknown_cost = 255;  // of a single character that is no word: the highest cost there is

// Where the words that begin with one character go on in the trie. Its root has many thousand branches, so finding one
// of them takes most of the time; a page asks for the same few hundred again and again.
struct Root {
    char32_t first = 0;
    std::uint32_t cost = unknown_cost;  // of the character as a word
    std::uint64_t state = 0;            // 0: no longer word
};

const Root& root_of(icu::UCharsTrie& trie, char32_t c) {
    static thread_local std::array<Root, 2048> known;
    Root& root = known[c % known.size()];
    if (root.first == c) return root;
    root = {c, unknown_cost, 0};
    const auto result = trie.reset().first(static_cast<UChar32>(c));
    if (USTRINGTRIE_HAS_VALUE(result)) root.cost = static_cast<std::uint32_t>(trie.getValue());
    if (USTRINGTRIE_HAS_NEXT(result)) root.state = trie.getState64();
    return root;
}

// The file as icu's gendict writes it (format "Dict" 1): eight numbers, then the trie.
const char16_t* trie_in(const UDataMemory* memory) {
    UDataInfo info;
    info.size = sizeof info;
    udata_getInfo(const_cast<UDataMemory*>(memory), &info);
    constexpr std::uint8_t format[] = {'D', 'i', 'c', 't'};
    if (!std::equal(std::begin(format), std::end(format), info.dataFormat) || info.formatVersion[0] != 1)
        return nullptr;
    const auto* numbers = static_cast<const std::int32_t*>(udata_getMemory(const_cast<UDataMemory*>(memory)));
    constexpr std::size_t offset = 0, type = 4;
    constexpr std::int32_t type_mask = 7, of_utf16 = 1;
    if ((numbers[type] & type_mask) != of_utf16) return nullptr;
    return reinterpret_cast<const char16_t*>(reinterpret_cast<const char*>(numbers) + numbers[offset]);
}

}  // namespace

const Dictionary* Dictionary::open() {
    struct Close {
        void operator()(UDataMemory* memory) const { udata_close(memory); }
    };
    static const std::unique_ptr<UDataMemory, Close> memory = [] {
        UErrorCode status = U_ZERO_ERROR;
        constexpr auto* folder = U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "brkitr";
        return std::unique_ptr<UDataMemory, Close>(udata_open(folder, "dict", "cjdict", &status));
    }();
    static const char16_t* const trie = memory ? trie_in(memory.get()) : nullptr;
    static const Dictionary dictionary(trie);
    return trie ? &dictionary : nullptr;
}

bool Dictionary::word_over(std::u32string_view text, std::size_t joint) const {
    constexpr auto far = std::numeric_limits<std::uint32_t>::max();
    const auto size = std::min(text.size(), longest);
    std::array<std::uint32_t, longest + 1> cost{};  // the least one of the text before each place
    std::array<std::uint8_t, longest + 1> from{};   // where the last word of that begins
    std::fill(cost.begin() + 1, cost.end(), far);
    const auto offer = [&](std::size_t begin, std::size_t end, std::uint32_t word) {
        if (cost[begin] + word >= cost[end]) return;
        cost[end] = cost[begin] + word;
        from[end] = static_cast<std::uint8_t>(begin);
    };
    icu::UCharsTrie trie(trie_);
    bool over = false;
    for (std::size_t i = 0; i < size; ++i) {
        if (i == joint && !over) return false;  // whatever follows: no word at all runs over the joint
        const Root& root = root_of(trie, text[i]);
        offer(i, i + 1, root.cost);
        if (!root.state) continue;
        trie.resetToState64(root.state);
        for (auto end = i + 1; end < size;) {
            const auto result = trie.next(static_cast<std::int32_t>(text[end++]));
            if (USTRINGTRIE_HAS_VALUE(result)) {
                offer(i, end, static_cast<std::uint32_t>(trie.getValue()));
                over = over || (i < joint && end > joint);
            }
            if (!USTRINGTRIE_HAS_NEXT(result)) break;
        }
    }
    auto end = size;
    while (from[end] >= joint && end > joint) end = from[end];
    return end > joint;
}

}  // namespace broadsheet
