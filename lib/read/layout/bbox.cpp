// What poppler's pdftotext writes with -bbox-layout, and with -bbox: pages and words only. In points.
#include "read/layout/formats.hpp"
#include "read/layout/running_text.hpp"

namespace broadsheet::reading {

namespace {

class BboxReader final : public LayoutReader {
public:
    BboxReader(PageMaker& maker, const Markup& markup) : m_(maker), text_(maker, markup) { m_.boxes_are_exact(); }

    void start(const Tag& tag) override {
        const auto name = tag.name();
        if (name == "word") {
            if (in_word_) text_.flush();
            in_word_ = true;
            const auto at = box(tag);
            if (!in_line_) m_.find_line(at);
            text_.box(at);
        } else if (name == "line") {
            in_line_ = true;
            m_.begin_line(box(tag));
        } else if (name == "block") {
            m_.region({}, box(tag));
        } else if (name == "page") {
            m_.page(Unit::point, tag.number("width"), tag.number("height"));
        }
    }

    void end(std::string_view name) override {
        if (name == "word") {
            text_.apart();
            in_word_ = false;
        } else if (name == "line" || name == "page") {
            in_line_ = false;
            m_.end_line();
        } else if (name == "block") {
            m_.end_line();
            m_.back_to(none);
        }
    }

    void text(Slice slice) override {
        if (in_word_) text_.add(slice);
    }

private:
    [[nodiscard]] static std::optional<Box> box(const Tag& tag) {
        if (!tag.has("xMin") || !tag.has("yMin") || !tag.has("xMax") || !tag.has("yMax")) return std::nullopt;
        return Box{tag.number("xMin"), tag.number("yMin"), tag.number("xMax"), tag.number("yMax")};
    }

    PageMaker& m_;
    RunningText text_;
    bool in_line_ = false;
    bool in_word_ = false;
};

}  // namespace

std::unique_ptr<LayoutReader> make_bbox_reader(Document& /*document*/, PageMaker& maker, const Markup& markup) {
    return std::make_unique<BboxReader>(maker, markup);
}

}  // namespace broadsheet::reading
