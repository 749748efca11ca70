// hOCR 1.2 and what came before it, as XHTML or as any HTML: https://kba.github.io/hocr-spec/1.2/
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "read/layout/formats.hpp"
#include "read/layout/running_text.hpp"

namespace broadsheet::reading {

namespace {

enum class What : std::uint8_t { nothing, page, region, line, word, skipped };

struct Class {
    std::string_view name;
    What what;
    RegionKind kind = RegionKind::text;
};

// Engines give their lines the class of a float (Tesseract: ocr_header for a short one): a guess from the size, and no
// more than that. As a <span> such a class is a line, as a block a region.
constexpr std::array classes = {
    Class{"ocr_page", What::page},
    Class{"ocr_line", What::line},
    Class{"ocrx_line", What::line},
    Class{"ocrx_word", What::word},
    Class{"ocr_word", What::word},
    Class{"ocr_carea", What::region},
    Class{"ocr_column", What::region},
    Class{"ocr_block", What::region},
    Class{"ocrx_block", What::region},
    Class{"ocr_par", What::region},
    Class{"ocr_float", What::region},
    Class{"ocr_textfloat", What::region},
    Class{"ocr_display", What::region},
    Class{"ocr_caption", What::region, RegionKind::caption},
    Class{"ocr_header", What::region, RegionKind::header},
    Class{"ocr_footer", What::region, RegionKind::footer},
    Class{"ocr_pageno", What::region, RegionKind::page_number},
    Class{"ocr_dropcap", What::region, RegionKind::drop_capital},
    Class{"ocr_table", What::region, RegionKind::table},
    Class{"ocr_image", What::region, RegionKind::image},
    Class{"ocr_photo", What::region, RegionKind::image},
    Class{"ocr_linedrawing", What::region, RegionKind::image},
    Class{"ocr_textimage", What::region, RegionKind::image},
    Class{"ocr_separator", What::region, RegionKind::separator},
    Class{"ocr_noise", What::region, RegionKind::noise},
    Class{"ocrx_noise", What::region, RegionKind::noise},
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view html_attribute(const Tag& tag, std::string_view small, std::string_view capital) {
    const auto value = tag.raw(small);
    return value.empty() ? tag.raw(capital) : value;
}

// The class that is known among those of an element.
const Class* class_of(std::string_view names) {
    while (!names.empty()) {
        if (is_blank(names[0])) {
            names.remove_prefix(1);
            continue;
        }
        const auto end = static_cast<std::size_t>(std::find_if(names.begin(), names.end(), is_blank) - names.begin());
        const auto name = names.substr(0, end);
        if (name.substr(0, 3) == "ocr")
            for (const Class& c : classes)
                if (is_same_name(c.name, name)) return &c;
        names.remove_prefix(end);
    }
    return nullptr;
}

// The properties in an element's title: `bbox 0 0 9 9; image "a;b.png"; x_wconf 90`.
class Properties {
public:
    explicit Properties(const Tag& tag) : title_(html_attribute(tag, "title", "TITLE")) {
        if (title_.find('&') == std::string_view::npos) return;
        store_ = tag.value(tag.has("title") ? "title" : "TITLE");
        title_ = store_;
    }
    Properties(const Properties&) = delete;
    Properties& operator=(const Properties&) = delete;

    // The title from behind the name of a property on; empty if it is not there. Its numbers end at the next one.
    [[nodiscard]] std::string_view operator[](std::string_view name) const {
        for (auto rest = title_; !rest.empty(); rest = behind_property(rest)) {
            while (!rest.empty() && is_blank(rest[0])) rest.remove_prefix(1);
            if (rest.size() > name.size() && is_blank(rest[name.size()]) &&
                is_same_name(rest.substr(0, name.size()), name))
                return rest.substr(name.size() + 1);
        }
        return {};
    }

    [[nodiscard]] std::optional<Box> box() const {
        auto text = (*this)["bbox"];
        std::array<float, 4> at{};
        for (float& x : at)
            if (!take_number(text, x)) return std::nullopt;
        return Box{at[0], at[1], at[2], at[3]};
    }

    [[nodiscard]] std::optional<float> number(std::string_view name) const {
        auto text = (*this)[name];
        float out = 0;
        return take_number(text, out) ? std::optional(out) : std::nullopt;
    }

private:
    static std::string_view behind_property(std::string_view text) {
        char quote = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quote) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ';') {
                return text.substr(i + 1);
            }
        }
        return {};
    }

    std::string_view title_;
    std::string store_;
};

class HocrReader final : public LayoutReader {
public:
    HocrReader(PageMaker& maker, const Markup& markup) : m_(maker), markup_(markup), text_(maker, markup) {}

    void start(const Tag& tag) override {
        const auto is = [&](std::string_view name) { return is_html_name(tag.name(), name); };
        Open open{What::nothing, m_.region_now()};
        if (is("head") || is("title") || is("del")) {  // of readings of a word, those not taken
            open.what = What::skipped;
        } else if (const Class* c = class_of(html_attribute(tag, "class", "CLASS"))) {
            open.what = c->what == What::region && is("span") ? What::line : c->what;
            begin(open.what, *c, tag);
        } else if (is("br") || is("p") || is("div") || is("td")) {
            text_.apart();
            if (!in(What::line)) m_.end_line();
        }
        if (open.what == What::skipped) text_.flush();
        ++inside_[static_cast<std::size_t>(open.what)];
        open_.push_back(open);
    }

    void end(std::string_view /*name*/) override {
        if (open_.empty()) return;
        const Open open = open_.back();
        open_.pop_back();
        --inside_[static_cast<std::size_t>(open.what)];
        switch (open.what) {
            case What::word:
                text_.end_word();
                break;
            case What::line:
                text_.apart();
                m_.end_line();
                break;
            case What::page:
            case What::region:
                text_.apart();
                m_.end_line();
                m_.back_to(open.region);
                break;
            case What::nothing:
            case What::skipped:
                break;
        }
    }

    void text(Slice slice) override {
        if (in(What::skipped)) return;
        if (in(What::line) || in(What::word)) {
            text_.add(slice);
        } else if (in(What::region) || in(What::page)) {
            loose(slice);
        }
    }

    void finish() override { text_.flush(); }

private:
    struct Open {
        What what;
        std::uint32_t region;  // the one that it stands in
    };

    [[nodiscard]] bool in(What what) const { return inside_[static_cast<std::size_t>(what)] > 0; }

    void begin(What what, const Class& c, const Tag& tag) {
        const Properties properties(tag);
        if (what == What::word) {
            text_.box(properties.box(), confidence(properties));
            return;
        }
        text_.apart();
        const auto box = properties.box();
        if (what == What::page) {
            upright_ = is_upright(tag, properties);
            m_.page(Unit::pixel, box ? box->right : 0, box ? box->bottom : 0);
        } else if (what == What::line) {
            m_.begin_line(box, upright_ || is_upright(tag, properties));
        } else {
            Region region;
            region.id = tag.value("id");
            region.kind = c.kind;
            region.upright = upright_ || is_upright(tag, properties);
            m_.region(std::move(region), box);
        }
    }

    // Engines differ in the name.
    [[nodiscard]] static float confidence(const Properties& properties) {
        auto percent = properties.number("x_wconf");
        if (!percent) percent = properties.number("x_conf");
        return !percent || *percent < 0 ? -1 : std::min(*percent / 100, 1.0F);
    }

    // Style sheets say it, or a quarter turn of the line.
    [[nodiscard]] static bool is_upright(const Tag& tag, const Properties& properties) {
        if (tag.raw("style").find("vertical-") != std::string_view::npos) return true;
        const auto turned = properties.number("textangle");
        if (!turned) return false;
        const float angle = std::abs(std::fmod(*turned, 180.0F));
        return angle > 45 && angle < 135;
    }

    // Text that stands in no line: of a file that has blocks only. Its rows are lines.
    void loose(Slice slice) {
        const auto all = markup_.utf8().substr(0, slice.end);
        for (auto at = slice.begin; at < slice.end;) {
            const auto end =
                static_cast<std::uint32_t>(std::min<std::size_t>(all.find_first_of("\r\n", at), slice.end));
            if (end > at) text_.add({at, end});
            if (end == slice.end) break;
            text_.apart();
            m_.end_line();
            at = end + 1;
        }
    }

    PageMaker& m_;
    const Markup& markup_;
    RunningText text_;
    bool upright_ = false;  // the page
    std::vector<Open> open_;
    std::array<std::uint32_t, 6> inside_{};
};

}  // namespace

std::unique_ptr<LayoutReader> make_hocr_reader(Document& /*document*/, PageMaker& maker, const Markup& markup) {
    return std::make_unique<HocrReader>(maker, markup);
}

}  // namespace broadsheet::reading
