// TEI P5: https://tei-c.org/guidelines/p5/. A <div type="article"> for each article; pages, columns and lines of the
// source as milestones in the text, places on the page as zones.
#include <algorithm>
#include <map>
#include <string>

#include "broadsheet/version.hpp"
#include "write/tei_text.hpp"
#include "write/writers.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail {

namespace {

bool is_head(Role role) {
    return role == Role::section || role == Role::kicker || role == Role::headline || role == Role::deck ||
           role == Role::subhead;
}

// What may stand at the head or at the foot of a <div>, never inside.
bool is_line_of_div(Role role) { return role == Role::byline || role == Role::dateline; }

// Running heads and the like; other text that was dropped is a note.
bool is_forme_work(Reason reason) {
    return reason == Reason::folio || reason == Reason::running_head || reason == Reason::furniture ||
           reason == Reason::jump_line;
}

class TeiWriter {
public:
    TeiWriter(const Document& document, const Article* only, const WriteOptions& options, std::string& out)
        : d_(document), options_(options), xml_(out), parts_(parts(document, only)), only_(only), text_(d_, xml_) {}

    void write() {
        xml_.open("TEI");
        xml_.attribute("xmlns", "http://www.tei-c.org/ns/1.0");
        header();
        facsimile();
        xml_.open("text");
        xml_.open("body");
        bool any = false;
        std::size_t i = 0;
        while (i < parts_.size() && parts_[i].article != none) {
            auto last = i;
            while (last < parts_.size() && parts_[last].article == parts_[i].article) ++last;
            article(i, last);
            any = true;
            i = last;
        }
        if (!any) {
            xml_.open("p");
            xml_.close();
        }
        for (; i < parts_.size(); ++i) dropped(i);
        xml_.close();
        xml_.close();
        xml_.close();
    }

private:
    void header() {
        xml_.open("teiHeader");
        xml_.open("fileDesc");
        xml_.open("titleStmt");
        xml_.leaf("title", d_.source.name);
        xml_.close();
        xml_.open("publicationStmt");
        xml_.leaf("p", "Made from the source by Broadsheet.");
        xml_.close();
        xml_.open("sourceDesc");
        source(d_.source);
        for (const Source& file : d_.files) source(file);
        xml_.close();
        xml_.close();
        xml_.open("encodingDesc");
        xml_.open("appInfo");
        xml_.open("application");
        xml_.attribute("ident", "broadsheet");
        xml_.attribute("version", version);
        xml_.leaf("label", "Broadsheet");
        xml_.close();
        xml_.close();
        xml_.close();
        languages();
        xml_.close();
    }

    void source(const Source& source) {
        xml_.open("bibl");
        xml_.leaf("title", source.name);
        for (const auto& [type, value] : {std::pair("format", &source.format), std::pair("encoding", &source.encoding),
                                          std::pair("digest", &source.digest)}) {
            xml_.open_text("idno");
            xml_.attribute("type", type);
            xml_.text(*value);
            xml_.close();
        }
        xml_.close();
    }

    void languages() {
        std::vector<std::string> known;
        for (const Article& article : d_.articles)
            if ((only_ == nullptr || only_ == &article) && is_language_tag(article.lang) &&
                std::find(known.begin(), known.end(), article.lang) == known.end())
                known.push_back(article.lang);
        if (known.empty()) return;
        xml_.open("profileDesc");
        xml_.open("langUsage");
        for (const auto& language : known) {
            xml_.open("language");
            xml_.attribute("ident", language);
            xml_.close();
        }
        xml_.close();
        xml_.close();
    }

    // Pages, and the zones of parts that have a box.
    void facsimile() {
        xml_.open("facsimile");
        for (const PageParts& page : by_page(d_, parts_, only_ == nullptr)) {
            xml_.open("surface");
            xml_.attribute("xml:id", xml_id("page", page.page.number));
            xml_.attribute("n", page.page.number);
            if (page.page.unit != Unit::cell && page.page.width > 0 && page.page.height > 0)
                corners({0, 0, page.page.width, page.page.height});
            for (const auto i : page.parts) {
                if (!parts_[i].box) continue;
                xml_.open("zone");
                xml_.attribute("xml:id", xml_id("zone", i + 1));
                corners(*parts_[i].box);
                xml_.close();
            }
            xml_.close();
        }
        xml_.close();
    }

    void corners(const Box& box) {
        xml_.decimal("ulx", static_cast<double>(box.left));
        xml_.decimal("uly", static_cast<double>(box.top));
        xml_.decimal("lrx", static_cast<double>(box.right));
        xml_.decimal("lry", static_cast<double>(box.bottom));
    }

    void zones(std::size_t first, std::size_t last) {
        std::string facs;
        for (auto i = first; i < last; ++i)
            if (parts_[i].box) facs += (facs.empty() ? "#" : " #") + xml_id("zone", i + 1);
        if (!facs.empty()) xml_.attribute("facs", facs);
    }

    void article(std::size_t first, std::size_t last) {
        const Article& article = d_.articles[parts_[first].article];
        text_.page(parts_[first].page);
        xml_.open("div");
        xml_.attribute("type", "article");
        if (article.type != ArticleType::article) xml_.attribute("subtype", name(article.type));
        xml_.attribute("xml:id", xml_id("article", parts_[first].article + 1));
        xml_.attribute("n", article.id);
        if (is_language_tag(article.lang)) xml_.attribute("xml:lang", article.lang);
        head_of_div_ = true;
        bool in_section = false;
        for (auto i = first; i < last;) {
            auto next = i;
            while (next < last && parts_[next].block == parts_[i].block) ++next;
            text_.page(parts_[i].page);
            // A heading in mid-article begins a part of it.
            if (is_head(parts_[i].role) && !head_of_div_) {
                if (in_section) xml_.close();
                xml_.open("div");
                xml_.attribute("type", "section");
                in_section = head_of_div_ = true;
            }
            block(i, next, last);
            i = next;
        }
        if (in_section) xml_.close();
        xml_.close();
    }

    void block(std::size_t first, std::size_t last, std::size_t end) {
        const Block& block = d_.blocks[parts_[first].block];
        const Role role = block.role;
        const std::string rendered = render(d_, block, options_.render);
        const auto open = [&](std::string_view element, std::string_view type = {}) {
            xml_.open_text(element);
            if (!type.empty()) xml_.attribute("type", type);
            zones(first, last);
        };
        const auto put = [&] {
            text_.put(parts_, first, last, rendered);
            xml_.close();
        };
        if (is_head(role)) {
            open("head", role == Role::headline ? std::string_view() : name(role));
            return put();
        }
        if (is_line_of_div(role) && (head_of_div_ || last == end)) {
            open(name(role));
            return put();
        }
        if (role == Role::caption) {
            xml_.open("figure");
            zones(first, last);
            xml_.open_text("head");
            put();
            return xml_.close();
        }
        if (role == Role::note) {
            open("note");
            return put();
        }
        head_of_div_ = false;
        if (role == Role::list || role == Role::table) {
            xml_.open(role == Role::list ? "list" : "table");
            zones(first, last);
            rows(rendered, role == Role::table);
            return xml_.close();
        }
        const bool is_plain = role == Role::paragraph || role == Role::unknown;
        open(is_plain ? "p" : "ab", is_plain ? std::string_view() : name(role));
        put();
    }

    void rows(const std::string& rendered, bool is_table) {
        for (std::size_t i = 0; i <= rendered.size();) {
            const auto end = std::min(rendered.find('\n', i), rendered.size());
            const auto row = std::string_view(rendered).substr(i, end - i);
            if (is_table) xml_.open("row");
            xml_.leaf(is_table ? "cell" : "item", row);
            if (is_table) xml_.close();
            i = end + 1;
        }
    }

    void dropped(std::size_t i) {
        const Part& part = parts_[i];
        text_.page(part.page);
        const bool is_fw = part.is_dropped() && is_forme_work(part.reason);
        xml_.open_text(is_fw ? "fw" : "note");
        xml_.attribute("type", is_fw ? label(part) : "dropped");
        if (!is_fw) xml_.attribute("subtype", label(part));
        zones(i, i + 1);
        text_.put_lines(part);
        xml_.close();
    }

    const Document& d_;
    const WriteOptions& options_;
    XmlEmitter xml_;
    std::vector<Part> parts_;
    const Article* only_;
    TeiText text_;
    bool head_of_div_ = true;  // nothing but heads, bylines and figures so far
};

}  // namespace

std::string tei(const Document& document, const Article* only, const WriteOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 5 + 1024);
    TeiWriter(document, only, options, out).write();
    return out;
}

}  // namespace broadsheet::write_detail
