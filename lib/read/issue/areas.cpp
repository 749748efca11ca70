// Areas of METS name elements by their ids: blocks, lines, words. What bytes they take tells which lines are in them,
// whatever the format of the page. Or they are rectangles: the lines whose middle lies there.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/boxes.hpp"
#include "read/issue/issue.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

namespace {

struct Bytes {
    std::uint32_t begin = 0, end = 0;
};

// Finds the bytes of the elements with the ids that are asked for.
class Finder final : public MarkupHandler {
public:
    Finder(const Markup& markup, const std::unordered_map<std::string, std::uint32_t>& wanted,
           std::vector<Bytes>& found)
        : markup_(markup), wanted_(wanted), found_(found) {}

    void start(const Tag& tag) override {
        const auto begin = markup_.at(tag.place().begin);
        close(begin);
        const auto id = tag.has("ID") ? tag.raw("ID") : tag.raw("id");
        const auto at = id.empty() ? wanted_.end() : wanted_.find(std::string(id));
        const bool take = at != wanted_.end() && found_[at->second].end == 0;
        if (take) found_[at->second] = {begin, UINT32_MAX};
        open_.push_back(take ? at->second : none);
    }
    void end(std::string_view /*name*/) override {
        if (open_.empty()) return;
        if (open_.back() != none) ended_.push_back(open_.back());
        open_.pop_back();
    }
    void text(Slice /*slice*/) override {}

private:
    // An element ends before the next one begins.
    void close(std::uint32_t at) {
        for (const auto i : ended_) found_[i].end = at;
        ended_.clear();
    }

    const Markup& markup_;
    const std::unordered_map<std::string, std::uint32_t>& wanted_;
    std::vector<Bytes>& found_;
    std::vector<std::uint32_t> open_, ended_;
};

std::vector<Bytes> find(std::string_view bytes, const ReadOptions& options,
                        const std::unordered_map<std::string, std::uint32_t>& wanted) {
    // As the layout readers do: what is broken is mended, what is no XML is read as it comes.
    for (int attempt = 0; attempt < 3; ++attempt) {
        std::vector<Bytes> found(wanted.size());
        const Markup markup(bytes, options.encoding, attempt > 0);
        Finder finder(markup, wanted, found);
        if ((attempt == 2 ? parse_soup(markup, finder) : parse_xml(markup, finder)).message.empty() || attempt == 2)
            return found;
    }
    return {};
}

class Lines {
public:
    explicit Lines(const Document& page) : page_(page) {
        for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
            free_.emplace(page.text.at[page.lines[i].text.begin], i);
            if (page.lines[i].box != none) by_height_.emplace(down(page.boxes[page.lines[i].box]), i);
        }
    }

    // A line is of the first area that holds its first character,
    template <class Take>
    void take(Bytes bytes, const Take& take) {
        for (auto at = free_.lower_bound({bytes.begin, 0}); at != free_.end() && at->first < bytes.end;) {
            take(at->second);
            at = free_.erase(at);
        }
    }

    // or its middle; false where this cannot be told: another unit cannot be made pixels of an image.
    template <class Take>
    bool take(const Box& rectangle, const Take& take) {
        if (page_.pages.front().unit != Unit::pixel) return false;
        const auto last = by_height_.upper_bound({rectangle.bottom, UINT32_MAX});
        for (auto at = by_height_.lower_bound({rectangle.top, 0}); at != last;) {
            if (budget_ == 0) return false;
            --budget_;
            const Line& line = page_.lines[at->second];
            const float across = middle(page_.boxes[line.box]);
            if (across < rectangle.left || across > rectangle.right) {
                ++at;
                continue;
            }
            if (free_.erase({page_.text.at[line.text.begin], at->second}) > 0) take(at->second);
            at = by_height_.erase(at);
        }
        return true;
    }

private:
    static float down(const Box& box) { return (box.top + box.bottom) / 2; }

    const Document& page_;
    std::uint32_t budget_ = 20'000'000;                       // no page needs as many looks, and areas may be many
    std::set<std::pair<std::uint32_t, std::uint32_t>> free_;  // byte, line
    std::set<std::pair<float, std::uint32_t>> by_height_;
};

}  // namespace

Followed follow_areas(Document& page, std::string_view bytes, const ReadOptions& options,
                      const std::vector<GivenArea>& areas) {
    Followed out;
    out.articles.assign(page.regions.size(), none);
    if (areas.empty()) return out;
    std::unordered_map<std::string, std::uint32_t> wanted;
    for (const auto& [article, order, area] : areas)
        for (const auto* id : {&area->begin, &area->end})
            if (!id->empty()) wanted.emplace(*id, static_cast<std::uint32_t>(wanted.size()));
    const auto found = find(bytes, options, wanted);

    Lines lines(page);
    std::vector<std::uint32_t> area_of(page.lines.size(), none);
    for (std::uint32_t a = 0; a < areas.size(); ++a) {
        const MetsArea& area = *areas[a].area;
        const auto take = [&](std::uint32_t line) { area_of[line] = a; };
        if (area.rectangle) {
            if (!lines.take(*area.rectangle, take) && out.lost++ == 0)
                out.first_lost = "a rectangle, which is told by pages in pixels only";
            continue;
        }
        Bytes range = found[wanted[area.begin]];
        if (!area.end.empty()) range.end = std::max(range.end, found[wanted[area.end]].end);
        if (range.end == 0 || found[wanted[area.begin]].end == 0) {
            if (out.lost++ == 0) out.first_lost = area.begin;
            continue;
        }
        lines.take(range, take);
    }

    for (auto& region : page.regions) region.order = none;
    // Each area has regions of its own.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> part_of;  // region and area: region
    std::vector<bool> has_lines(page.regions.size(), false);
    for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
        Line& line = page.lines[i];
        const auto a = area_of[i];
        const auto whole = line.region;
        const auto [at, is_new] = part_of.emplace(std::pair(whole, a), whole);
        if (is_new && whole != none && !has_lines[whole]) {
            has_lines[whole] = true;
        } else if (is_new && (whole != none || a != none)) {
            at->second = static_cast<std::uint32_t>(page.regions.size());
            Region part = whole == none ? Region{} : page.regions[whole];
            part.page = line.page;
            page.regions.push_back(std::move(part));
            out.articles.push_back(none);
        }
        line.region = at->second;
        if (a == none) continue;
        Region& region = page.regions[line.region];
        out.articles[line.region] = areas[a].article;
        region.order = areas[a].order;
        if (region.kind == RegionKind::text || region.kind == RegionKind::paragraph) {
            if (areas[a].area->kind != RegionKind::text) region.kind = areas[a].area->kind;
        }
        line.kind = region.kind;
    }
    return out;
}

}  // namespace broadsheet::reading
