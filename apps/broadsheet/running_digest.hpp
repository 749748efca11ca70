// The digest of broadsheet::describe() for bytes that come one after another.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace broadsheet::app {

class RunningDigest {
public:
    RunningDigest();
    ~RunningDigest();
    RunningDigest(const RunningDigest&) = delete;
    RunningDigest& operator=(const RunningDigest&) = delete;

    void add(const char* data, std::size_t size);
    // "xxh3:" and 32 hexadecimal digits, of all bytes so far
    [[nodiscard]] std::string value() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::app
