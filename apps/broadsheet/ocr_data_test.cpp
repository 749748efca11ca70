#include "ocr_data.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet;
using namespace broadsheet::app;

namespace {

const std::vector<std::string> all{"chi_sim", "chi_sim_vert", "chi_tra", "chi_tra_vert", "deu", "eng", "frk", "jpn"};

std::string error(const Wanted& wanted, const std::vector<std::string>& installed) {
    try {
        (void)candidates(wanted, "", installed);
    } catch (const Error& caught) {
        return caught.what();
    }
    return {};
}

}  // namespace

TEST_CASE("Data that is named is the only candidate", "[ocr]") {
    CHECK(candidates({"eng+deu", "zh-Hans"}, "Han", all) == Candidates{{"eng+deu"}});
    CHECK(candidates({"chi_tra+eng", "", Writing::vertical}, "", all) == Candidates{{"chi_tra_vert+eng"}});
    CHECK(error({"eng+rus", ""}, all) == "tesseract has no data for \"rus\" (apt-get install tesseract-ocr-rus)");
    CHECK(error({"script/HanS", ""}, all) ==
          "tesseract has no data for \"script/HanS\" (apt-get install tesseract-ocr-script-hans)");
    CHECK(error({"jpn", "", Writing::vertical}, all) ==
          "tesseract has no data for \"jpn_vert\" (apt-get install tesseract-ocr-jpn-vert)");
}

TEST_CASE("The language asked for says what reads the page", "[ocr]") {
    CHECK(candidates({"", "zh-Hant"}, "", all) == Candidates{{"chi_tra"}, {"chi_tra_vert"}});
    CHECK(candidates({"", "zh-Hant", Writing::vertical}, "", all) == Candidates{{"chi_tra_vert"}});
    CHECK(candidates({"", "zh-Hant", Writing::horizontal}, "", all) == Candidates{{"chi_tra"}});
    CHECK(candidates({"", "de"}, "", all) == Candidates{{"deu"}, {"frk"}});
    CHECK(error({"", "fr"}, all) == "tesseract has no data for \"fra\" (apt-get install tesseract-ocr-fra)");
    CHECK(error({"", "ja", Writing::vertical}, all) ==
          "tesseract has no data for \"jpn_vert\" (apt-get install tesseract-ocr-jpn-vert)");
}

TEST_CASE("Else the script says what may, and the rest is tried last", "[ocr]") {
    CHECK(candidates({}, "Han", all) ==
          Candidates{{"chi_sim", "chi_tra", "jpn"}, {"chi_sim_vert", "chi_tra_vert"}, {"eng", "deu"}});
    CHECK(candidates({}, "Latin", all) ==
          Candidates{{"eng", "deu"}, {"frk"}, {"chi_sim", "chi_tra", "jpn"}, {"chi_sim_vert", "chi_tra_vert"}});
    CHECK(candidates({}, "Fraktur", all).front() == std::vector<std::string>{"frk"});
    CHECK(candidates({}, "Cyrillic", {"eng"}) == Candidates{{"eng"}});
    CHECK(candidates({"", "", Writing::vertical}, "", all).front() ==
          std::vector<std::string>{"chi_sim_vert", "chi_tra_vert"});
    CHECK(error({}, {"rus"}).find("no data for any language that is known here (apt-get install") != std::string::npos);
}

TEST_CASE("What to do about a page that was hardly read", "[ocr]") {
    CHECK(data_hint("Han", {"eng"}) == "its script seems to be Han: apt-get install tesseract-ocr-chi-sim");
    CHECK(data_hint("Latin", {"eng"}) == "name its language with --ocr-lang");
    CHECK(data_hint("", {"eng"}) == "name its language with --ocr-lang");
}

TEST_CASE("The words of a page tell Latin data apart, not Chinese data", "[ocr]") {
    CHECK(language_read_by("deu") == "de");
    CHECK(language_read_by("chi_sim").empty());
    CHECK(language_read_by("rus").empty());
}

TEST_CASE("What tesseract prints of data and script", "[ocr]") {
    CHECK(listed_data("List of available languages in \"/usr/share/\" (3):\neng\nosd\nscript/Latin\n") ==
          std::vector<std::string>{"eng", "script/Latin"});
    CHECK(found_script("Page number: 0\nScript: Han\nScript confidence: 1.14\n") == "Han");
    CHECK(found_script("Too few characters.\n").empty());
    CHECK(is_data_name("eng+chi_sim"));
    CHECK(is_data_name("script/HanS"));
    for (const auto* bad : {"", "-l", "a b", "../x", "eng+", "+eng", "a++b", "a;b"}) CHECK_FALSE(is_data_name(bad));
}
