// ALTO, versions 1 to 4, in any namespace: https://www.loc.gov/standards/alto/
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/layout/formats.hpp"

namespace broadsheet::reading {

namespace {

RegionKind kind_of(std::string_view element, std::string_view type) {
    if (element == "Illustration") return RegionKind::image;
    if (element == "GraphicalElement") return RegionKind::separator;
    std::string small;
    for (const char c : type) small.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    if (small == "table") return RegionKind::table;
    if (small == "advertisement" || small == "advert" || small == "ad") return RegionKind::advert;
    return RegionKind::text;
}

class AltoReader final : public LayoutReader {
public:
    AltoReader(Document& document, PageMaker& maker, const Markup& markup) : d_(document), m_(maker), markup_(markup) {}

    void start(const Tag& tag) override {
        const auto name = tag.name();
        if (name == "String") {
            string(tag);
        } else if (name == "SP") {
            return;
        } else if (name == "TextLine") {
            m_.begin_line(box(tag), is_upright(tag) || upright_.back());
        } else if (name == "HYP") {
            m_.hyphen(tag["CONTENT"], box(tag));
        } else if (name == "TextBlock" || name == "ComposedBlock" || name == "Illustration" ||
                   name == "GraphicalElement") {
            block(tag);
        } else if (name == "Page") {
            m_.page(unit_, scaled(tag, "WIDTH"), scaled(tag, "HEIGHT"));
            upright_.assign(1, is_upright(tag));
        } else if (name == "MeasurementUnit") {
            in_unit_ = true;
        } else if (name == "ElementRef") {
            for_each_id(tag.value("REF"), [&](const std::string& id) {
                order_.push_back(id);
                if (!groups_.empty() && groups_.back() != none) article_of_.emplace(id, groups_.back());
            });
        } else if (name == "OrderedGroup" || name == "UnorderedGroup") {
            const auto article = article_of(tag);
            groups_.push_back(article == none && !groups_.empty() ? groups_.back() : article);
        } else if (name == "StructureTag") {
            structure_tag(tag);
        }
    }

    void end(std::string_view name) override {
        if (name == "TextLine") {
            m_.end_line();
        } else if (name == "TextBlock" || name == "ComposedBlock" || name == "Illustration" ||
                   name == "GraphicalElement") {
            m_.end_line();
            if (!open_.empty()) open_.pop_back();
            if (upright_.size() > 1) upright_.pop_back();
            m_.back_to(open_.empty() ? none : open_.back());
        } else if (name == "MeasurementUnit") {
            in_unit_ = false;
        } else if ((name == "OrderedGroup" || name == "UnorderedGroup") && !groups_.empty()) {
            groups_.pop_back();
        }
    }

    void text(Slice slice) override {
        if (!in_unit_) return;
        const auto unit = markup_.value(slice);
        if (unit.find("mm10") != std::string::npos) {
            unit_ = Unit::point;
            scale_ = 72.0F / 254.0F;
        } else if (unit.find("inch1200") != std::string::npos) {
            unit_ = Unit::point;
            scale_ = 72.0F / 1200.0F;
        }
    }

    // The file's own reading order: groups of references, or each block's next one.
    void finish() override {
        std::unordered_map<std::string, std::uint32_t> by_id;
        for (std::uint32_t i = 0; i < d_.regions.size(); ++i) by_id.emplace(d_.regions[i].id, i);
        for (const auto& [id, article] : article_of_)
            if (const auto at = by_id.find(id); at != by_id.end() && d_.regions[at->second].article == none)
                d_.regions[at->second].article = article;
        std::uint32_t place = 0;
        const auto give = [&](std::uint32_t region) {
            if (d_.regions[region].order == none) d_.regions[region].order = place++;
        };
        for (const auto& id : order_)
            if (const auto at = by_id.find(id); at != by_id.end()) give(at->second);
        if (!order_.empty() || next_.empty()) return;
        std::vector<std::uint32_t> next(d_.regions.size(), none);
        std::vector<bool> has_previous(d_.regions.size(), false);
        for (const auto& [from, id] : next_)
            if (const auto at = by_id.find(id); at != by_id.end() && at->second != from) {
                next[from] = at->second;
                has_previous[at->second] = true;
            }
        for (std::uint32_t i = 0; i < next.size(); ++i)
            if (!has_previous[i] && next[i] != none)
                for (auto at = i; at != none && d_.regions[at].order == none; at = next[at]) give(at);
    }

private:
    template <class Use>
    static void for_each_id(const std::string& ids, Use use) {
        for (std::size_t i = 0; i < ids.size();) {
            const auto end = std::min(ids.find_first_of(" \t\r\n", i), ids.size());
            if (end > i) use(ids.substr(i, end - i));
            i = end + 1;
        }
    }

    [[nodiscard]] float scaled(const Tag& tag, std::string_view name) const { return tag.number(name) * scale_; }

    [[nodiscard]] std::optional<Box> box(const Tag& tag) const {
        if (!tag.has("HPOS") || !tag.has("VPOS") || !tag.has("WIDTH") || !tag.has("HEIGHT")) return std::nullopt;
        const float left = scaled(tag, "HPOS"), top = scaled(tag, "VPOS");
        return Box{left, top, left + scaled(tag, "WIDTH"), top + scaled(tag, "HEIGHT")};
    }

    [[nodiscard]] static bool is_upright(const Tag& tag) { return tag.raw("BASEDIRECTION") == "ttb"; }

    // <StructureTag TYPE="article">: what blocks and groups of the reading order name is one article.
    void structure_tag(const Tag& tag) {
        std::string type;
        for (const char c : tag.raw("TYPE")) type.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        if (type != "article") return;
        const auto id = tag.value("ID");
        if (articles_.emplace(id, static_cast<std::uint32_t>(d_.given.size())).second)
            d_.given.push_back({id, tag.value("LABEL"), type});
    }

    [[nodiscard]] std::uint32_t article_of(const Tag& tag) const {
        std::uint32_t out = none;
        if (!articles_.empty())
            for_each_id(tag.value("TAGREFS"), [&](const std::string& id) {
                if (const auto at = articles_.find(id); at != articles_.end() && out == none) out = at->second;
            });
        return out;
    }

    void block(const Tag& tag) {
        Region region;
        region.article = article_of(tag);
        region.id = tag.value("ID");
        region.kind = kind_of(tag.name(), tag.raw("TYPE"));
        region.upright = is_upright(tag) || upright_.back();
        upright_.push_back(region.upright);
        open_.push_back(m_.region(std::move(region), box(tag)));
        if (const auto next = tag.value("IDNEXT"); !next.empty()) next_.emplace_back(open_.back(), next);
    }

    void string(const Tag& tag) {
        m_.word(tag["CONTENT"], box(tag), tag.number("WC", -1));
        const auto part = tag.raw("SUBS_TYPE");
        if (part != "HypPart1") return;
        // The whole word, as the producer would have it: with its hyphen or without.
        const auto whole = tag.value("SUBS_CONTENT");
        if (!whole.empty()) m_.wrap(whole.find('-', 1) < whole.size() - 1 ? Wrap::keeps : Wrap::joins);
    }

    Document& d_;
    PageMaker& m_;
    const Markup& markup_;
    Unit unit_ = Unit::pixel;
    float scale_ = 1;
    bool in_unit_ = false;
    std::vector<std::uint32_t> open_;                            // regions
    std::vector<bool> upright_ = {false};                        // of the page and of each open region
    std::unordered_map<std::string, std::uint32_t> articles_;    // of tags, indices into Document::given
    std::unordered_map<std::string, std::uint32_t> article_of_;  // of blocks that a group of the reading order names
    std::vector<std::uint32_t> groups_;                          // the article of each open group
    std::vector<std::string> order_;                             // ids
    std::vector<std::pair<std::uint32_t, std::string>> next_;    // IDNEXT
};

}  // namespace

std::unique_ptr<LayoutReader> make_alto_reader(Document& document, PageMaker& maker, const Markup& markup) {
    return std::make_unique<AltoReader>(document, maker, markup);
}

}  // namespace broadsheet::reading
