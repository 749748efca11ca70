#include "words.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "files.hpp"

namespace broadsheet::app {

void Collection::add(const Lexicon& words) {
    const std::lock_guard lock(mutex_);
    words_.merge(words);
}

std::string Collection::save() const {
    const std::lock_guard lock(mutex_);
    return words_.save();
}

std::shared_ptr<const Lexicon> load_words(const std::vector<std::string>& paths, std::uint64_t max_bytes) {
    if (paths.empty()) return nullptr;
    auto out = std::make_shared<Lexicon>();
    Buffer buffer;
    for (const std::string& path : paths) {
        struct stat info {};
        if (path != "-" && ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode))
            throw Error(Error::Code::io, path, "is a folder", "--words takes a file that `broadsheet words` wrote");
        out->merge(Lexicon::load(buffer.read(path, max_bytes), path));
    }
    return out;
}

std::string emptied_input(const std::vector<Input>& inputs) {
    struct stat out {};
    if (::fstat(STDOUT_FILENO, &out) != 0 || !S_ISREG(out.st_mode)) return {};
    for (const Input& input : inputs) {
        struct stat in {};
        if (::stat(input.path.c_str(), &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino)
            return input.path;
    }
    return {};
}

}  // namespace broadsheet::app
