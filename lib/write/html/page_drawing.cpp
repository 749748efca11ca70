// A page with boxes as SVG: its picture, its text where it stands, and over them the blocks of the articles.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/boxes.hpp"
#include "core/chars.hpp"
#include "write/html/views.hpp"
#include "write/xml_emitter.hpp"

namespace broadsheet::write_detail::report {

namespace {

// A place that may be drawn: files from the wild hold any number.
double place(float value) {
    constexpr double far = 1e6;
    const auto x = static_cast<double>(value);
    return std::isfinite(x) ? std::clamp(x, -far, far) : 0;
}

struct Size {
    double width = 1, height = 1;
    [[nodiscard]] double unit() const { return std::max(width, height) / 1000; }
};

Size size_of(const Facts& facts, const PageParts& page) {
    Size out{place(page.page.width), place(page.page.height)};
    if (out.width > 0 && out.height > 0) return out;
    for (const auto i : page.parts)
        if (const auto& box = facts.parts[i].box) {
            out.width = std::max(out.width, place(box->right));
            out.height = std::max(out.height, place(box->bottom));
        }
    return {std::max(out.width, 1.0), std::max(out.height, 1.0)};
}

void corners(Markup& html, const Box& box, double margin) {
    html.decimal("x", place(box.left) - margin);
    html.decimal("y", place(box.top) - margin);
    html.decimal("width", std::max(0.0, place(box.right) - place(box.left)) + 2 * margin);
    html.decimal("height", std::max(0.0, place(box.bottom) - place(box.top)) + 2 * margin);
}

std::string number(double value) {
    std::string out;
    append_short_decimal(out, value);
    return out;
}

class Drawing {
public:
    Drawing(Markup& html, const Facts& facts, const PageParts& page)
        : html_(html), f_(facts), page_(page), size_(size_of(facts, page)) {}

    void whole(const PageImage* image) {
        html_.open("svg", "sheet");
        view_box();
        html_.attribute("role", "img");
        const auto name = "page-" + std::to_string(page_.page.number) + "-name";
        html_.attribute("aria-labelledby", name);
        html_.open("title");
        html_.attribute("id", name);
        html_.text("Page " + std::to_string(page_.page.number) +
                   " as drawing: the blocks of its articles. The table at the end says the same.");
        html_.close();
        looks();
        rectangle("paper", {0, 0, page_.page.width, page_.page.height});
        if (image != nullptr) picture(*image);
        pictures();
        for (const auto i : page_.parts) part(i);
        arrows();
        for (const auto i : page_.parts) badge(i);
        html_.close();
        html_.line_break();
    }

    void small() {
        html_.open("svg", "thumbnail");
        view_box();
        html_.attribute("aria-hidden", "true");
        rectangle("paper", {0, 0, page_.page.width, page_.page.height});
        std::size_t drawn = 0;
        constexpr std::size_t most = 400;  // an index may have thousands of these
        for (const auto i : page_.parts) {
            const Part& part = f_.parts[i];
            if (!part.box || drawn++ == most) continue;
            html_.open("rect", part.article == none ? "off" : look_of(part.article));
            corners(html_, *part.box, 0);
            html_.close();
        }
        html_.close();
    }

private:
    void view_box() { html_.attribute("viewBox", "0 0 " + number(size_.width) + " " + number(size_.height)); }

    void rectangle(std::string_view classes, Box box) {
        if (!(box.right > 0) || !(box.bottom > 0))
            box = {0, 0, static_cast<float>(size_.width), static_cast<float>(size_.height)};
        html_.open("rect", classes);
        corners(html_, box, 0);
        html_.close();
    }

    // The patterns in the measure of this page.
    void looks() {
        std::vector<bool> used(std::size_t{colours} * patterns);
        for (const auto i : page_.parts)
            if (f_.parts[i].article != none) used[f_.parts[i].article % used.size()] = true;
        html_.open("defs");
        for (std::size_t look = 0; look < used.size(); ++look) {
            if (!used[look]) continue;
            html_.open("pattern");
            html_.attribute("id", look_id(look));
            html_.attribute("href", "#look-" + std::to_string(look));
            html_.attribute("patternTransform", "scale(" + number(size_.unit()) + ")");
            html_.close();
        }
        html_.close();
    }

    [[nodiscard]] std::string look_id(std::size_t look) const {
        return "look-" + std::to_string(page_.page.number) + "-" + std::to_string(look);
    }

    void picture(const PageImage& image) {
        html_.open("image", "scan");
        html_.attribute("width", number(size_.width));
        html_.attribute("height", number(size_.height));
        html_.attribute("preserveAspectRatio", "none");
        std::string data = "data:" + image.media_type + ";base64,";
        append_base64(data, image.bytes);
        html_.attribute("href", data);
        html_.close();
    }

    void pictures() {
        for (const Region* region : page_.pictures) {
            html_.open("rect", region->kind == RegionKind::image ? "picture" : "rule");
            corners(html_, f_.d.boxes[region->box], 0);
            html_.close();
        }
    }

    void part(std::size_t index) {
        const Part& part = f_.parts[index];
        if (!part.box) return;
        const bool is_of_article = part.article != none;
        html_.open("g", is_of_article ? "part " + look_of(part.article) : "part off");
        if (is_of_article) {
            html_.attribute("data-a", part.article + std::uint64_t{1});
            if (const auto& lang = f_.d.articles[part.article].lang; is_language_tag(lang))
                html_.attribute("lang", lang);
            html_.open("rect", "fill");
            corners(html_, *part.box, size_.unit());
            html_.attribute("fill", "url(#" + look_id(part.article % (colours * patterns)) + ")");
            html_.close();
        }
        html_.open("rect", "frame");
        corners(html_, *part.box, size_.unit());
        html_.close();
        for (const PartLine& line : part.lines) this->line(line, f_.d.lines[line.line].upright);
        html_.close();
    }

    void line(const PartLine& line, bool upright) {
        if (!line.box) return;
        const Box& box = *line.box;
        const auto key = f_.piece_of(line);
        const double width = place(box.right) - place(box.left), height = place(box.bottom) - place(box.top);
        std::u32string text;
        for (std::size_t i = 0; i < line.tokens.size(); ++i) {
            if (line.tokens[i].behind_space) text += U' ';
            text += text_of(f_.d, line, i, true);
        }
        if (width > 0 && height > 0 && !text.empty()) {
            html_.open("text", upright ? "t up" : "t");
            html_.attribute("x", number(upright ? place(box.left) + width / 2 : place(box.left)));
            html_.attribute("y", number(upright ? place(box.top) : place(box.bottom) - height * 0.2));
            html_.attribute("font-size", number((upright ? width : height) * 0.86));
            html_.attribute("textLength", number(upright ? height : width));
            html_.attribute("lengthAdjust", "spacingAndGlyphs");
            html_.text(std::u32string_view(text));
            html_.close();
        }
        html_.open("rect", "box");
        html_.attribute("data-k", key);
        corners(html_, box, 0);
        html_.close();
    }

    // Where reading goes on in another column: from the foot of one part to the head of the next.
    void arrows() {
        for (const auto i : page_.parts) {
            const Part& from = f_.parts[i];
            if (from.article == none || !from.box) continue;
            const bool goes_on = i + 1 < f_.parts.size() && f_.parts[i + 1].article == from.article;
            if (goes_on && f_.parts[i + 1].page == from.page && f_.parts[i + 1].box && !follows(from, f_.parts[i + 1]))
                arrow(from, f_.parts[i + 1]);
            if (goes_on && f_.parts[i + 1].page != from.page) leaves(from, f_.parts[i + 1].page, true);
            if (i > 0 && f_.parts[i - 1].article == from.article && f_.parts[i - 1].page != from.page)
                leaves(from, f_.parts[i - 1].page, false);
        }
    }

    // Right below it (or, upright, on its left): no arrow is needed.
    [[nodiscard]] bool follows(const Part& a, const Part& b) const {
        const double near = 30 * size_.unit();
        if (a.upright)
            return shared_height(*a.box, *b.box) > 0 && std::abs(place(a.box->left) - place(b.box->right)) < near;
        return shared_width(*a.box, *b.box) > 0 && std::abs(place(b.box->top) - place(a.box->bottom)) < near;
    }

    void arrow(const Part& a, const Part& b) {
        const double u = size_.unit();
        const double x1 = a.upright ? place(a.box->left) : (place(a.box->left) + place(a.box->right)) / 2;
        const double y1 = a.upright ? (place(a.box->top) + place(a.box->bottom)) / 2 : place(a.box->bottom);
        const double x2 = b.upright ? place(b.box->right) : (place(b.box->left) + place(b.box->right)) / 2;
        const double y2 = b.upright ? (place(b.box->top) + place(b.box->bottom)) / 2 : place(b.box->top);
        const double bend = std::clamp(std::abs(b.upright ? x2 - x1 : y2 - y1) / 2, 12 * u, 60 * u);
        const double dx = a.upright ? -bend : 0, dy = a.upright ? 0 : bend;
        path(a.article, "way",
             "M" + number(x1) + " " + number(y1) + "C" + number(x1 + dx) + " " + number(y1 + dy) + " " +
                 number(x2 - dx) + " " + number(y2 - dy) + " " + number(x2) + " " + number(y2));
        head(a.article, x2, y2, b.upright);
    }

    void head(std::uint32_t article, double x, double y, bool to_left) {
        const double u = size_.unit(), half = 4 * u, length = 8 * u;
        const auto tip = "M" + number(x) + " " + number(y);
        path(article, "tip",
             to_left ? tip + "l" + number(length) + " " + number(-half) + "v" + number(2 * half) + "z"
                     : tip + "l" + number(-half) + " " + number(-length) + "h" + number(2 * half) + "z");
    }

    // Dashes that lead away, and the number of the other page: below the line that says so in print, or upon it.
    void leaves(const Part& part, std::uint32_t other, bool out) {
        const double u = size_.unit();
        const double x = (place(part.box->left) + place(part.box->right)) / 2;
        const double y = place(out ? part.box->bottom : part.box->top), end = y + (out ? 34 * u : -8 * u);
        path(part.article, "way away", "M" + number(x) + " " + number(y) + "L" + number(x) + " " + number(end));
        const auto text = (out ? "to page " : "from page ") + std::to_string(other);
        html_.open("g", "to " + look_of(part.article));
        html_.attribute("data-page", std::uint64_t{other});
        label(text, x, out ? end : end - 15 * u, 12 * u, 15 * u);
        html_.close();
    }

    // A text on a ground of its own, in the middle of x, below y.
    void label(const std::string& text, double x, double y, double size, double height) {
        const double width = 0.5 * size + 0.58 * size * static_cast<double>(text.size());
        html_.open("rect");
        for (const auto& [name, value] :
             {std::pair{"x", x - width / 2}, {"y", y}, {"width", width}, {"height", height}})
            html_.attribute(name, number(value));
        html_.attribute("rx", number(3 * size_.unit()));
        html_.close();
        html_.open("text");
        for (const auto& [name, value] : {std::pair{"x", x}, {"y", y + (height + 0.7 * size) / 2}, {"font-size", size}})
            html_.attribute(name, number(value));
        html_.text(text);
        html_.close();
    }

    void path(std::uint32_t article, std::string_view classes, const std::string& way) {
        html_.open("path", std::string(classes) + " " + look_of(article));
        html_.attribute("data-a", article + std::uint64_t{1});
        html_.attribute("d", way);
        html_.close();
    }

    void badge(std::size_t index) {
        const Part& part = f_.parts[index];
        if (!part.box || part.article == none) return;
        const auto text = f_.number_of(part);
        const double u = size_.unit();
        // On the corner of the frame, most of it outside: the text stays free.
        const double width = (5 + 5.6 * static_cast<double>(text.size())) * u;
        html_.open("g", "badge " + look_of(part.article));
        html_.attribute("data-a", part.article + std::uint64_t{1});
        label(text, place(part.box->left) - width / 2 + 3 * u, place(part.box->top) - 8 * u, 9.6 * u, 12 * u);
        html_.close();
    }

    Markup& html_;
    const Facts& f_;
    const PageParts& page_;
    Size size_;
};

}  // namespace

void page_drawing(Markup& html, const Facts& facts, const PageParts& page, const PageImage* image) {
    Drawing(html, facts, page).whole(image);
}

void thumbnail(Markup& html, const Facts& facts, const PageParts& page) { Drawing(html, facts, page).small(); }

}  // namespace broadsheet::write_detail::report
