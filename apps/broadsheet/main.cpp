// Stub: broadsheet extract --to json FILE
#include <broadsheet/broadsheet.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>

int main(int argc, char** argv) {
    std::ifstream in(argv[argc - 1], std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    broadsheet::WriteOptions o;
    o.to = "json";
    const auto d = broadsheet::process(bytes);
    const auto out = broadsheet::write(d, o);
    std::fwrite(out.data(), 1, out.size(), stdout);
    if (const auto fault = broadsheet::check(d); !fault.empty()) std::fprintf(stderr, "%s\n", fault.c_str());
}
