#include "dictionaries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "files.hpp"
#include "folder.hpp"
#include "options.hpp"

#ifdef BROADSHEET_HUNSPELL
#include <iconv.h>

#include <charconv>
#include <hunspell.hxx>
#endif

namespace broadsheet::app {

namespace {

// A dictionary that cannot be used.
class Unusable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace

#ifdef BROADSHEET_HUNSPELL

namespace {

// UTF-8 to the encoding of a dictionary.
class Converter {
public:
    explicit Converter(std::string encoding) {
        constexpr std::string_view vendor = "microsoft-";  // as hunspell names code pages
        if (encoding.starts_with(vendor)) encoding.erase(0, vendor.size());
        if (encoding == "UTF-8") return;
        converter_ = ::iconv_open(encoding.c_str(), "UTF-8");
        if (converter_ == none()) throw Unusable(fmt::format("its encoding, {}, is not known", encoding));
    }
    ~Converter() {
        if (converter_ != none()) ::iconv_close(converter_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // Nothing for a word with letters that the encoding lacks.
    [[nodiscard]] std::optional<std::string> operator()(std::string_view word) const {
        if (converter_ == none()) return std::string(word);
        std::string in(word), out(4 * word.size() + 1, '\0');
        char *from = in.data(), *to = out.data();
        std::size_t left = in.size(), room = out.size();
        ::iconv(converter_, nullptr, nullptr, nullptr, nullptr);
        if (::iconv(converter_, &from, &left, &to, &room) != 0) return std::nullopt;
        out.resize(out.size() - room);
        return out;
    }

private:
    static iconv_t none() { return reinterpret_cast<iconv_t>(-1); }  // NOLINT: so says iconv_open()
    iconv_t converter_ = none();
};

// The words of a .dic, the first ones, as they stand. hunspell says nothing of a file that it cannot use.
std::vector<std::string> first_words(const std::string& path) {
    constexpr std::size_t enough = 500;
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    Buffer buffer;
    auto text = buffer.read(path, UINT32_MAX);
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    std::uint64_t count = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), count).ec != std::errc() || count == 0)
        throw Unusable("its first line is no number of words");
    std::vector<std::string> out;
    for (auto end = text.find('\n'); end != std::string_view::npos && out.size() < enough; end = text.find('\n')) {
        text.remove_prefix(end + 1);
        const auto word = text.substr(0, text.find_first_of("/\t\r\n"));
        if (!word.empty()) out.emplace_back(word);
    }
    return out;
}

void expect_readable(const std::string& path) {
    Buffer buffer;
    (void)buffer.read(path, UINT32_MAX);
}

}  // namespace

class Dictionary {
public:
    // @throws Unusable, Error (io)
    Dictionary(const std::string& affixes, const std::string& words)
        : hunspell_(((void)expect_readable(affixes), affixes.c_str()), words.c_str()),
          convert_(hunspell_.get_dict_encoding()) {
        const auto sample = first_words(words);
        if (std::none_of(sample.begin(), sample.end(), [&](const auto& word) { return hunspell_.spell(word); }))
            throw Unusable("hunspell finds none of its words");
    }

    [[nodiscard]] bool has(std::string_view word) {
        const auto converted = convert_(word);
        return converted && hunspell_.spell(*converted);
    }

private:
    Hunspell hunspell_;
    Converter convert_;
};

bool Dictionaries::built_in() { return true; }

#else

class Dictionary {
public:
    Dictionary(const std::string&, const std::string&) { throw Unusable("this program was built without hunspell"); }
    [[nodiscard]] static bool has(std::string_view) { return false; }
};

bool Dictionaries::built_in() { return false; }

#endif

namespace {

// en.dic, en_GB.dic and en-GB.dic for "en".
bool is_of(std::string_view name, std::string_view language) {
    return name.ends_with(".dic") && name.starts_with(language) &&
           std::string_view("._-").find(name[language.size()]) != std::string_view::npos;
}

}  // namespace

std::vector<std::string> Dictionaries::folders(const std::string& which) {
    if (which == "none") return {};
    if (which == "auto") return {"/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"};
    const FolderList list = list_folder(which);
    if (list.error != 0)
        throw UsageError(fmt::format("--dictionaries: {}: {} (auto, none, or a folder with a .dic and its .aff)", which,
                                     std::generic_category().message(list.error)));
    if (std::none_of(list.entries.begin(), list.entries.end(), [](const auto& e) { return e.name.ends_with(".dic"); }))
        throw UsageError(fmt::format("--dictionaries: {} holds no dictionary (a .dic and its .aff)", which));
    return {which};
}

Dictionaries::Dictionaries(std::vector<std::string> folders) : folders_(std::move(folders)) {}
Dictionaries::~Dictionaries() = default;

Dictionaries::Language Dictionaries::load(std::string_view language) {
    Language out;
    if (!built_in() || language.empty()) return out;
    std::set<std::string> seen;  // many names are links to one file
    for (const std::string& folder : folders_)
        for (const FolderEntry& entry : list_folder(folder).entries) {
            if (entry.kind != FolderEntry::Kind::file || !is_of(entry.name, language)) continue;
            const std::string words = below(folder, entry.name);
            std::error_code error;
            if (const auto file = std::filesystem::canonical(words, error); !error && !seen.insert(file).second)
                continue;
            try {
                out.dictionaries.push_back(
                    std::make_unique<Dictionary>(words.substr(0, words.size() - 3) + "aff", words));
            } catch (const Unusable& fault) {
                warnings_.push_back(fmt::format("{}: {} (this dictionary is passed over)", words, fault.what()));
            } catch (const Error& fault) {
                warnings_.push_back(fmt::format("{} (this dictionary is passed over)", fault.what()));
            }
        }
    return out;
}

std::optional<bool> Dictionaries::spells(std::string_view language, std::string_view word) {
    constexpr std::size_t most_answers = 1U << 16U;
    const std::lock_guard lock(mutex_);
    auto at = languages_.find(language);
    if (at == languages_.end()) at = languages_.emplace(language, load(language)).first;
    auto& [dictionaries, answers] = at->second;
    if (dictionaries.empty()) return std::nullopt;
    if (answers.size() >= most_answers) answers.clear();
    const auto [answer, is_new] = answers.try_emplace(std::string(word));
    if (is_new)
        answer->second = std::any_of(dictionaries.begin(), dictionaries.end(),
                                     [&](const auto& dictionary) { return dictionary->has(word); });
    return answer->second;
}

std::vector<std::string> Dictionaries::warnings() const {
    const std::lock_guard lock(mutex_);
    return warnings_;
}

}  // namespace broadsheet::app
