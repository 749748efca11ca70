// What is no article: dropped text with its reason, where the bytes went, and the facts of the drawing as a table.
#include <algorithm>
#include <array>

#include "core/chars.hpp"
#include "write/html/views.hpp"
#include "write/json_emitter.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail::report {

namespace {

constexpr std::array<Reason, Coverage::reasons> reasons = {Reason::duplicate, Reason::folio, Reason::running_head,
                                                           Reason::furniture, Reason::noise, Reason::jump_line,
                                                           Reason::hyphen,    Reason::markup};

void cell(Markup& html, std::string_view text) { html.leaf("td", text); }
void number_cell(Markup& html, std::uint64_t number) { html.leaf("td", "num", grouped(number)); }

void head_row(Markup& html, std::initializer_list<std::string_view> names) {
    html.open("thead");
    html.open("tr");
    for (const auto name : names) html.leaf_with("th", {{"scope", "col"}}, name);
    html.close();
    html.close();
}

std::string decimal(float value) {
    std::string out;
    append_decimal(out, static_cast<double>(value));
    return out;
}

std::size_t index_of(Reason reason) { return static_cast<std::size_t>(reason); }

}  // namespace

std::string_view meaning(Reason reason) {
    switch (reason) {
        case Reason::duplicate:
            return "a second copy of text that stands elsewhere on the page";
        case Reason::folio:
            return "the page's number, its date";
        case Reason::running_head:
            return "the newspaper's or the section's name at the head of the page";
        case Reason::furniture:
            return "what belongs to the page and to no article";
        case Reason::noise:
            return "specks, rules, bytes that are no text";
        case Reason::jump_line:
            return "a line that sends the reader to another page";
        case Reason::hyphen:
            return "hyphens at line ends, taken out where a word was joined";
        case Reason::markup:
            return "marks of the format, not of the text";
    }
    return {};
}

void dropped_items(Markup& html, const Facts& facts) {
    const Document& d = facts.d;
    if (d.dropped.empty()) return html.leaf("p", "empty", "Nothing was dropped.");
    for (const Reason reason : reasons) {
        const auto count = std::count_if(d.dropped.begin(), d.dropped.end(),
                                         [&](const Dropped& item) { return item.reason == reason; });
        if (count == 0) continue;
        html.open("details", "reason");
        if (reason != Reason::hyphen && reason != Reason::markup) html.attribute("open", "open");
        html.open("summary");
        html.leaf("b", name(reason));
        html.text(" " + grouped(static_cast<std::uint64_t>(count)));
        html.leaf("span", "meaning", std::string(meaning(reason)));
        html.close();
        html.open("ul", reason == Reason::hyphen ? "dropped short" : "dropped");
        for (std::uint32_t x = 0; x < d.dropped.size(); ++x) {
            const Dropped& item = d.dropped[x];
            if (item.reason != reason) continue;
            html.open("li");
            html.attribute("id", "x" + std::to_string(x + 1));
            for (auto p = item.first; p < item.last; ++p) {
                if (p != item.first) html.text(" ");
                html.open("span", "s off");
                html.attribute("data-k", std::uint64_t{p});
                html.text(d.text.view(d.pieces[p].text));
                html.close();
            }
            html.text(" ");
            if (item.first < item.last) {
                const Line& line = d.lines[d.pieces[item.first].line];
                row_link(html, facts, line.page, line.number);
            }
            if (item.kept < d.blocks.size()) {
                const auto& owner = facts.owners[d.blocks[item.kept].first];
                if (owner.article != none) {
                    const auto number = std::to_string(owner.article + 1) + "." + std::to_string(owner.place + 1);
                    html.text(", kept in ");
                    html.leaf_with("a", {{"href", "#b" + number}}, number);
                }
            }
            html.close();
            html.line_break();
        }
        html.close();
        html.close();
    }
}

void coverage(Markup& html, const Facts& facts) {
    const Coverage all = facts.coverage();
    struct Share {
        std::string label;
        std::string_view look;
        Amount amount;
    };
    std::vector<Share> shares{{"articles", "in", all.articles}};
    for (const Reason reason : reasons)
        if (const auto& amount = all.dropped[index_of(reason)]; amount.characters > 0)
            shares.push_back({"dropped: " + std::string(name(reason)), "out", amount});
    shares.push_back({"white space", "white", all.white_space});
    shares.push_back({"markup of the file, byte order marks", "other", {0, all.other_bytes}});

    std::uint64_t marks = all.articles.characters + all.lost.characters;
    for (const auto& amount : all.dropped) marks += amount.characters;
    html.open("p");
    html.text("Of " + counted(marks, "character", "characters") + " that are not white space, " +
              grouped(all.articles.characters) + " stand in articles and " +
              grouped(marks - all.articles.characters - all.lost.characters) +
              " were dropped with a reason. Not accounted for: ");
    html.leaf("strong", all.lost.characters == 0 ? "none" : "bad", grouped(all.lost.characters));
    html.text(".");
    html.close();

    constexpr std::uint64_t width = 1000;
    html.open("svg", "bar");
    html.attribute("viewBox", "0 0 1000 24");
    html.attribute("preserveAspectRatio", "none");
    html.attribute("aria-hidden", "true");
    std::uint64_t before = 0;
    for (const Share& share : shares) {
        const auto total = std::max<std::uint64_t>(1, all.all_bytes);
        const auto from = std::min(before, total) * width / total;
        before += share.amount.bytes;
        const auto to = std::min(before, total) * width / total;
        html.open("rect", share.look);
        html.attribute("x", from);
        html.attribute("width", to - from);
        html.attribute("height", "24");
        html.close();
    }
    html.close();

    html.open("table", "coverage");
    head_row(html, {"Where they went", "Characters", "Bytes", "Of all bytes"});
    html.open("tbody");
    const auto row = [&](std::string_view label, std::string_view look, const Amount& amount, bool sum) {
        html.open("tr", sum ? "sum" : "");
        html.open("th");
        html.attribute("scope", "row");
        if (!look.empty()) html.leaf("i", "key " + std::string(look), "");
        html.text(label);
        html.close();
        number_cell(html, amount.characters);
        number_cell(html, amount.bytes);
        const auto thousandths = all.all_bytes == 0 ? 0 : amount.bytes * 1000 / all.all_bytes;
        html.leaf("td", "num", std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + " %");
        html.close();
    };
    Amount sum;
    for (const Share& share : shares) {
        row(share.label, share.look, share.amount, false);
        sum.characters += share.amount.characters;
        sum.bytes += share.amount.bytes;
    }
    sum.bytes = std::max(sum.bytes, all.all_bytes);
    row("all", {}, sum, true);
    html.close();
    html.close();
}

void table_of_facts(Markup& html, const Facts& facts) {
    const Document& d = facts.d;
    html.open("table", "facts");
    html.leaf("caption", "The blocks in reading order, then what was dropped: what the drawing of the page shows.");
    head_row(html, {"No", "Article", "Role", "Page", "Lines", "Bytes from–to", "Characters", "Sure", "Box"});
    html.open("tbody");
    for (const Part& part : facts.parts) {
        html.open("tr");
        html.open("th");
        html.attribute("scope", "row");
        if (part.article != none) {
            const auto number = facts.number_of(part);
            html.leaf_with("a", {{"href", "#b" + number}}, number);
        }
        html.close();
        cell(html, part.article == none ? part.is_dropped() ? "dropped" : "" : d.articles[part.article].id);
        cell(html, label(part));
        html.leaf("td", "num", std::to_string(part.page));
        html.open("td");
        const Line &first = d.lines[part.lines.front().line], &last = d.lines[part.lines.back().line];
        row_link(html, facts, first.page, first.number);
        if (last.number != first.number) html.text(" to " + std::to_string(last.number));
        html.close();
        std::uint64_t characters = 0, begin = UINT64_MAX, end = 0;
        for (const PartLine& line : part.lines)
            for (const Token& token : line.tokens)
                for (auto c = token.text.begin; c < token.text.end; ++c) {
                    characters += is(d.text.chars[c], cls::space) ? 0 : 1;
                    begin = std::min<std::uint64_t>(begin, d.text.at[c]);
                    end = std::max<std::uint64_t>(end, d.text.end_of(c));
                }
        cell(html, begin > end ? "" : std::to_string(begin) + "–" + std::to_string(end));
        number_cell(html, characters);
        html.leaf("td", "num", part.block == none ? "" : decimal(d.blocks[part.block].confidence));
        std::string box;
        if (part.box)
            for (const float side : {part.box->left, part.box->top, part.box->right, part.box->bottom}) {
                if (!box.empty()) box += ", ";
                append_short_decimal(box, static_cast<double>(side));
            }
        cell(html, box);
        html.close();
        html.line_break();
    }
    html.close();
    html.close();
}

}  // namespace broadsheet::write_detail::report
