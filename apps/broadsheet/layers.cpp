#include "layers.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <utility>

namespace broadsheet::app {

namespace {

// From pixels of the picture that was recognised to points of the PDF.
void rescale(Document& d, const Layer& layer) {
    const auto scaled = [&](float x) { return std::round(x * layer.scale * 100) / 100; };
    for (Box& box : d.boxes) box = {scaled(box.left), scaled(box.top), scaled(box.right), scaled(box.bottom)};
    for (Page& page : d.pages) {
        page.unit = Unit::point;
        page.width = layer.width;
        page.height = layer.height;
    }
}

Document empty_page(const Layer& layer) {
    Document out;
    out.text.at = {0};
    out.pages.push_back({1, layer.scale != 0 ? Unit::point : Unit::pixel, layer.width, layer.height, 0});
    return out;
}

Document read_layer(const Layer& layer, const ReadOptions& options) {
    ReadOptions one = options;
    one.name += layer.suffix;
    one.from = layer.format;
    one.encoding = "UTF-8";
    Document out = layer.format.empty() ? empty_page(layer) : read(layer.bytes, one);
    if (layer.format.empty()) out.source = describe(layer.bytes, one.name, "none");
    if (layer.scale != 0) rescale(out, layer);
    if (out.pages.empty()) out.pages = empty_page(layer).pages;
    if (out.text.chars.empty()) out.notes.clear();  // a page may be blank
    return out;
}

// Strings behind their lengths, numbers as bits: nothing is lost or mistaken.
class Packer {
public:
    void add(std::string_view text) { out_.append(std::to_string(text.size())).append("\n").append(text).append("\n"); }
    void add(float number) { add(fmt::format("{:a}", number)); }
    void add(std::size_t number) { add(std::to_string(number)); }
    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    std::string_view text() {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
        const auto head = static_cast<std::size_t>(end - rest_.data()) + 1;
        if (error != std::errc() || rest_.size() < head || size >= rest_.size() - head) {
            broken_ = true;
            rest_ = {};
            return {};
        }
        const auto out = rest_.substr(head, size);
        rest_.remove_prefix(head + size + 1);
        return out;
    }
    float number() {
        const auto digits = text();
        float out = 0;
        const auto [end, error] = std::from_chars(digits.data() + (digits.starts_with("0x") ? 2 : 0),
                                                  digits.data() + digits.size(), out, std::chars_format::hex);
        if (error != std::errc()) broken_ = true;
        return out;
    }
    std::size_t count() {
        const auto digits = text();
        std::size_t out = 0;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), out).ec != std::errc()) broken_ = true;
        return broken_ ? 0 : out;
    }
    [[nodiscard]] bool is_broken() const { return broken_; }
    [[nodiscard]] bool ended_well() const { return !broken_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool broken_ = false;
};

}  // namespace

Document assemble(std::string_view bytes, const Layers& layers, const ReadOptions& options) {
    Document out;
    out.source = describe(bytes, options.name, layers.format);
    for (const Layer& layer : layers.list) append(out, read_layer(layer, options));
    out.notes.insert(out.notes.begin(), layers.notes.begin(), layers.notes.end());
    if (out.text.chars.empty()) out.notes.push_back({Severity::warning, "read", 0, 0, "there is no text in this file"});
    return out;
}

std::string packed(const Layers& layers, std::string_view key) {
    Packer out;
    out.add(key);
    out.add(layers.format);
    out.add(layers.list.size());
    for (const Layer& layer : layers.list) {
        for (const auto* text : {&layer.suffix, &layer.format, &layer.bytes}) out.add(*text);
        for (const float number : {layer.width, layer.height, layer.scale}) out.add(number);
    }
    out.add(layers.notes.size());
    for (const Note& note : layers.notes) {
        out.add(std::size_t{note.severity == Severity::warning});
        out.add(std::size_t{note.page});
        out.add(note.message);
    }
    return out.take();
}

std::optional<Layers> unpacked(std::string_view bytes, std::string_view key) {
    Unpacker in(bytes);
    if (in.text() != key) return std::nullopt;
    Layers out;
    out.format = in.text();
    for (auto n = in.count(); n > 0 && !in.is_broken(); --n) {
        Layer& layer = out.list.emplace_back();
        for (auto* text : {&layer.suffix, &layer.format, &layer.bytes}) *text = in.text();
        for (auto* number : {&layer.width, &layer.height, &layer.scale}) *number = in.number();
    }
    for (auto n = in.count(); n > 0 && !in.is_broken(); --n) {
        Note& note = out.notes.emplace_back();
        note.stage = "read";
        note.severity = in.count() != 0 ? Severity::warning : Severity::info;
        note.page = static_cast<std::uint32_t>(in.count());
        note.message = in.text();
    }
    if (!in.ended_well()) return std::nullopt;
    return out;
}

}  // namespace broadsheet::app
