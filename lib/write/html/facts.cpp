#include "write/html/facts.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "core/chars.hpp"
#include "write/json_emitter.hpp"

namespace broadsheet::write_detail::report {

namespace {

bool is_space(char32_t c) { return is(c, cls::space); }

bool ends_line(char32_t c) {
    return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029 || (c >= 0x1C && c <= 0x1E);
}

// Where the white space on the left of a line of plain text begins.
std::uint32_t start_of_row(const Document& d, std::uint32_t at) {
    constexpr std::uint32_t widest = 400;
    for (std::uint32_t n = 0; n < widest && at > 0; ++n) {
        const char32_t c = d.text.chars[at - 1];
        if (!is_space(c) || ends_line(c)) break;
        --at;
    }
    return at;
}

// "p1-a1" of "article p1-a1 begins ..." and of "p1-a1: headline ...".
std::string_view id_in(std::string_view message) {
    constexpr std::string_view article = "article ";
    if (message.starts_with(article)) message.remove_prefix(article.size());
    return message.substr(0, message.find_first_of(" :"));
}

}  // namespace

Facts::Facts(const Document& document, const Article* only_article)
    : d(document), only(only_article), parts(write_detail::parts(document, only_article)) {
    pages = by_page(d, parts, true);
    own();
    find_rows();
    sort_notes();
}

void Facts::own() {
    owners.resize(d.pieces.size());
    piece_at.assign(d.text.chars.size(), none);
    copies_of.resize(d.blocks.size());
    const auto take = [&](std::uint32_t first, std::uint32_t last, const Owner& owner) {
        for (auto p = first; p < last; ++p) {
            owners[p] = owner;
            for (auto c = d.pieces[p].text.begin; c < d.pieces[p].text.end; ++c)
                if (!is_space(d.text.chars[c])) piece_at[c] = p;
        }
    };
    for (std::uint32_t b = 0; b < d.blocks.size(); ++b) {
        Owner owner;
        owner.block = b;
        take(d.blocks[b].first, d.blocks[b].last, owner);
    }
    for (std::uint32_t a = 0; a < d.articles.size(); ++a)
        for (std::uint32_t i = 0; i < d.articles[a].blocks.size(); ++i) {
            const Block& block = d.blocks[d.articles[a].blocks[i]];
            for (auto p = block.first; p < block.last; ++p) {
                owners[p].article = a;
                owners[p].place = i;
            }
        }
    // Last: a hyphen that was taken out stands in a piece of its block too, but is no part of its text.
    for (std::uint32_t x = 0; x < d.dropped.size(); ++x) {
        Owner owner;
        owner.dropped = x;
        take(d.dropped[x].first, d.dropped[x].last, owner);
        if (d.dropped[x].kept < copies_of.size()) copies_of[d.dropped[x].kept].push_back(x);
    }
}

void Facts::find_rows() {
    // What is dropped by the reader (a mark of Markdown, noise) stands in a row, but not in the text of its line.
    struct Stretch {
        std::uint32_t page, number;
        Run run;
    };
    std::vector<Stretch> all;
    const auto add = [&](const Line& line, Run run) {
        if (!run.empty()) all.push_back({line.page, line.number, run});
    };
    for (const Line& line : d.lines) {
        add(line, line.text);
        if (line.frame > 0) with_columns_.insert(line.page);
    }
    for (const Piece& piece : d.pieces) add(d.lines[piece.line], piece.text);
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) {
        return std::tuple(a.page, a.number, a.run.begin, a.run.end) <
               std::tuple(b.page, b.number, b.run.begin, b.run.end);
    });
    const bool is_plain = d.text.ends.empty();
    std::uint32_t before = 0;
    for (const auto& [page, number, run] : all) {
        if (rows.empty() || rows.back().page != page || rows.back().number != number) {
            row_index_[{page, number}] = static_cast<std::uint32_t>(rows.size());
            rows.emplace_back();
            rows.back().page = page;
            rows.back().number = number;
            if (is_plain && number > before) rows.back().blank = number - before - 1;
            before = number;
            rows.back().runs.push_back({is_plain ? start_of_row(d, run.begin) : run.begin, run.end});
            continue;
        }
        Run& last = rows.back().runs.back();
        // Plain text: what stands between two columns is white space, and shows how the page looks.
        if (is_plain || run.begin <= last.end)
            last.end = std::max(last.end, run.end);
        else
            rows.back().runs.push_back(run);
    }
}

void Facts::sort_notes() {
    notes_of.resize(d.articles.size() + 1);
    // The article of each row: that of its first character that has one.
    std::vector<std::uint32_t> article(rows.size(), static_cast<std::uint32_t>(d.articles.size()));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (const Run run : rows[r].runs)
            for (auto c = run.begin; c < run.end && article[r] == d.articles.size(); ++c)
                if (piece_at[c] != none && owners[piece_at[c]].article != none)
                    article[r] = owners[piece_at[c]].article;
    std::map<std::string_view, std::uint32_t> ids;
    for (std::uint32_t a = 0; a < d.articles.size(); ++a) ids.emplace(d.articles[a].id, a);
    for (std::uint32_t n = 0; n < d.notes.size(); ++n) {
        const Note& note = d.notes[n];
        auto owner = static_cast<std::uint32_t>(d.articles.size());
        if (const auto row = row_of(note.page, note.line); row != none) owner = article[row];
        // A decision of the segmenter names its article, which is surer than the row that two columns share.
        if (const auto named = ids.find(id_in(note.message)); note.stage == "segment" && named != ids.end())
            owner = named->second;
        notes_of[owner].push_back(n);
    }
    for (auto& list : notes_of)
        std::stable_sort(list.begin(), list.end(), [&](std::uint32_t a, std::uint32_t b) {
            const Note &x = d.notes[a], &y = d.notes[b];
            return std::pair(x.page, x.line) < std::pair(y.page, y.line);
        });
}

std::uint32_t Facts::row_of(std::uint32_t page, std::uint32_t number) const {
    const auto at = row_index_.find({page, number});
    return at == row_index_.end() ? none : at->second;
}

std::pair<std::uint32_t, std::uint32_t> Facts::rows_of(std::uint32_t page) const {
    const auto place = [&](auto at) { return static_cast<std::uint32_t>(at - rows.begin()); };
    const auto first = std::partition_point(rows.begin(), rows.end(), [&](const Row& row) { return row.page < page; });
    const auto last = std::partition_point(first, rows.end(), [&](const Row& row) { return row.page == page; });
    return {place(first), place(last)};
}

bool Facts::has_boxes(const PageParts& page) const {
    return page.page.unit != Unit::cell && (std::any_of(page.parts.begin(), page.parts.end(),
                                                        [&](std::size_t i) { return parts[i].box.has_value(); }) ||
                                            (page.page.width > 0 && page.page.height > 0));
}

Coverage Facts::coverage() const {
    Coverage out;
    std::uint64_t seen = 0;
    for (std::uint32_t c = 0; c < d.text.chars.size(); ++c) {
        const std::uint64_t begin = d.text.at[c], end = d.text.end_of(c);
        Amount* to = &out.lost;
        if (is_space(d.text.chars[c]))
            to = &out.white_space;
        else if (piece_at[c] != none)
            to = owners[piece_at[c]].dropped == none
                     ? &out.articles
                     : &out.dropped[static_cast<std::size_t>(d.dropped[owners[piece_at[c]].dropped].reason)];
        ++to->characters;
        if (end > begin) {
            to->bytes += end - begin;
            seen += end - begin;
        }
    }
    if (d.files.empty()) out.all_bytes = d.source.bytes;
    for (const Source& file : d.files) out.all_bytes += file.bytes;
    out.other_bytes = out.all_bytes > seen ? out.all_bytes - seen : 0;
    return out;
}

std::string Facts::number_of(const Part& part) const {
    if (part.article == none) return {};
    const auto piece = piece_of(part.lines.front());
    return std::to_string(part.article + 1) + "." + std::to_string(owners[piece].place + 1);
}

std::uint32_t Facts::piece_of(const PartLine& line) const { return piece_at[line.tokens.front().text.begin]; }

bool Facts::is_upright(std::uint32_t article) const {
    std::size_t upright = 0, all = 0;
    for (const auto b : d.articles[article].blocks)
        for (auto p = d.blocks[b].first; p < d.blocks[b].last; ++p) {
            const auto size = d.pieces[p].text.size();
            all += size;
            if (d.lines[d.pieces[p].line].upright) upright += size;
        }
    return 2 * upright > all;
}

std::string Facts::bytes_of(Run run) const {
    std::string out;
    std::uint64_t begin = 0, end = 0;
    const auto put = [&] {
        if (end <= begin) return;
        if (!out.empty()) out += ' ';
        append_integer(out, begin);
        out += '-';
        append_integer(out, end);
    };
    for (auto c = run.begin; c < run.end; ++c) {
        const std::uint64_t from = d.text.at[c], to = d.text.end_of(c);
        if (to <= from) continue;
        if (from != end) {
            put();
            begin = from;
        }
        end = to;
    }
    put();
    return out;
}

}  // namespace broadsheet::write_detail::report
