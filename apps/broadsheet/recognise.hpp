// PDF and images: their text by poppler's pdftotext and pdftoppm and by tesseract, run as programs.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "inputs.hpp"
#include "ocr_data.hpp"

namespace broadsheet::app {

struct RecogniseOptions {
    Wanted language;
    std::chrono::seconds timeout{600};  // for each program that is run
    std::string cache;                  // folder; empty: none
    std::string keep;                   // folder for the layers; empty: they are not kept
    unsigned jobs = 1;                  // programs at a time
};

// May be used by several threads at once.
class Recogniser {
public:
    explicit Recogniser(RecogniseOptions options);
    ~Recogniser();
    Recogniser(const Recogniser&) = delete;
    Recogniser& operator=(const Recogniser&) = delete;

    // What read() is for other inputs.
    // @param bytes of the input, of a picture_format()
    // @throws Error
    [[nodiscard]] Document read(std::string_view bytes, const Input& input, const ReadOptions& options);

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::app
