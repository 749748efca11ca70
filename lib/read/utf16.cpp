#include "read/decode.hpp"

namespace broadsheet::reading {

namespace {

using Byte = unsigned char;

// Room for the most that can come; finish() cuts it.
class Output {
public:
    Output(Decoded& out, std::size_t most) : out_(out) {
        out.text.chars.resize(most);
        out.text.at.resize(most + 1);
    }
    void put(char32_t c, std::size_t at) {
        out_.text.chars[n_] = c;
        out_.text.at[n_++] = static_cast<std::uint32_t>(at);
    }
    void put_broken(std::size_t at, std::uint32_t bytes) {
        out_.mark_broken(static_cast<std::uint32_t>(n_), bytes);
        put(replacement, at);
    }
    void finish(std::size_t size) {
        out_.text.at[n_] = static_cast<std::uint32_t>(size);
        out_.text.chars.resize(n_);
        out_.text.at.resize(n_ + 1);
    }

private:
    Decoded& out_;
    std::size_t n_ = 0;
};

bool is_high(char32_t u) { return u - 0xD800U < 0x400U; }
bool is_low(char32_t u) { return u - 0xDC00U < 0x400U; }

}  // namespace

void decode_utf16(std::string_view bytes, std::size_t begin, Order order, Decoded& out) {
    const auto* const p = reinterpret_cast<const Byte*>(bytes.data());
    const std::size_t size = bytes.size(), first = order == Order::little ? 0 : 1;
    const auto unit = [&](std::size_t i) -> char32_t { return p[i + first] | p[i + 1 - first] << 8U; };
    Output output(out, (size - begin) / 2 + 1);
    std::size_t i = begin;
    while (i + 2 <= size) {
        const char32_t u = unit(i);
        if (u - 0xD800U >= 0x800U) {
            output.put(u, i);
        } else if (is_high(u) && i + 4 <= size && is_low(unit(i + 2))) {
            output.put(0x10000U + ((u - 0xD800U) << 10U) + (unit(i + 2) - 0xDC00U), i);
            i += 2;
        } else {
            output.put_broken(i, 2);
        }
        i += 2;
    }
    if (i < size) output.put_broken(i, static_cast<std::uint32_t>(size - i));
    output.finish(size);
}

void decode_utf32(std::string_view bytes, std::size_t begin, Order order, Decoded& out) {
    const auto* const p = reinterpret_cast<const Byte*>(bytes.data());
    const std::size_t size = bytes.size();
    Output output(out, (size - begin) / 4 + 1);
    std::size_t i = begin;
    for (; i + 4 <= size; i += 4) {
        char32_t c = 0;
        for (std::size_t k = 0; k < 4; ++k) c = c << 8U | p[order == Order::big ? i + k : i + 3 - k];
        if (c > 0x10FFFF || c - 0xD800U < 0x800U)
            output.put_broken(i, 4);
        else
            output.put(c, i);
    }
    if (i < size) output.put_broken(i, static_cast<std::uint32_t>(size - i));
    output.finish(size);
}

}  // namespace broadsheet::reading
