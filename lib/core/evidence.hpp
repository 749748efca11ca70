// Evidence: a decision is a sum of named features, each with a weight from one table, so that it can be explained.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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
        if (explain_) said_.push_back({feature.name, part});
    }

    [[nodiscard]] float sum() const { return sum_; }
    // The features with their parts, the sum, and which of them alone has tipped it over the limit: without it the
    // decision would be another. Empty unless made to explain.
    [[nodiscard]] std::string why(float limit = 0) const;

private:
    float sum_ = 0;
    bool explain_;
    std::vector<Feature> said_;
};

}  // namespace broadsheet
