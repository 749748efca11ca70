#include "write/html/edits.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "core/chars.hpp"
#include "write/made_document.hpp"

using namespace broadsheet;
using write_detail::report::Edit;
using write_detail::report::edits_of;

namespace {

// "[-taken-]", "{+put+}", "|" for a joint: what the raw view shows, in a line.
std::string marked(const Document& document, std::uint32_t block, const RenderOptions& options = {}) {
    const std::string clean = render(document, document.blocks[block], options);
    std::string out, after;
    for (const Edit& edit : edits_of(document, document.blocks[block], clean)) {
        after += to_utf8(edit.after);
        if (edit.kind == Edit::Kind::same) {
            out += to_utf8(edit.after);
            continue;
        }
        if (!edit.before.empty()) out += "[-" + to_utf8(edit.before) + "-]";
        if (edit.kind == Edit::Kind::joined || edit.kind == Edit::Kind::unhyphened)
            out += "|" + to_utf8(edit.after);
        else if (!edit.after.empty())
            out += "{+" + to_utf8(edit.after) + "+}";
    }
    CHECK(after == clean);
    return out;
}

}  // namespace

TEST_CASE("Edits: joints, and a hyphen taken out", "[report]") {
    test::MadeDocument made({U"the most abun-", U"dant of the", U"years"});
    const auto block = made.block(Role::paragraph, {0, 1, 2}, Joint::space);
    made.document.pieces[0].after = Joint::unhyphen;
    CHECK(marked(made.document, block) == "the most abun[---]|dant of the| years");
}

TEST_CASE("Edits: a line break that is kept, and nothing between two lines", "[report]") {
    test::MadeDocument made({U"春天", U"来了"});
    CHECK(marked(made.document, made.block(Role::headline, {0, 1}, Joint::line)) == "春天|\n来了");
    CHECK(marked(made.document, made.block(Role::headline, {0, 1}, Joint::glue)) == "春天|来了");
}

TEST_CASE("Edits: white space and marks that rendering changes", "[report]") {
    test::MadeDocument made({U"共 30 人到场。", U"他说﹁好﹂。", U"a   b"});
    CHECK(marked(made.document, made.block(Role::paragraph, {0})) == "共[- -]30[- -]人到场。");
    CHECK(marked(made.document, made.block(Role::paragraph, {1})) == "他说[-﹁-]{+「+}好[-﹂-]{+」+}。");
    CHECK(marked(made.document, made.block(Role::paragraph, {2})) == "a[-   -]{+ +}b");
    RenderOptions loose;
    loose.spacing = Spacing::loose;
    test::MadeDocument tight({U"共30人到场。"});
    CHECK(marked(tight.document, tight.block(Role::paragraph, {0}), loose) == "共{+ +}30{+ +}人到场。");
}
