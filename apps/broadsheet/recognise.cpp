#include "recognise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cmath>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "files.hpp"
#include "folder.hpp"
#include "layers.hpp"
#include "ocr.hpp"
#include "output_file.hpp"
#include "picture_file.hpp"
#include "signals.hpp"
#include "text_layer.hpp"

namespace broadsheet::app {

namespace {

constexpr float best_resolution = 300;       // dots per inch: what tesseract is trained on
constexpr float most_pixels = 80e6F;         // of a picture: a broadsheet page has 40 million
constexpr float most_pixels_a_side = 30000;  // tesseract takes 32767

float resolution_for(const LayerPage& page) {
    const float inches = page.width * page.height / (72 * 72), side = std::max(page.width, page.height) / 72;
    if (!(inches > 0) || !std::isfinite(inches)) return best_resolution;
    const float out = std::min({best_resolution, std::sqrt(most_pixels / inches), most_pixels_a_side / side});
    return std::max(1.0F, std::floor(out));
}

Note note(Severity severity, std::size_t page, std::string message) {
    return {severity, "read", static_cast<std::uint32_t>(page), 0, std::move(message)};
}

// Calls work(first) ... work(last - 1) in up to `jobs` threads; the first exception is thrown on.
template <typename Work>
void in_threads(std::size_t first, std::size_t last, unsigned jobs, const Work& work) {
    std::atomic<std::size_t> next{first};
    std::exception_ptr failure;
    std::mutex mutex;
    const auto run = [&] {
        for (std::size_t i = next++; i < last; i = next++) try {
                work(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failure) failure = std::current_exception();
                next = last;
            }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, last - std::min(first, last)); ++i)
        threads.emplace_back(run);
    run();
    for (std::thread& thread : threads) thread.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace

class Recogniser::State {
public:
    explicit State(RecogniseOptions options)
        : options_(std::move(options)), programs_(std::min(options_.jobs, most_programs), options_.timeout) {}

    Document read(std::string_view bytes, const Input& input, const ReadOptions& read_options) {
        Layers layers;
        try {
            layers = cached(bytes, input);
        } catch (const Error& error) {
            throw Error(error.code(), input.path, error.what());
        } catch (const std::system_error& error) {
            throw Error(Error::Code::io, input.path, fmt::format("no temporary folder: {}", error.what()),
                        "TMPDIR names where to make it");
        }
        if (!options_.keep.empty())
            for (const Layer& layer : layers.list)
                if (!layer.format.empty()) write_file(below(options_.keep, input.relative + layer.suffix), layer.bytes);
        return assemble(bytes, layers, read_options);
    }

private:
    // ---- what was found before -------------------------------------------------------------------------------------

    Layers cached(std::string_view bytes, const Input& input) {
        if (options_.cache.empty()) return recognised(bytes, input);
        const std::string key = fmt::format("broadsheet layers 1\n{}\n{}\n{}\n{}\n{}", describe(bytes, {}, {}).digest,
                                            options_.language.data, options_.language.lang,
                                            static_cast<int>(options_.language.writing), versions());
        std::string name = describe(key, {}, {}).digest;
        name.erase(0, name.find(':') + 1);
        const std::string path = below(options_.cache, name + ".layers");
        try {
            Buffer buffer;
            if (auto found = unpacked(buffer.read(path, UINT32_MAX), key)) return *std::move(found);
        } catch (const Error&) {
            // not there yet
        }
        Layers layers = recognised(bytes, input);
        write_file(path, packed(layers, key));
        return layers;
    }

    // Of the programs and the data: other ones may read other things.
    std::string versions() {
        std::call_once(versions_once_, [&] {
            for (const Program& program : {Program{{"pdftotext", "-v"}, {}}, Program{{"tesseract", "--version"}, {}},
                                           Program{{"tesseract", "--list-langs"}, {}}}) {
                const Ran ran = programs_.run(program);
                versions_ += fmt::format("{}\n{}\n{}\n", static_cast<int>(ran.end), ran.output, ran.errors);
            }
        });
        return versions_;
    }

    const std::vector<std::string>& data() {
        const std::lock_guard lock(data_mutex_);
        if (!data_) data_ = installed_data(programs_);
        return *data_;
    }

    // ---- the programs ----------------------------------------------------------------------------------------------

    Layers recognised(std::string_view bytes, const Input& input) {
        const TemporaryFolder folder;
        put_source(folder.path(), input.path, bytes);
        const auto format = picture_format(bytes);
        Layers out = format == "pdf" ? from_pdf(folder.path()) : from_image(folder.path());
        out.format = format;
        return out;
    }

    Layers from_image(const std::string& folder) {
        Layers out;
        OcrLanguage language(programs_, options_.language, data());
        Reading reading;
        try {
            reading = language.read(folder, "source");
        } catch (const Failed& error) {
            throw Error(Error::Code::format, "", fmt::format("this image cannot be read: {}", error.what()),
                        "another program may save it as PNG");
        }
        say(reading, 1, language, out.notes);
        out.list.push_back({"#p1.hocr", "hocr", std::move(reading.hocr)});
        return out;
    }

    Layers from_pdf(const std::string& folder) {
        const std::string text = text_layer(folder);
        const auto pages = pages_of(text);
        if (pages.empty()) throw Error(Error::Code::format, "", "this PDF has no pages");
        Layers out;
        std::vector<std::size_t> pictures;
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (!pages[i].has_text()) pictures.push_back(i);
        if (pictures.empty()) {
            out.list.push_back({"#text.xhtml", "bbox", text});
            return out;
        }
        for (std::size_t i = 0; i < pages.size(); ++i)
            out.list.push_back({fmt::format("#p{}.xhtml", i + 1), "bbox", std::string(pages[i].bytes)});
        recognise_pages(folder, pages, pictures, out);
        return out;
    }

    std::string text_layer(const std::string& folder) {
        const Program program{{"pdftotext", "-bbox-layout", "-enc", "UTF-8", "source", "-"}, folder};
        Ran ran = programs_.run(program);
        if (ran.end == Ran::End::exited && ran.code != 0) {
            if (ran.errors.find("Incorrect password") != std::string::npos)
                throw Error(Error::Code::format, "", "this PDF is encrypted",
                            "take the password off it first: qpdf --decrypt --password=... FILE OUT");
            throw Error(Error::Code::format, "", "this PDF cannot be read: " + what_went_wrong(program, ran),
                        "mutool clean FILE OUT may mend it");
        }
        if (!ran.succeeded()) return programs_.output_of(program);  // says what to do
        return std::move(ran.output);
    }

    void recognise_pages(const std::string& folder, const std::vector<LayerPage>& pages,
                         const std::vector<std::size_t>& pictures, Layers& out) {
        std::optional<OcrLanguage> language;
        try {
            language.emplace(programs_, options_.language, data());
        } catch (const Error& error) {
            // Without tesseract, a PDF with some text is read as far as it goes.
            if (pictures.size() == pages.size() &&
                std::all_of(pages.begin(), pages.end(), [](const LayerPage& page) { return page.chars == 0; }))
                throw Error(Error::Code::io, "", fmt::format("this PDF has no text layer, and {}", error.what()));
            for (const std::size_t i : pictures)
                if (pages[i].chars == 0)
                    out.notes.push_back(note(Severity::warning, i + 1,
                                             fmt::format("this page has no text layer, and {}", error.what())));
            return;
        }
        std::vector<std::vector<Note>> notes(pictures.size());
        std::vector<std::string> faults(pictures.size());
        const auto read = [&](std::size_t n) {
            const std::size_t i = pictures[n];
            try {
                recognise_page(folder, i, pages[i], *language, out.list[i], notes[n]);
            } catch (const Error& error) {
                faults[n] = error.what();
                notes[n].push_back(note(Severity::warning, i + 1, "this page could not be recognised: " + faults[n]));
            }
        };
        std::size_t first = 0;
        while (first < pictures.size() && !language->is_settled()) read(first++);
        in_threads(first, pictures.size(), options_.jobs, read);
        if (pictures.size() == pages.size() &&
            std::none_of(faults.begin(), faults.end(), [](const std::string& fault) { return fault.empty(); }))
            throw Error(Error::Code::io, "", "no page could be recognised: " + faults.front());
        for (auto& of_page : notes) std::move(of_page.begin(), of_page.end(), std::back_inserter(out.notes));
    }

    void recognise_page(const std::string& folder, std::size_t i, const LayerPage& page, OcrLanguage& language,
                        Layer& layer, std::vector<Note>& notes) {
        const float resolution = resolution_for(page);
        if (resolution < best_resolution)
            notes.push_back(
                note(Severity::info, i + 1, fmt::format("a large page: recognised at {} dots per inch", resolution)));
        const std::string number = std::to_string(i + 1), name = "p" + number;
        (void)programs_.output_of({{"pdftoppm", "-r", fmt::format("{}", resolution), "-png", "-f", number, "-l", number,
                                    "-singlefile", "source", name},
                                   folder});
        const std::string picture = name + ".png";
        if (::access((folder + "/" + picture).c_str(), R_OK) != 0)
            throw Error(Error::Code::io, "", "pdftoppm made no picture of it");
        Reading reading = language.read(folder, picture);
        ::unlink((folder + "/" + picture).c_str());
        if (reading.chars <= 2 * page.chars) return;  // a short page, and all of it is in the text layer
        say(reading, i + 1, language, notes);
        layer = {
            fmt::format("#p{}.hocr", i + 1), "hocr", std::move(reading.hocr), page.width, page.height, 72 / resolution};
    }

    static void say(const Reading& reading, std::size_t page, const OcrLanguage& language, std::vector<Note>& notes) {
        if (reading.chars == 0) return;
        const bool badly = reading.confidence < read_badly;
        notes.push_back(note(badly ? Severity::warning : Severity::info, page,
                             fmt::format("recognised as {}, mean confidence {:.2f}{}", reading.data, reading.confidence,
                                         badly ? ": " + language.hint() : std::string())));
    }

    const RecogniseOptions options_;
    Programs programs_;
    std::once_flag versions_once_;
    std::string versions_;
    std::mutex data_mutex_;
    std::optional<std::vector<std::string>> data_;
};

Recogniser::Recogniser(RecogniseOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Recogniser::~Recogniser() = default;

Document Recogniser::read(std::string_view bytes, const Input& input, const ReadOptions& options) {
    return state_->read(bytes, input, options);
}

}  // namespace broadsheet::app
