// Stub: JSON by nlohmann.
#include <nlohmann/json.hpp>

#include "broadsheet/write.hpp"

namespace broadsheet {

using Json = nlohmann::ordered_json;

std::span<const Writer> writers() {
    static constexpr Writer table[] = {{"json", ".json", "the page document", false}};
    return table;
}

static Json spans_json(const std::vector<Span>& spans) {
    Json out = Json::array();
    for (const auto& s : spans) out.push_back({{"page", s.page}, {"line", s.line}, {"begin", s.begin}, {"end", s.end}});
    return out;
}

std::string write(const Document& d, const WriteOptions& options) {
    Json j;
    j["schema"] = "broadsheet/document/1";
    j["source"] = {{"name", d.source.name}, {"encoding", d.source.encoding}};
    j["articles"] = Json::array();
    for (const auto& a : d.articles) {
        Json blocks = Json::array();
        for (auto b : a.blocks)
            blocks.push_back({{"role", name(d.blocks[b].role)},
                              {"text", render(d, d.blocks[b], options.render)},
                              {"spans", spans_json(spans(d, d.blocks[b]))}});
        j["articles"].push_back({{"id", a.id}, {"blocks", blocks}});
    }
    j["dropped"] = Json::array();
    for (const auto& x : d.dropped)
        j["dropped"].push_back({{"reason", name(x.reason)}, {"text", render(d, x)}, {"spans", spans_json(spans(d, x))}});
    return j.dump() + "\n";
}

std::string write(const Document& d, const Article& /*article*/, const WriteOptions& options) { return write(d, options); }

std::string write_paragraphs(const Document& d, const RenderOptions& options) {
    std::string out;
    for (const auto& b : d.blocks) out += (out.empty() ? "" : "\n") + render(d, b, options) + "\n";
    return out;
}

}  // namespace broadsheet
