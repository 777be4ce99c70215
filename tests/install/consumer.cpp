#include <rolewright/rolewright.hpp>

#include <iostream>

int main() {
    const auto engine = rolewright::engine::create();
    if (!engine) return 1;
    const auto result = engine->review("Clerk\n\nYou will maintain spreadsheets to track our spending.\n");
    if (!result) return 1;
    std::cout << to_string(*result->adverts.front().card.mention) << '\n';
}
