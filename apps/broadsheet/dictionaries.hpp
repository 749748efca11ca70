// The dictionaries of hunspell that the system has: asked whether a language has a word, never needed.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace broadsheet::app {

class Dictionary;

// Those of a language are loaded at the first question. May be asked from several threads.
class Dictionaries {
public:
    // True for a program that was built with hunspell; without it no language has a dictionary.
    [[nodiscard]] static bool built_in();

    // What --dictionaries names: "auto" the folders in which systems keep them, "none" none, else one folder.
    // @throws broadsheet::Error (io), UsageError for a folder that is none or holds none
    [[nodiscard]] static std::vector<std::string> folders(const std::string& which);

    // @param folders with LANGUAGE.dic, LANGUAGE_COUNTRY.dic and an .aff beside each; those that are not there have
    // none
    explicit Dictionaries(std::vector<std::string> folders);
    ~Dictionaries();

    // Whether one of a language's dictionaries has a word (UTF-8); nothing where there is none.
    [[nodiscard]] std::optional<bool> spells(std::string_view language, std::string_view word);

    // Dictionaries that were passed over, and why.
    [[nodiscard]] std::vector<std::string> warnings() const;

private:
    struct Language {
        std::vector<std::unique_ptr<Dictionary>> dictionaries;
        std::unordered_map<std::string, bool> answers;
    };

    Language load(std::string_view language);

    std::vector<std::string> folders_;
    mutable std::mutex mutex_;  // hunspell's objects are not safe for threads
    std::map<std::string, Language, std::less<>> languages_;
    std::vector<std::string> warnings_;
};

}  // namespace broadsheet::app
