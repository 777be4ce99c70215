#include "support/catch.hpp"

#include "advert/heard.hpp"

#include <string>
#include <vector>

using rolewright::adverts::heard;

TEST_CASE("a text is new once, until all is forgotten") {
    constexpr int many = 300;
    std::vector<std::string> texts;
    for (int i = 0; i < many; ++i) texts.push_back("said " + std::to_string(i));
    heard all;
    for (int round = 0; round < 3; ++round) {
        for (const auto & t : texts) CHECK(all.is_new(t));
        for (const auto & t : texts) CHECK_FALSE(all.is_new(std::string(t)));
        CHECK(all.is_new(""));
        CHECK_FALSE(all.is_new(""));
        all.forget_all();
    }
}
