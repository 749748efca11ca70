// Pictures of pages, read by tesseract.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <vector>

#include "ocr_data.hpp"
#include "programs.hpp"

namespace broadsheet::app {

inline constexpr unsigned most_programs = 1024;

// A program ended with an exit code that says that it did not do its work.
class Failed : public Error {
public:
    using Error::Error;
};

// Runs no more programs at a time than it was told.
class Programs {
public:
    Programs(unsigned at_a_time, std::chrono::seconds timeout) : free_(at_a_time), timeout_(timeout) {}

    Ran run(Program program);
    // The same, for one that must succeed.
    // @throws Error with what to do where it does not
    std::string output_of(Program program);

private:
    std::counting_semaphore<most_programs> free_;
    std::chrono::seconds timeout_;
};

// What to do about a program that is not installed.
[[nodiscard]] std::string remedy_for_missing(std::string_view program);

// How well a page was read.
struct Reading {
    std::string hocr;
    std::string data;       // the language data that read it
    std::size_t chars = 0;  // of its words
    double confidence = 0;  // mean, 0 to 1
};

// The data that reads the pages of one input. Found out on its first pages with enough text, then kept.
class OcrLanguage {
public:
    OcrLanguage(Programs& programs, const Wanted& wanted, const std::vector<std::string>& installed)
        : programs_(programs), wanted_(wanted), installed_(installed) {}

    // @param folder where the picture lies; its name goes into the hOCR
    // @throws Error
    [[nodiscard]] Reading read(const std::string& folder, const std::string& picture);

    [[nodiscard]] bool is_settled() const { return !settled_.empty(); }
    // What to say of a page that was read badly.
    [[nodiscard]] std::string hint() const { return data_hint(script_, installed_); }

private:
    Reading read_with(const std::string& folder, const std::string& picture, const std::string& data);
    std::string script_of(const std::string& folder, const std::string& picture);

    Programs& programs_;
    const Wanted& wanted_;
    const std::vector<std::string>& installed_;
    std::string settled_;
    std::string script_;
};

// Data whose mean confidence is less has hardly read the page.
inline constexpr double read_badly = 0.6;

// The installed data.
// @throws Error where tesseract is missing
[[nodiscard]] std::vector<std::string> installed_data(Programs& programs);

}  // namespace broadsheet::app
