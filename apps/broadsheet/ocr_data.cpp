#include "ocr_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace broadsheet::app {

namespace {

struct LanguageRow {
    std::string_view lang;
    std::string_view data;
    std::string_view upright;  // data for vertical writing
};

constexpr LanguageRow language_table[] = {{"zh-Hans", "chi_sim", "chi_sim_vert"},
                                          {"zh-Hant", "chi_tra", "chi_tra_vert"},
                                          {"ja", "jpn", "jpn_vert"},
                                          {"en", "eng", {}},
                                          {"de", "deu", {}},
                                          {"fr", "fra", {}}};

// Fraktur goes by many names; each is tried that is there.
constexpr std::string_view fraktur_table[] = {"Fraktur", "script/Fraktur", "frk", "deu_latf", "deu_frak"};

using Row = std::vector<std::string>;

std::string upright_of(std::string_view data) {
    for (const LanguageRow& row : language_table)
        if (row.data == data) return std::string(row.upright);
    return {};
}

Row languages_of(std::string_view script) {
    if (script == "Han") return {"chi_sim", "chi_tra", "jpn"};
    if (script == "Japanese" || script == "Hiragana" || script == "Katakana") return {"jpn"};
    if (script == "Latin") return {"eng", "deu", "fra"};
    return {};
}

Row fraktur() { return {std::begin(fraktur_table), std::end(fraktur_table)}; }

Row all_data() {
    Row out;
    for (const LanguageRow& row : language_table) out.emplace_back(row.data);
    return out;
}

// "chi_sim" is in tesseract-ocr-chi-sim, "script/HanS" in tesseract-ocr-script-hans.
std::string package_of(std::string_view data) {
    std::string out = "tesseract-ocr-";
    for (const char c : data)
        out += c == '_' || c == '/' ? '-' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    if (data == "Fraktur" || data == "script/Fraktur") return "tesseract-ocr-script-frak";
    return out;
}

[[noreturn]] void missing(const std::string& data) {
    throw Error(Error::Code::io, "", fmt::format("tesseract has no data for \"{}\"", data),
                fmt::format("apt-get install {}", package_of(data)));
}

std::vector<std::string> parts_of(std::string_view names) {
    std::vector<std::string> out;
    while (true) {
        out.emplace_back(names.substr(0, names.find('+')));
        if (out.back().size() == names.size()) return out;
        names.remove_prefix(out.back().size() + 1);
    }
}

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, "+")); }

Row asked_for(const Wanted& wanted, const std::vector<std::string>& installed) {
    auto parts = parts_of(wanted.data);
    for (std::string& part : parts) {
        if (wanted.writing == Writing::vertical)
            if (auto upright = upright_of(part); !upright.empty()) part = std::move(upright);
        if (std::find(installed.begin(), installed.end(), part) == installed.end()) missing(part);
    }
    return {joined(parts)};
}

// Data for vertical writing stands in a row of its own, behind the others or instead of them.
Candidates with_upright(const Row& row, Writing writing) {
    Row upright;
    for (const std::string& data : row)
        if (auto name = upright_of(data); !name.empty()) upright.push_back(std::move(name));
    if (writing == Writing::vertical && !upright.empty()) return {upright};
    if (writing == Writing::horizontal) return {row};
    return {row, upright};
}

}  // namespace

Candidates candidates(const Wanted& wanted, std::string_view script, const std::vector<std::string>& installed) {
    if (!wanted.data.empty()) return {asked_for(wanted, installed)};
    Row first;
    for (const LanguageRow& row : language_table)
        if (row.lang == wanted.lang) first = {std::string(row.data)};
    const bool told = !first.empty();
    if (!told) first = languages_of(script);
    Candidates all = with_upright(first, wanted.writing);
    if (wanted.lang == "de" || (!told && script == "Latin")) all.push_back(fraktur());
    if (script == "Fraktur" && (!told || wanted.lang == "de")) all.insert(all.begin(), fraktur());
    if (!told)
        for (auto& row : with_upright(all_data(), wanted.writing)) all.push_back(row);

    std::vector<std::string> taken;
    for (Row& row : all)
        std::erase_if(row, [&](const std::string& data) {
            const auto has = [&](const auto& names) {
                return std::find(names.begin(), names.end(), data) != names.end();
            };
            if (!has(installed) || has(taken)) return true;
            taken.push_back(data);
            return false;
        });
    std::erase_if(all, [](const Row& row) { return row.empty(); });
    if (all.empty() && told) {
        const auto upright = upright_of(first.front());
        missing(wanted.writing == Writing::vertical && !upright.empty() ? upright : first.front());
    }
    if (all.empty())
        throw Error(Error::Code::io, "", "tesseract has no data for any language that is known here",
                    "apt-get install tesseract-ocr-eng, tesseract-ocr-chi-sim, tesseract-ocr-chi-tra ... or name "
                    "another with --ocr-lang");
    return all;
}

std::string_view language_read_by(std::string_view data) {
    for (const LanguageRow& row : language_table)
        if (row.data == data && row.upright.empty()) return row.lang;
    return {};
}

std::string data_hint(std::string_view script, const std::vector<std::string>& installed) {
    const Row row = languages_of(script);
    const bool there = std::any_of(row.begin(), row.end(), [&](const std::string& data) {
        return std::find(installed.begin(), installed.end(), data) != installed.end();
    });
    if (row.empty() || there) return "name its language with --ocr-lang";
    return fmt::format("its script seems to be {}: apt-get install {}", script, package_of(row.front()));
}

std::vector<std::string> listed_data(std::string_view output) {
    std::vector<std::string> out;
    while (!output.empty()) {
        const auto line = output.substr(0, output.find('\n'));
        output.remove_prefix(std::min(output.size(), line.size() + 1));
        if (is_data_name(line) && line != "osd") out.emplace_back(line);  // not the heading
    }
    return out;
}

std::string found_script(std::string_view output) {
    constexpr std::string_view label = "Script: ";
    const auto at = output.find(label);
    if (at == std::string_view::npos) return {};
    const auto rest = output.substr(at + label.size());
    return std::string(rest.substr(0, rest.find('\n')));
}

bool is_data_name(std::string_view name) {
    const auto is_good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/' ||
               c == '+' || c == '-' || c == '.';
    };
    return !name.empty() && name.front() != '-' && name.front() != '+' && name.back() != '+' &&
           name.find("..") == std::string_view::npos && name.find("++") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), is_good);
}

}  // namespace broadsheet::app
