// How often the page holds given runs of two or three characters. The runs are asked for first, then the text is
// read once: so a page costs one pass, whatever the number of joints.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::repair_stage {

class Grams {
public:
    Grams() : first_(1U << 14U, 0) {}

    // The runs that lie across the joint of left and right.
    void ask(std::u32string_view left, std::u32string_view right);
    [[nodiscard]] bool nothing_asked() const { return used_ == 0; }
    void read(std::u32string_view text);

    // Of the two characters at the joint, and the better one of the two runs of three around it.
    struct Seen {
        std::uint32_t pairs = 0;
        std::uint32_t triples = 0;
    };
    [[nodiscard]] Seen seen(std::u32string_view left, std::u32string_view right) const;

private:
    struct Entry {
        std::uint64_t key = 0;  // 0: free
        std::uint32_t count = 0;
    };

    static std::uint64_t key(char32_t a, char32_t b, char32_t c) {
        return static_cast<std::uint64_t>(a) << 42U | static_cast<std::uint64_t>(b) << 21U | c;
    }
    static std::uint32_t slot(char32_t a, char32_t b) { return (a * 0x9E3779B1U ^ b * 0x85EBCA6BU) >> 18U; }
    [[nodiscard]] std::size_t place(std::uint64_t key) const;
    void add(char32_t a, char32_t b, char32_t c);
    void grow();

    std::vector<std::uint8_t> first_;  // a filter in front of the table
    std::vector<Entry> entries_;       // open addressing, a power of two
    std::size_t used_ = 0;
};

}  // namespace broadsheet::repair_stage
