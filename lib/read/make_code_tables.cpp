// Writes the tables of the multibyte encodings from ICU's converters: a program of the build, so that reading
// needs no converter for them. A place in a table is (lead - 0x81) * 192 + (trail - 0x40); 0 means "no character".
#include <unicode/ucnv.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace {

class Converter {
public:
    explicit Converter(const char* name) {
        UErrorCode status = U_ZERO_ERROR;
        converter_ = ucnv_open(name, &status);
        if (U_FAILURE(status)) {
            std::fprintf(stderr, "ICU has no converter %s\n", name);
            std::exit(1);
        }
        ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() { ucnv_close(converter_); }

    // The character that the bytes stand for; 0 if they stand for none, for more than one, or for a private one.
    std::uint32_t operator()(std::initializer_list<unsigned> bytes) {
        std::string in;
        for (const unsigned b : bytes) in.push_back(static_cast<char>(b));
        UErrorCode status = U_ZERO_ERROR;
        ucnv_resetToUnicode(converter_);
        const char* at = in.data();
        const UChar32 c = ucnv_getNextUChar(converter_, &at, in.data() + in.size(), &status);
        if (U_FAILURE(status) || at != in.data() + in.size()) return 0;
        return static_cast<std::uint32_t>(c);
    }

private:
    UConverter* converter_ = nullptr;
};

bool is_private(std::uint32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

void print(const char* type, const char* name, const std::vector<std::uint32_t>& table) {
    std::printf("constexpr %s %s[] = {\n", type, name);
    for (std::size_t i = 0; i < table.size(); ++i) std::printf(i % 32 == 31 ? "%u,\n" : "%u,", table[i]);
    std::printf("};\n");
}

template <class Function>
std::vector<std::uint32_t> two_bytes(const Function& character) {
    std::vector<std::uint32_t> table;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead)
        for (unsigned trail = 0x40; trail <= 0xFF; ++trail)
            table.push_back(trail == 0x7F || trail == 0xFF ? 0 : character(lead, trail));
    return table;
}

// Places of Big5-HKSCS that ICU still gives private characters, as HKSCS-2004 and ISO 10646 have them.
constexpr std::pair<unsigned, std::uint32_t> hkscs_2004[] = {
    {0x8840, 0x31C0}, {0x8841, 0x31C1}, {0x8842, 0x31C2}, {0x8843, 0x31C3}, {0x8844, 0x31C4}, {0x8846, 0x31C5},
    {0x8849, 0x31C6}, {0x884A, 0x31C7}, {0x884D, 0x31C8}, {0x884F, 0x31C9}, {0x8850, 0x31CA}, {0x8851, 0x31CB},
    {0x8852, 0x31CC}, {0x8854, 0x31CD}, {0x8855, 0x31CE}, {0x88A9, 0x23DA}, {0x88AA, 0x23DB}, {0x8C43, 0x9FA6},
    {0x8C6D, 0x9FA7}, {0x8C74, 0x9FA8}, {0x8CB7, 0x9FA9}, {0x8CB9, 0x9FAA}, {0x8CBB, 0x9FAB}, {0x8CC0, 0x9FAC},
    {0x8CD7, 0x9FAD}, {0x8CD8, 0x9FAE}, {0x8CDA, 0x9FAF}, {0x8CED, 0x9FB2}, {0x8D48, 0x9FB3}, {0xC879, 0x31CF},
    {0xC8A1, 0x9FB0}, {0xC8A3, 0x9FB1}};

// Places of EUC-JP where ICU follows Windows and everybody else follows JIS X 0208.
constexpr std::pair<unsigned, std::uint32_t> jis_0208[] = {{0xA1C1, 0x301C}, {0xA1C2, 0x2016}, {0xA1DD, 0x2212},
                                                           {0xA1F1, 0x00A2}, {0xA1F2, 0x00A3}, {0xA2CC, 0x00AC}};

template <std::size_t n>
std::uint32_t exception(const std::pair<unsigned, std::uint32_t> (&list)[n], unsigned lead, unsigned trail) {
    for (const auto& [code, character] : list)
        if (code == (lead << 8U | trail)) return character;
    return 0;
}

}  // namespace

int main() {
    Converter gb("GB18030"), big5("Big5-HKSCS"), sjis("windows-31j"), euc("EUC-JP");
    print("std::uint16_t", "gb_two", two_bytes([&](unsigned a, unsigned b) { return gb({a, b}); }));
    std::vector<std::uint32_t> four;
    for (unsigned i = 0; i < 39420; ++i)
        four.push_back(gb({0x81 + i / 12600, 0x30 + i / 1260 % 10, 0x81 + i / 10 % 126, 0x30 + i % 10}));
    print("std::uint16_t", "gb_four", four);
    print("char32_t", "big5_two", two_bytes([&](unsigned a, unsigned b) {
              if (const auto c = exception(hkscs_2004, a, b)) return c;
              const auto c = big5({a, b});
              return is_private(c) ? 0 : c;
          }));
    print("std::uint16_t", "sjis_two", two_bytes([&](unsigned a, unsigned b) {
              return a >= 0xA0 && a <= 0xDF ? 0 : sjis({a, b});  // those are half-width katakana of one byte
          }));
    // Of EUC-JP the places are (lead - 0xA1) * 94 + (trail - 0xA1).
    std::vector<std::uint32_t> jis, supplement;
    for (unsigned a = 0xA1; a <= 0xFE; ++a)
        for (unsigned b = 0xA1; b <= 0xFE; ++b) {
            const auto known = exception(jis_0208, a, b), c = euc({a, b}), extra = euc({0x8F, a, b});
            jis.push_back(known ? known : is_private(c) ? 0 : c);
            supplement.push_back(is_private(extra) ? 0 : extra);
        }
    print("std::uint16_t", "jis_0208", jis);
    print("std::uint16_t", "jis_0212", supplement);
}
