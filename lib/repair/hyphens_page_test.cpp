// Words torn at line ends, as whole pages are repaired.
#include "repair/repaired_text.hpp"

using namespace broadsheet;
using namespace broadsheet::repair_stage;

namespace {

// A text whose only torn word is at the end of the first line.
std::string torn(const std::string& left, const std::string& right) {
    const auto got = blocks("Im Rathaus von Holm wurde am Montag lange über den neuen Plan der " + left + "\n" + right +
                            " beraten, die den alten Hafen wieder öffnen will, und erst spät am\nAbend wurde bei Licht "
                            "abgestimmt.\n");
    return got.front().substr(0, 110);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a hyphen behind capitals stays before a word", "[repair][hyphen]") {
    const auto text = [](std::string_view page) {
        std::string all;
        for (const auto& block : blocks(page)) all += block + "\n";
        return all;
    };
    const std::string start = "Im Rathaus von Holm wurde am Montag lange über den Plan der XYZ-\n";
    const std::string rest =
        " beraten, die den alten Hafen\nwieder öffnen will, und erst spät am Abend wurde abgestimmt.\n";
    CHECK(text(start + "Fraktion" + rest).find("XYZ-Fraktion") != std::string::npos);
    // Both parts are capitals: one word, broken.
    CHECK(text("NEUE FÄHRE FÜR DIE BEWOHNER DER INSEL GENEH-\nMIGT UND BESTELLT\n").find("GENEHMIGT") !=
          std::string::npos);
}

TEST_CASE("a hyphen behind digits or an abbreviation is the word's own", "[repair][hyphen]") {
    CHECK(has(torn("32-", "jährigen Wirte"), "32-jährigen"));
    CHECK(has(torn("Jahre 1955-", "1960 auch"), "1955-1960"));
    CHECK(has(torn("10-", "und 20-Jährigen"), "10- und"));
    CHECK(has(torn("XYZ-", "nahen Gruppe"), "XYZ-nahen"));
}

TEST_CASE("a hyphen before a conjunction is suspended", "[repair][hyphen]") {
    CHECK(has(torn("Teil-", "statt Vollzeit"), "Teil- statt Vollzeit"));
    CHECK(has(torn("Werk-", "statt im Hof"), "Werkstatt im Hof"));
}

TEST_CASE("the page knows a compound in another case", "[repair][hyphen]") {
    const std::string page =
        "Im Rathaus von Holm wurde am Montag lange über den alten finnisch-\nschwedischer Hafen beraten, den die Stadt "
        "wieder öffnen will, und auch\nüber den Markt wurde an diesem Abend noch einmal bei Licht abgestimmt.\n\n";
    CHECK(has(blocks(page + "Die finnisch-schwedischen Schiffe kommen im Mai zurück nach Holm.\n").front(),
              "finnisch-schwedischer"));
}

TEST_CASE("hyphens that unwrapping left are no evidence of compounds", "[repair][hyphen]") {
    const std::string left =
        "Der Hafen war still, als die ersten Boote am frühen Mor-gen von den Bänken zurückkamen, und nur wenige der "
        "Männer hatten ge-schlafen.\n\nAuf dem Markt warteten die Händler, und die Preise für den Fang stie-gen, wie "
        "sie seit dem Win-ter nicht mehr gestiegen waren.\n\nDie Bürger-meisterin sagte am Abend im Gasthaus am "
        "Leuchtturm, dass der neue Kai erst im Herbst fer-tig wird, weil das Geld fehlt.\n\n";
    CHECK(blocks(left + "Der neue Kai von Holm wird fer-\ntig\n").back() == "Der neue Kai von Holm wird fertig");
}

TEST_CASE("words parted by a caption, a page's end, the rows of a headline", "[repair][hyphen]") {
    const std::string head =
        "New ferry for the islands\n\nThe harbour company has ordered a new ferry for the\nislands. It will carry "
        "forty "
        "cars and three hundred\npassengers, and the crossing will take half as long as it\ndoes today, said the "
        "company's head of develop-\n";
    const std::string tail =
        "ment, who presented the plans to the council on Monday.\nThe old ferry will be sold in the autumn. The "
        "council "
        "will\nvote on the plans in the spring and hopes for support from\nthe state.\n";
    const auto whole = [](const std::string& text) {
        for (const auto& block : blocks(text))
            if (has(block, "head of development, who")) return true;
        return false;
    };
    CHECK(whole(head + "\nPhoto: the old ferry at the quay in March\n\n" + tail));
    CHECK(whole(head + "\f\n" + tail));
    CHECK(blocks("COUNCIL WANTS TO REFORM THE ADMINIS-\nTRATION OF THE HARBOUR IN SPRING\n\n" + tail).front() ==
          "COUNCIL WANTS TO REFORM THE ADMINISTRATION OF THE HARBOUR IN SPRING");
}
