#include "support/catch.hpp"

#include "support/corpus.hpp"

#include "text/characters.hpp"
#include "text/inflection.hpp"
#include "text/message_format.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

using namespace rolewright;

namespace {

// "word", a mark for what stands before it, "!" for capitals: "e -mail ,x".
std::string printed(std::string_view text) {
    std::vector<text::token> tokens;
    const text::lexicon none;
    text::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, none, tokens);
    std::string out;
    for (const auto & t : tokens) {
        if (!out.empty()) out += ' ';
        if (t.before == text::gap_before::joiner) out += '-';
        if (t.before == text::gap_before::breaker) out += ',';
        out += text::fold(t.text.of(text));
        if (t.capitals) out += '!';
    }
    return out;
}

std::string joined(const std::vector<std::string> & words) {
    std::string out;
    for (const auto & w : words) out += (out.empty() ? "" : " ") + w;
    return out;
}

}  // namespace

TEST_CASE("text comes apart into words") {
    const std::pair<std::string, std::string> rows[] = {
        {"Good IT skills", "good it! skills"},
        {"e-mail, calendars; and R&D", "e -mail ,calendars ,and r -d"},
        {"£24,000 to £28,500.50 (37.5 hours).", "-24,000 to -28,500.50 -37.5 hours"},
        {"R&amp;D, health &amp; safety&#59; more &#x41; &unknown; IT&HR; &amp", "r -d ,health -safety -more -unknown ,it! -hr! ,amp"},
        {"C++ and C# developers", "c++ and c# developers"},
        {"People's and constituents’ e‑mails", "people and constituents -e -mails"},
        {"don't", "don't"},
        {"Sixers seventh eightlet NINELETTR don", "sixers seventh eightlet ninelettr! don"},
        {"Fifteen-letterS sixteen_letters_ XvcommunicationX seventeenletters1", "fifteen -letters sixteen -letters -xvcommunicationx seventeenletters1"},
        {"Don't, fifteenletterss's AND incomprehensib, SIXTEENLETTERSSS.", "don't ,fifteenletterss and! incomprehensib ,sixteenlettersss!"},
        {"A1b2c3d 3.5kg,x", "a1b2c3d 3.5kg ,x"},
        {"Café Zürich", "cafe zurich"},
        {"Node.js", "node -js"},
        {"I.T. packages in the U.K. Now.", "i -t packages in the u -k now"},
        {"one\ntwo", "one two"},
        {"• Lead • Help", ",lead ,help"},
        {"so\xC2\xAD" "ft", "soft"},
        {"\xFF\xFE bad bytes", ",bad bytes"},
        {"", ""},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(printed(text) == expected);
    }
}

// The fast way through plain words must tell the same as a slow look at each word.
TEST_CASE("every word of every advert is found as it folds") {
    for (const auto & file : support::adverts()) {
        text::lexicon words;
        std::vector<text::token> tokens;
        const range all{0, static_cast<std::uint32_t>(file.bytes.size())};
        text::tokenize(file.bytes, all, words, tokens);
        for (const auto & t : tokens) words.add(text::fold(t.text.of(file.bytes)));
        std::vector<text::token> again;
        text::tokenize(file.bytes, all, words, again);
        REQUIRE(again.size() == tokens.size());
        for (const auto & t : again) {
            const auto word = t.text.of(file.bytes);
            INFO(file.path << ": " << word);
            REQUIRE(words.spelling(t.word) == text::fold(word));
            std::size_t letters = 0, uppers = 0, digits = 0;
            for (std::size_t i = 0; i < word.size();) {
                const auto c = text::next_code_point(word, i);
                digits += text::class_of(c) == text::char_class::digit;
                letters += text::class_of(c) == text::char_class::letter;
                uppers += text::is_upper(c);
            }
            CHECK(t.digits == (digits > 0));
            CHECK((!t.plain || std::all_of(word.begin(), word.end(), [](char c) { return text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z'; })));
            CHECK(t.capitals == (uppers >= 2 && uppers == letters));
        }
    }
}

TEST_CASE("plain messages are filled as ICU fills them") {
    const text::message_arg args[] = {{"quote", std::string("it's {here}")}, {"count", std::int64_t{7}}, {"many", std::int64_t{1234}}};
    const std::pair<std::string, std::string> rows[] = {
        {"{quote} stands", "it's {here} stands"},
        {"don't say {quote}", "don't say it's {here}"},
        {"it''s {count}", "it's 7"},
        {"'{quote}' is {count}", "{quote} is 7"},
        {"{count} of {many}", "7 of 1,234"},
        {"{count, plural, one {# line} other {# lines}}", "7 lines"},
        {"{ quote }", "it's {here}"},
        {"nothing", "nothing"},
    };
    for (const auto & [pattern, expected] : rows) {
        INFO(pattern);
        const auto made = text::format_message(pattern, args, "en_GB");
        REQUIRE(made);
        CHECK(*made == expected);
    }
    CHECK_FALSE(text::format_message("{quote", args, "en_GB"));
    CHECK_FALSE(text::format_message("quote}{", args, "en_GB"));
}

TEST_CASE("a lexicon finds words and the longest prefix") {
    text::lexicon words;
    const auto data = words.add("data");
    const auto dat = words.add_prefix("dat"), da = words.add_prefix("da");
    CHECK(words.find("data") == data);
    CHECK(words.find("dates") == dat);
    CHECK(words.find("dark") == da);
    CHECK(words.find("other") == text::no_word);
    CHECK(words.add("data") == data);
    const auto x = words.add_prefix("x");
    CHECK(words.find("x") == x);
    CHECK(words.find("xylophone") == x);
    std::vector<text::word_id> begun;
    words.prefixes_of("data", begun);
    CHECK(begun == std::vector{da, dat});
    for (int i = 0; i < 1000; ++i) words.add("w" + std::to_string(i));
    CHECK(words.find("w999") != text::no_word);
    CHECK(words.spelling(words.find("w123")) == "w123");
}

TEST_CASE("a lexicon tells words and prefixes of every length apart") {
    constexpr std::size_t longest = 40;
    text::lexicon words;
    std::string spelling;
    std::vector<text::word_id> whole, begun;
    for (std::size_t n = 0; n < longest; ++n) {
        spelling += static_cast<char>('a' + n % 25);
        whole.push_back(words.add(spelling));
        begun.push_back(words.add_prefix(spelling));
    }
    for (std::size_t n = 1; n <= longest; ++n) {
        const auto word = spelling.substr(0, n);
        INFO(word);
        CHECK(words.find(word) == whole[n - 1]);
        CHECK(words.find(word + "zz") == begun[n - 1]);
        CHECK(words.spelling(begun[n - 1]) == word);
        std::vector<text::word_id> prefixes;
        words.prefixes_of(word, prefixes);
        CHECK(prefixes == std::vector(begun.begin(), begun.begin() + static_cast<std::ptrdiff_t>(n)));
    }
}

TEST_CASE("words take the forms that the rules give them") {
    text::inflection_rules rules;
    rules.vowels = "aeiou";
    rules.suffixes = {{"", {"s", "ed", "ing"}}, {"e", {"es", "ed", "ing"}}, {"^Cy", {"ies", "ied", "ying"}}};
    rules.irregular = {{"write", "writes", "wrote", "written", "writing"}};
    rules.spellings = {{"organise", "organize"}};
    const text::inflector forms(rules);
    CHECK(joined(forms.forms("maintain")) == "maintain maintains maintained maintaining");
    CHECK(joined(forms.forms("tidy")) == "tidy tidies tidied tidying");
    CHECK(joined(forms.forms("play")) == "play plays played playing");
    CHECK(joined(forms.forms("wrote")) == "wrote write writes written writing");
    CHECK(joined(forms.forms("organise")) == "organise organises organised organising organize organizes organized organizing");
    CHECK(joined(forms.spellings("organize")) == "organize organise");
}

TEST_CASE("sentences end where a thought does") {
    const std::unordered_set<std::string> abbreviations{"e.g.", "mr.", "approx."};
    const std::unordered_set<std::string> openers{"experience", "be", "knowledge", "website"};
    text::lexicon words;
    words.add("powerpoint");
    const std::pair<std::string, std::string> rows[] = {
        {"One thing. Another thing.", "One thing.|Another thing."},
        {"Use tools, e.g. Excel. Ask Mr. Hill.", "Use tools, e.g. Excel.|Ask Mr. Hill."},
        {"Approx. 20 hours. Version 3.5 is out.", "Approx. 20 hours.|Version 3.5 is out."},
        {"You need experience.You will help.", "You need experience.|You will help."},
        {"Two years requiredFamiliarity with tills", "Two years required|Familiarity with tills"},
        {"Make PowerPoint slides", "Make PowerPoint slides"},
        {"See www.Example.Org or ask", "See www.Example.Org or ask"},
        {"Help (ask first. Always.) and smile.", "Help (ask first. Always.) and smile."},
        {"Really? Yes! Good.", "Really?|Yes!|Good."},
        {"J. Smith leads", "J. Smith leads"},
        {"Use of our CMSExperience with maps", "Use of our CMS|Experience with maps"},
        {"Lead two teamsBe kind", "Lead two teams|Be kind"},
        {"Know Spring and JMS.Experience with maps", "Know Spring and JMS.|Experience with maps"},
        {"good at code.\xC2\xA0Knowledge of maps", "good at code.|Knowledge of maps"},
        {"Skills- 5 years of maps- Experience with tills", "Skills|5 years of maps|Experience with tills"},
        {"It involves:-Taking calls-Filing letters-CV searching", "It involves:|Taking calls|Filing letters|CV searching"},
        {"A post-Brexit role for a non-Welsh speaker", "A post-Brexit role for a non-Welsh speaker"},
        {"A well-known twenty- Two-year plan", "A well-known twenty- Two-year plan"},
        {"Hours: 20      Experience of maps", "Hours: 20|Experience of maps"},
        {"Hours: 20 \xC2\xA0 \xC2\xA0" "Experience of maps", "Hours: 20|Experience of maps"},
        {"Our WordBe app", "Our WordBe app"},
        {"Use our toolsCISSP is welcome", "Use our tools|CISSP is welcome"},
        {"Runs on macOS or iOS", "Runs on macOS or iOS"},
        {"Work towards itExperience with maps", "Work towards it|Experience with maps"},
        {"You know Elastic SearchKnowledge of maps", "You know Elastic Search|Knowledge of maps"},
    };
    for (const auto & [text, expected] : rows) {
        std::vector<range> found;
        text::sentences(text, {0, static_cast<std::uint32_t>(text.size())}, {abbreviations, openers, words}, found);
        std::string out;
        for (const auto & r : found) out += (out.empty() ? "" : "|") + std::string(r.of(text));
        CHECK(out == expected);
    }
}
