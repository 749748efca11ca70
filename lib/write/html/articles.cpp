// The articles as clean text, with all that became of the source's characters on the way: what the raw view shows.
#include <algorithm>

#include "core/chars.hpp"
#include "write/html/edits.hpp"
#include "write/html/views.hpp"
#include "write/json_emitter.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail::report {

namespace {

// The element of a block. The article itself has the heading above.
std::string_view element_of(Role role) {
    if (role == Role::headline) return "h4";
    if (role == Role::subhead) return "h5";
    return role == Role::table ? "pre" : "p";
}

struct JointName {
    std::string_view sign, words;
};

JointName name_of(Joint joint) {
    switch (joint) {
        case Joint::glue:
            return {"glue", "joined, nothing between them"};
        case Joint::space:
            return {"space", "joined with a space"};
        case Joint::unhyphen:
            return {"unhyphen", "joined, the hyphen taken out"};
        case Joint::line:
            return {"line", "the line break is kept"};
    }
    return {};
}

class Articles {
public:
    Articles(Markup& html, const Facts& facts, const WriteOptions& options)
        : html_(html), f_(facts), d_(facts.d), options_(options) {}

    void article(std::uint32_t index) {
        const Article& article = d_.articles[index];
        const auto number = std::uint64_t{index} + 1;
        html_.open("article", "art " + look_of(index) + (f_.is_upright(index) ? " upright" : ""));
        html_.attribute("id", xml_id("a", number));
        html_.attribute("data-a", number);
        html_.attribute("data-pages", pages(article));
        html_.attribute("tabindex", "-1");
        html_.attribute("aria-labelledby", xml_id("h", number));
        head(article, index);
        html_.open("div", "text");
        if (is_language_tag(article.lang)) html_.attribute("lang", article.lang);
        for (std::size_t i = 0; i < article.blocks.size(); ++i) block(article.blocks[i], number, i + 1);
        html_.close();
        why(index);
        html_.close();
        html_.line_break();
    }

    // Of a document that was repaired and not segmented.
    void loose_blocks() {
        std::size_t place = 0;
        html_.open("article", "art loose");
        html_.open("div", "text");
        for (std::uint32_t b = 0; b < d_.blocks.size(); ++b)
            if (d_.blocks[b].first < d_.blocks[b].last && f_.owners[d_.blocks[b].first].article == none)
                block(b, 0, ++place);
        html_.close();
        html_.close();
    }

private:
    [[nodiscard]] std::string pages(const Article& article) const {
        std::string out;
        for (const auto page : places(d_, article).pages) {
            if (!out.empty()) out += ' ';
            append_integer(out, page);
        }
        return out;
    }

    void head(const Article& article, std::uint32_t index) {
        html_.open("header");
        html_.open("h3");
        html_.attribute("id", xml_id("h", index + std::uint64_t{1}));
        swatch(html_, index);
        html_.text("Article " + std::to_string(index + 1));
        html_.close();
        html_.open("p", "facts");
        html_.leaf("span", "type", name(article.type));
        html_.open("span", article.confidence < 0.6F ? "sure low" : "sure");
        html_.text("confidence ");
        std::string confidence;
        append_decimal(confidence, static_cast<double>(article.confidence));
        html_.text(confidence);
        html_.close();
        if (!article.lang.empty()) html_.leaf("span", article.lang);
        html_.leaf("span", "id", article.id);
        if (article.starts_open) html_.leaf("span", "flag", "begins in mid-sentence");
        if (article.ends_open) html_.leaf("span", "flag", "ends in mid-sentence");
        html_.close();
        if (!article.jumps.empty()) jumps(article);
        html_.close();
    }

    void jumps(const Article& article) {
        html_.open("ul", "jumps");
        for (const Jump& jump : article.jumps) {
            html_.open("li");
            html_.text(jump.to_page != 0 ? "names page " + std::to_string(jump.to_page)
                                         : std::string("names another page"));
            html_.text(jump.resolved ? ", its other part was found (" : ", its other part is not in this file (");
            row_link(html_, f_, jump.page, jump.line);
            html_.text(")");
            html_.close();
        }
        html_.close();
    }

    void block(std::uint32_t index, std::uint64_t article, std::size_t place) {
        const Block& block = d_.blocks[index];
        const auto number = std::to_string(article) + "." + std::to_string(place);
        html_.open(element_of(block.role), "b " + std::string(name(block.role)));
        html_.attribute("id", "b" + number);
        html_.attribute("tabindex", "-1");
        html_.attribute("data-n", number);
        html_.attribute("data-role", name(block.role));
        text(block);
        html_.close();
        for (const auto copy : f_.copies_of[index]) second_copy(copy);
        html_.line_break();
    }

    // Pieces as spans, joints between them. Both views are in the file; the style shows one.
    void text(const Block& block) {
        const auto edits = edits_of(d_, block, render(d_, block, options_.render));
        auto open = none;
        std::uint32_t page = 0;
        const auto end_piece = [&] {
            if (open != none) html_.close();
            open = none;
        };
        for (const Edit& edit : edits) {
            const bool is_joint = edit.kind == Edit::Kind::joined || edit.kind == Edit::Kind::unhyphened;
            if (is_joint) {
                end_piece();
                joint(edit, page);
                continue;
            }
            if (open != edit.piece) {
                end_piece();
                html_.open("span", "s");
                html_.attribute("data-k", std::uint64_t{edit.piece});
                open = edit.piece;
            }
            page = d_.lines[d_.pieces[edit.piece].line].page;
            change(edit);
        }
        end_piece();
    }

    void change(const Edit& edit) {
        if (edit.kind == Edit::Kind::same) return html_.text(std::u32string_view(edit.after));
        if (!edit.before.empty()) {
            html_.open("del", "e");
            html_.text(std::u32string_view(edit.before));
            html_.close();
        }
        if (!edit.after.empty()) {
            html_.open("ins", "e");
            html_.text(std::u32string_view(edit.after));
            html_.close();
        }
    }

    void joint(const Edit& edit, std::uint32_t page) {
        if (edit.kind == Edit::Kind::unhyphened) {
            html_.open("del", "e hyphen");
            html_.text(std::u32string_view(edit.before));
            html_.close();
        }
        // What is behind it stands on another page, or goes on in another column.
        const auto next = edit.piece + 1;
        const Line &a = d_.lines[d_.pieces[edit.piece].line], &b = d_.lines[d_.pieces[next].line];
        html_.open("i", "j");
        const bool is_one_line = a.page == b.page && a.number == b.number;
        html_.attribute("data-j", is_one_line ? "same" : name_of(edit.joint).sign);
        if (page != 0 && b.page != a.page) html_.attribute("data-to", "page " + std::to_string(b.page));
        if (b.page == a.page && b.number != a.number && b.number != a.number + 1)
            html_.attribute("data-to", "line " + std::to_string(b.number));
        html_.attribute("title", name_of(edit.joint).words);
        html_.close();
        html_.text(std::u32string_view(edit.after));
    }

    void second_copy(std::uint32_t index) {
        const Dropped& item = d_.dropped[index];
        const Line& line = d_.lines[d_.pieces[item.first].line];
        html_.open("p", "copy");
        html_.leaf("span", "label", "A second copy was taken out:");
        html_.text(" ");
        html_.open("del");
        html_.attribute("data-k", std::uint64_t{item.first});
        html_.text(std::u32string_view(to_utf32(render(d_, item))));
        html_.close();
        html_.text(" ");
        row_link(html_, f_, line.page, line.number);
        html_.close();
    }

    void why(std::uint32_t index) {
        const auto& list = f_.notes_of[index];
        if (list.empty()) return;
        html_.open("details", "why");
        html_.open("summary");
        html_.text("Why: " + counted(list.size(), "decision", "decisions"));
        html_.close();
        notes(html_, f_, list);
        html_.close();
    }

    Markup& html_;
    const Facts& f_;
    const Document& d_;
    const WriteOptions& options_;
};

}  // namespace

void articles(Markup& html, const Facts& facts, const WriteOptions& options) {
    Articles writer(html, facts, options);
    for (std::uint32_t a = 0; a < facts.d.articles.size(); ++a)
        if (facts.only == nullptr || facts.only == &facts.d.articles[a]) writer.article(a);
    const bool loose =
        facts.only == nullptr && std::any_of(facts.d.blocks.begin(), facts.d.blocks.end(), [&](const Block& b) {
            return b.first < b.last && facts.owners[b.first].article == none;
        });
    if (loose) return writer.loose_blocks();
    if (facts.d.articles.empty()) html.leaf("p", "empty", "No article was found.");
}

}  // namespace broadsheet::write_detail::report
