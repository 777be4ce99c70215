// Names with the same words.
#include "support/catch.hpp"

#include "text/same_words.hpp"

using rolewright::text::holds_phrase;
using rolewright::text::holds_words;

TEST_CASE("words are the same whatever their order, case and marks") {
    CHECK(holds_words("Staff Nurse - Ward 4", "staff nurse"));
    CHECK(holds_words("Kirkland, WA", "KIRKLAND wa"));
    CHECK(holds_words("anything", ""));
    CHECK(holds_words("Gwasanaeth Tân, Sir Fôn", "Sir Fon") == holds_words("Gwasanaeth Tan, Sir Fon", "Sir Fôn"));
    CHECK_FALSE(holds_words("Staff Nursery", "Staff Nurse"));
    CHECK_FALSE(holds_words("Staff", "Staff Nurse"));
    CHECK_FALSE(holds_words("", "Staff"));
}

TEST_CASE("a phrase stands as whole words") {
    CHECK(holds_phrase("We are MILL  Trust.", "Mill Trust"));
    CHECK_FALSE(holds_phrase("We make aids.", "aid"));
    CHECK_FALSE(holds_phrase("A trust with a mill", "Mill Trust"));
    CHECK_FALSE(holds_phrase("Mill Trust", ""));
}
