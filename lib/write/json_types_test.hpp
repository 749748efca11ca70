// What tests of records share: tools that read them infer a schema.
#pragma once

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace broadsheet::test {

// Path and type of every value; a list that holds any decimal is one of decimals. An empty list has no type for its
// members, so none may come.
inline void add_types(const nlohmann::json& value, const std::string& path, std::map<std::string, std::string>& out) {
    std::string type = value.type_name();
    if (value.is_number()) type = value.is_number_float() ? "float" : "integer";
    std::string& known = out.emplace(path, type).first->second;
    if (known == "integer" && type == "float") known = type;
    CHECK((known == type || (known == "float" && type == "integer")));
    if (value.is_object())
        for (const auto& [key, one] : value.items()) add_types(one, path + "/" + key, out);
    if (value.is_array()) {
        CHECK_FALSE(value.empty());
        for (const auto& one : value) add_types(one, path + "/[]", out);
    }
}

inline std::map<std::string, std::string> types_of(const nlohmann::json& value) {
    std::map<std::string, std::string> out;
    add_types(value, "", out);
    return out;
}

}  // namespace broadsheet::test
