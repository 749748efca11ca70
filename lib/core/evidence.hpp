// Evidence: a decision is a sum of named features, each with a weight from one table, so that it can be explained.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

struct Feature {
    std::string_view name;
    float weight;
};

// The sum of the features that speak for a decision (above 0) and against it (below).
class Evidence {
public:
    explicit Evidence(bool explain = false) : explain_(explain) {}

    // A sum made before.
    explicit Evidence(float sum) : sum_(sum), explain_(false) {}

    void add(const Feature& feature, float amount = 1) {
        const float part = feature.weight * amount;
        if (part > -0.01F && part < 0.01F) return;
        sum_ += part;
        if (explain_) say(feature.name, part);
    }

    [[nodiscard]] float sum() const { return sum_; }
    [[nodiscard]] const std::string& why() const { return why_; }

private:
    void say(std::string_view name, float part);

    float sum_ = 0;
    bool explain_;
    std::string why_;
};

}  // namespace broadsheet
