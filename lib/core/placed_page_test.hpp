// For tests: a page whose lines have places.
#pragma once

#include <fmt/format.h>

#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

namespace broadsheet {

// A page in ALTO, line by line.
class Sheet {
public:
    Sheet& line(float left, float top, float right, std::string_view text, float height = 20) {
        lines_ += fmt::format(
            R"(<TextBlock ID="b{}"><TextLine HPOS="{}" VPOS="{}" WIDTH="{}" HEIGHT="{}"><String CONTENT="{}" HPOS="{}" VPOS="{}" WIDTH="{}" HEIGHT="{}"/></TextLine></TextBlock>)",
            ++count_, left, top, right - left, height, text, left, top, right - left, height);
        return *this;
    }
    // Full lines of a column, the first one indented, the last one short.
    Sheet& column(float left, float top, float width, int rows) {
        for (int i = 0; i < rows; ++i) {
            const float begin = i == 0 ? left + 20 : left;
            const float end = i + 1 == rows ? left + width / 2 : left + width;
            const auto chars = static_cast<std::size_t>((end - begin) / 10);
            std::string text;
            while (text.size() < chars) text += "goods and ships ";
            text.resize(chars);
            if (i + 1 == rows) text.back() = '.';
            line(begin, top + 30 * static_cast<float>(i), end, text);
        }
        return *this;
    }
    [[nodiscard]] std::string alto() const {
        return "<alto><Layout><Page WIDTH=\"2000\" HEIGHT=\"3000\"><PrintSpace>" + lines_ +
               "</PrintSpace></Page></Layout></alto>";
    }
    [[nodiscard]] Document repaired(Writing writing = Writing::detect) const {
        Document d = read(alto());
        RepairOptions options;
        options.writing = writing;
        repair(d, options);
        REQUIRE(check(d).empty());
        return d;
    }

private:
    std::string lines_;
    int count_ = 0;
};

}  // namespace broadsheet
