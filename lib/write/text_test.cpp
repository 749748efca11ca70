#include <catch2/catch.hpp>

#include "broadsheet/write.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using test::MadeDocument;

TEST_CASE("Text: blocks with a blank line between them, articles with a rule", "[text]") {
    MadeDocument made({U"ONE", U"first", U"paragraph", U"TWO"});
    made.article({made.block(Role::headline, {0}), made.block(Role::paragraph, {1, 2}, Joint::space)});
    made.article({made.block(Role::headline, {3})});
    CHECK(write(made.document) == "ONE\n\nfirst paragraph\n\n====\n\nTWO\n");
    CHECK(write(made.document, made.document.articles[1]) == "TWO\n");
    CHECK(write(MadeDocument({}).document).empty());
}

TEST_CASE("Paragraphs of a repaired page", "[text]") {
    MadeDocument made({U"HEAD", U"page 4", U"body", U"tail"});
    made.block(Role::unknown, {0});
    made.block(Role::unknown, {2});
    made.drop(Reason::folio, 1);
    made.drop(Reason::running_head, 3);
    CHECK(write_paragraphs(made.document) == "HEAD\n\nbody\n");
}
