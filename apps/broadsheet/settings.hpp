// What the command line asks for.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::app {

enum class Command : std::uint8_t { extract, repair, explain, words, pipe, eval, annotate, list };

// In the order in which it is read best.
struct Settings {  // NOLINT(clang-analyzer-optin.performance.Padding)
    Command command = Command::extract;
    bool named = false;               // the command stands on the command line
    std::vector<std::string> inputs;  // as given; for `list` the names of tables
    Options process;
    WriteOptions write;
    std::string output;                          // folder; empty: standard output
    std::vector<std::string> words;              // files of words
    std::string dictionaries = "auto";           // auto, none, or a folder
    unsigned jobs = 0;                           // 0: as many as there are processors
    std::string ocr_lang;                        // PDF and images
    unsigned ocr_timeout = 600;                  // seconds
    std::string cache, keep_work;                // folders; empty: none
    std::string image;                           // html: a picture of the page, or a folder of them
    bool keep_furniture = false;                 // repair
    std::uint32_t only_line = 0;                 // explain; 0: all lines
    bool margin = false;                         // explain: the page with marks beside its lines
    double fuzzy = 1;                            // eval
    bool show = false;                           // eval
    bool plain = false;                          // eval: PREDICTED is text of another program
    std::string page;                            // eval: the page that GOLD counts lines of; empty: the one it names
    bool issue = false;                          // each folder is one input
    PipeOptions pipe;                            // pipe; what other commands have too stands in process and write
    std::string provenance, attributes, errors;  // pipe: files, with -o folders; empty: none
    std::string stats;                           // pipe: a file; empty: none
    unsigned shard = 0, shards = 1;              // pipe: those whose number divided by `shards` leaves `shard`
    bool exit_zero = false;                      // pipe: bad records do not count as failures
    std::string gist;                            // all given options that the output depends on, but for --words
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    bool version = false;
    std::vector<std::string> warnings;  // options that are taken and do nothing
};

}  // namespace broadsheet::app
