#include <catch2/catch.hpp>
#include <string>

#include "write/html/views.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using namespace write_detail::report;

namespace {

// A note's message as the report shows it.
std::string shown_message(const std::string& message) {
    test::MadeDocument made({U"A line."});
    made.article({made.block(Role::paragraph, {0})});
    made.document.notes.push_back({Severity::info, "repair", 1, 1, message});
    const Facts facts(made.document, nullptr);
    std::string out;
    Markup html(out);
    notes(html, facts, {0});
    const std::string opening = "<span class=\"message\">";
    const auto begin = out.find(opening) + opening.size();
    return out.substr(begin, out.find("</span></li>") - begin);
}

std::string feature(const std::string& side, const std::string& name, const std::string& weight) {
    return "<span class=\"ev " + side + "\">" + name + "<b>" + weight + "</b></span>";
}

}  // namespace

TEST_CASE("Report: evidence is told apart, and nothing of a message is lost", "[report]") {
    CHECK(shown_message("no evidence: none at all, none") == "no evidence: none at all, none");
    CHECK(shown_message("joined: next line +0.5") == "joined: " + feature("for", "next line ", "+0.5"));
    CHECK(shown_message("set off: a byline, a credit... -6.0, short: very +1.5; last") ==
          "set off: " + feature("against", "a byline, a credit... ", "-6.0") + ", " +
              feature("for", "short: very ", "+1.5") + "; last");
    CHECK(shown_message("joined: one +4.0, two -1.4 = +2.6, tipped by &quot;one&quot;") ==
          "joined: " + feature("for", "one ", "+4.0") + ", " + feature("against", "two ", "-1.4") +
              " = <b class=\"total\">+2.6</b>, tipped by &amp;quot;one&amp;quot;");
}
