// What a picture is, and how other programs get it.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::app {

// "pdf", "png", ... by the first bytes; empty: nothing that has to be recognised.
[[nodiscard]] std::string_view picture_format(std::string_view bytes);

// Puts an input into a folder as "source": a link where it is a file, else its bytes. The programs get a short name
// that is always the same: an hOCR holds it, and no name is an option or a URL.
// @throws OutputError
void put_source(const std::string& folder, const std::string& path, std::string_view bytes);

}  // namespace broadsheet::app
