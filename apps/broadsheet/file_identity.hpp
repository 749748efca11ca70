// Which file it is, whatever it is called: links to it are the same.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <utility>

namespace broadsheet::app {

using FileIdentity = std::pair<dev_t, ino_t>;

// Nothing for what is neither a file nor a folder (pipes and devices keep nothing that could be lost), or not there.
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::string& path);
[[nodiscard]] std::optional<FileIdentity> identity_of(int descriptor);

}  // namespace broadsheet::app
