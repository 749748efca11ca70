// A descriptor of the system that is closed when it goes.
#pragma once

#include <unistd.h>

#include <utility>

namespace broadsheet::app {

class Descriptor {
public:
    explicit Descriptor(int value = -1) : value_(value) {}
    ~Descriptor() { (void)close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            (void)close();
            value_ = std::exchange(other.value_, -1);
        }
        return *this;
    }

    [[nodiscard]] int get() const { return value_; }
    // False with errno set where what was written may be lost. The standard streams stay open.
    [[nodiscard]] bool close() {
        if (value_ <= STDERR_FILENO) return true;
        return ::close(std::exchange(value_, -1)) == 0;
    }

private:
    int value_;
};

}  // namespace broadsheet::app
