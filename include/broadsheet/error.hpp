/// @file
/// What ends a run. Everything that does not (broken text, odd encodings) is a Note in the document instead.
#pragma once

#include <stdexcept>
#include <string>

#include "broadsheet/export.hpp"

namespace broadsheet {

class BROADSHEET_API Error : public std::runtime_error {
public:
    enum class Code {
        io,        ///< a file cannot be read or written
        format,    ///< the input is of no format that can be read (a binary file)
        encoding,  ///< the encoding asked for is not known
        limit,     ///< a limit was passed (bytes, lines)
        option,    ///< a value that an option does not take
        internal,  ///< a bug: please report it
    };

    /// @param remedy what the user can do; appended to the message
    Error(Code code, const std::string& source, const std::string& message, const std::string& remedy = {})
        : std::runtime_error((source.empty() ? message : source + ": " + message) +
                             (remedy.empty() ? std::string() : " (" + remedy + ")")),
          code_(code),
          source_(source) {}

    [[nodiscard]] Code code() const { return code_; }
    /// The name of the input, as the caller gave it; may be empty.
    [[nodiscard]] const std::string& source() const { return source_; }

private:
    Code code_;
    std::string source_;
};

/// Work was ended before it was done, because a stop was requested (ReadOptions::stop and its like). A limit like
/// others.
class BROADSHEET_API Stopped : public Error {
public:
    explicit Stopped(const std::string& source) : Error(Code::limit, source, "it was stopped before it was done") {}
};

}  // namespace broadsheet
