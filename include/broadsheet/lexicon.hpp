/// @file
/// The words of a collection and how often it has each: what one page cannot tell of a word torn at a line's end
/// ("news-" "paper"), the collection may.
///
///     broadsheet::Lexicon lexicon;
///     for (const auto& page : pages) lexicon.add(page);            // any number, in any order
///     options.repair.lexicon = std::make_shared<broadsheet::Lexicon>(std::move(lexicon));
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

/// Words in small letters: runs of letters, and two or more of them with a hyphen between ("well-known"). A word that a
/// line's end may have torn is not counted, nor are words with digits or other signs in them. Not safe to change in one
/// thread while another one reads it.
class BROADSHEET_API Lexicon {
public:
    Lexicon();
    Lexicon(const Lexicon& other);
    Lexicon(Lexicon&& other) noexcept;
    Lexicon& operator=(const Lexicon& other);
    Lexicon& operator=(Lexicon&& other) noexcept;
    ~Lexicon();

    /// Counts the words of a document as it was read; it need not be repaired.
    void add(const Document& document);
    /// Counts the words of a text in UTF-8.
    void add(std::string_view text);
    /// Adds the counts of another one: the sum does not depend on the order.
    void merge(const Lexicon& other);

    /// How often the collection has a word; its case is not looked at.
    [[nodiscard]] std::uint64_t count(std::string_view word) const;
    [[nodiscard]] std::uint64_t words() const;  ///< all of them, each as often as it stands
    [[nodiscard]] bool empty() const { return words() == 0; }

    /// As a text: a line "# broadsheet words 1", then a line "word<TAB>count" for each word, in the order of their
    /// bytes.
    [[nodiscard]] std::string save() const;
    /// @throws Error (format), with the line, for a text that save() did not write. `name` is for the message.
    [[nodiscard]] static Lexicon load(std::string_view text, std::string_view name = {});
    /// True for a text that begins as save() begins it.
    [[nodiscard]] static bool is_saved(std::string_view text);

private:
    struct Words;
    std::unique_ptr<Words> words_;
};

}  // namespace broadsheet
