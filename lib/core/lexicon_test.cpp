#include "broadsheet/lexicon.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "broadsheet/error.hpp"
#include "broadsheet/read.hpp"

using broadsheet::Error;
using broadsheet::Lexicon;

namespace {

Lexicon words_of(std::string_view text) {
    Lexicon out;
    out.add(text);
    return out;
}

// The message of the error that a text gives; empty where it loads.
std::string fault_of(std::string_view text) {
    try {
        (void)Lexicon::load(text, "w.words");
    } catch (const Error& error) {
        CHECK(error.code() == Error::Code::format);
        CHECK(error.source() == "w.words");
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("A collection counts its words, whatever their case", "[lexicon]") {
    const Lexicon lexicon = words_of("The harbour, the Harbour; \"HARBOUR\"\nand a quay.");
    CHECK(lexicon.count("harbour") == 3);
    CHECK(lexicon.count("Harbour") == 3);
    CHECK(lexicon.count("the") == 2);
    CHECK(lexicon.count("quay") == 1);
    CHECK(lexicon.count("ship") == 0);
    CHECK(lexicon.words() == 8);
    CHECK(words_of("Émile école ÉCOLE").count("école") == 2);
}

TEST_CASE("A word that a line's end may have torn is not counted, nor is its rest", "[lexicon]") {
    const Lexicon lexicon = words_of("the har-\nbour opened a well-\n\nknown quay");
    for (const auto* torn : {"har", "har-", "bour", "harbour", "well", "known"}) CHECK(lexicon.count(torn) == 0);
    CHECK(lexicon.words() == 4);  // the, opened, a, quay
    CHECK(words_of("har\u00AD\nbour").words() == 0);
    CHECK(words_of("har-").words() == 0);
}

TEST_CASE("Words with a hyphen of their own are words", "[lexicon]") {
    const Lexicon lexicon = words_of("a well-known, Well\u2010Known mother-in-law -- said - so");
    CHECK(lexicon.count("well-known") == 2);
    CHECK(lexicon.count("well\u2010known") == 2);
    CHECK(lexicon.count("mother-in-law") == 1);
    CHECK(lexicon.count("well") == 0);
    CHECK(lexicon.count("-") == 0);
}

TEST_CASE("What OCR makes of words is not counted", "[lexicon]") {
    const Lexicon lexicon = words_of("h4rbour quay1 3rd 1931 co|ning al]ke don't " + std::string(61, 'x') + " 港口");
    CHECK(lexicon.empty());
}

TEST_CASE("A document counts as its text does", "[lexicon]") {
    const std::string text = "The harbour and the well-known quay re-\nopened.\n";
    Lexicon lexicon;
    lexicon.add(broadsheet::read(text));
    CHECK(lexicon.save() == words_of(text).save());
}

TEST_CASE("The order of a merge does not matter", "[lexicon]") {
    const Lexicon a = words_of("ship quay ship"), b = words_of("quay harbour");
    Lexicon ab = a, ba = b;
    ab.merge(b);
    ba.merge(a);
    CHECK(ab.save() == ba.save());
    CHECK(ab.count("quay") == 2);
    CHECK(ab.words() == a.words() + b.words());
    const Lexicon most = Lexicon::load("# broadsheet words 1\nship\t18446744073709551615\n");
    ab.merge(most);
    CHECK(ab.count("ship") == UINT64_MAX);
    CHECK(ab.words() == UINT64_MAX);
}

TEST_CASE("A file of words is in the order of bytes and loads as it was", "[lexicon]") {
    const Lexicon lexicon = words_of("zebra quay well-known quay école");
    CHECK(lexicon.save() == "# broadsheet words 1\nquay\t2\nwell-known\t1\nzebra\t1\nécole\t1\n");
    CHECK(Lexicon::is_saved(lexicon.save()));
    const Lexicon again = Lexicon::load(lexicon.save());
    CHECK(again.save() == lexicon.save());
    CHECK(again.words() == 5);
    CHECK(Lexicon::load(Lexicon().save()).empty());
}

TEST_CASE("A file of words that is none says where", "[lexicon]") {
    using Catch::Matchers::Contains;
    const std::string title = "# broadsheet words 1\n";
    CHECK_FALSE(Lexicon::is_saved("The harbour"));
    CHECK_THAT(fault_of(""), Contains("w.words: line 1: not a file of words"));
    CHECK_THAT(fault_of("# broadsheet words 2\n"), Contains("line 1"));
    CHECK_THAT(fault_of(title + "quay\t2\nship\t1"), Contains("w.words: line 3: the file is cut off"));
    CHECK_THAT(fault_of(title + "quay\t2\nship\n"), Contains("line 3: no word and its count"));
    CHECK_THAT(fault_of(title + "\t2\n"), Contains("line 2: no word and its count"));
    CHECK_THAT(fault_of(title + "\n"), Contains("line 2"));
    for (const auto* count : {"", "x", "2x", "-1", " 2", "2\r", "18446744073709551616"})
        CHECK_THAT(fault_of(title + "quay\t" + count + "\n"), Contains("line 2: no count behind the word"));
    CHECK_THAT(fault_of(title + "quay\n"), Contains("broadsheet words"));  // the remedy
}

TEST_CASE("Any bytes load or are an error", "[lexicon][hostile]") {
    const std::string whole = words_of("quay école well-known quay ship").save();
    const auto load = [](const std::string& bytes) {
        try {
            const Lexicon lexicon = Lexicon::load(bytes);
            CHECK(Lexicon::load(lexicon.save()).save() == lexicon.save());
        } catch (const Error&) {
        }
    };
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        load(whole.substr(0, i));
        load(whole + whole.substr(i));
        if (i == whole.size()) break;
        for (const char byte : {'\0', '\n', '\t', '\r', '9', '\x80', '\xFF'}) {
            std::string damaged = whole;
            damaged[i] = byte;
            load(damaged);
            (void)words_of(damaged);
        }
    }
}

TEST_CASE("A collection that was moved away can be given another", "[lexicon]") {
    Lexicon a = words_of("quay"), b;
    b = std::move(a);
    a = b;  // NOLINT(bugprone-use-after-move)
    CHECK(a.count("quay") == 1);
}
