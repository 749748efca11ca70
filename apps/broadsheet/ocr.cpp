#include "ocr.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <broadsheet/broadsheet.hpp>
#include <map>
#include <utility>

namespace broadsheet::app {

namespace {

// Data that reads a page of its language has a mean confidence of about 0.9, that of another script less than half.
constexpr double read_well = 0.8, read_hardly = 0.4;
constexpr std::size_t enough_text = 200;  // characters that tell one language from another

// The language that most of the text is in; empty if there is none.
std::string language_of(const Reading& reading) {
    ReadOptions options;
    options.from = "hocr";
    Document page = read(reading.hocr, options);
    repair(page);
    segment(page);
    std::map<std::string, std::size_t> bytes;
    for (const Article& article : page.articles)
        for (const auto block : article.blocks) bytes[article.lang] += render(page, page.blocks[block]).size();
    const auto most =
        std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? std::string() : most->first;
}

void weigh(Reading& reading) {
    ReadOptions options;
    options.from = "hocr";
    const Document page = read(reading.hocr, options);
    double sum = 0;
    for (const Word& word : page.words) {
        reading.chars += word.text.size();
        sum += static_cast<double>(word.confidence) * word.text.size();
    }
    if (reading.chars != 0) reading.confidence = sum / static_cast<double>(reading.chars);
}

}  // namespace

std::string remedy_for_missing(std::string_view program) {
    return program == "tesseract" ? "apt-get install tesseract-ocr, and tesseract-ocr-chi-sim, tesseract-ocr-deu ... "
                                    "for languages but English"
                                  : "apt-get install poppler-utils";
}

Ran Programs::run(Program program) {
    program.timeout = timeout_;
    free_.acquire();
    struct Release {
        std::counting_semaphore<most_programs>& free;
        ~Release() { free.release(); }
    } const release{free_};
    return run_program(program);
}

std::string Programs::output_of(Program program) {
    Ran ran = run(program);
    if (ran.succeeded()) return std::move(ran.output);
    program.timeout = timeout_;
    if (ran.end == Ran::End::exited) throw Failed(Error::Code::io, "", what_went_wrong(program, ran));
    const auto remedy = ran.end == Ran::End::missing     ? remedy_for_missing(program.arguments.front())
                        : ran.end == Ran::End::timed_out ? std::string("--ocr-timeout sets the limit")
                                                         : std::string();
    throw Error(Error::Code::io, "", what_went_wrong(program, ran), remedy);
}

std::vector<std::string> installed_data(Programs& programs) {
    return listed_data(programs.output_of({{"tesseract", "--list-langs"}, {}}));
}

std::string OcrLanguage::script_of(const std::string& folder, const std::string& picture) {
    // Fails where there are few characters, or no data for it: then all candidates are tried.
    const Ran ran = programs_.run({{"tesseract", picture, "stdout", "--psm", "0"}, folder});
    return ran.succeeded() ? found_script(ran.output) : std::string();
}

Reading OcrLanguage::read_with(const std::string& folder, const std::string& picture, const std::string& data) {
    Reading out;
    out.data = data;
    out.hocr =
        programs_.output_of({{"tesseract", picture, "stdout", "-l", data, "-c", "tessedit_create_hocr=1"}, folder});
    weigh(out);
    return out;
}

Reading OcrLanguage::read(const std::string& folder, const std::string& picture) {
    if (is_settled()) return read_with(folder, picture, settled_);
    if (wanted_.data.empty() && wanted_.lang.empty()) script_ = script_of(folder, picture);
    const Candidates rows = candidates(wanted_, script_, installed_);
    std::optional<Reading> best;
    for (const auto& row : rows) {
        for (const std::string& data : row) {
            Reading one = read_with(folder, picture, data);
            if (!best || one.confidence > best->confidence) best = std::move(one);
            // Other data of its row would not do better: the words are those of its language, or it is quite another
            // writing.
            if (best->data == data && best->confidence >= read_well && !language_read_by(data).empty() &&
                language_of(*best) == language_read_by(data))
                break;
            if (best->confidence < read_hardly) break;
        }
        if (best->confidence >= read_well) break;
        if (best->chars == 0) break;  // a page without text
    }
    if (best->chars >= enough_text || (rows.size() == 1 && rows.front().size() == 1)) settled_ = best->data;
    return *std::move(best);
}

}  // namespace broadsheet::app
