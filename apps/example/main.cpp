// The smallest program with Broadsheet: the articles of a page, with the place of each headline in the file.
#include <broadsheet/broadsheet.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: example FILE\n";
        return 2;
    }
    try {
        std::ifstream file(argv[1], std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), {});

        const broadsheet::Document page = broadsheet::process(bytes);
        for (const broadsheet::Article& article : page.articles) {
            std::cout << "== " << article.id << ' ' << article.lang << '\n';
            for (const auto index : article.blocks) {
                const broadsheet::Block& block = page.blocks[index];
                if (block.role == broadsheet::Role::headline) {
                    const auto places = broadsheet::spans(page, block);
                    std::cout << "line " << places.front().line << ": ";
                }
                std::cout << broadsheet::render(page, block) << '\n';
            }
        }
    } catch (const broadsheet::Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
