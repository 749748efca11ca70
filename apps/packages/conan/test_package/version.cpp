#include <broadsheet/broadsheet.hpp>
#include <iostream>

int main() {
    const broadsheet::Document page = broadsheet::process("FERRY CLOSED\n\nThe ferry has made its last crossing.\n");
    std::cout << broadsheet::version << ": " << page.articles.size() << " article\n";
    return page.articles.size() == 1 ? 0 : 1;
}
