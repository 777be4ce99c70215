// Whole pages: the advert among what surrounds it, several adverts, no advert, and what pages say as data.
#include "read/page_signs.hpp"
#include "support/catch.hpp"
#include "support/printed.hpp"

#include <rolewright/document.hpp>

#include <algorithm>

using namespace rolewright;
using namespace rolewright::readers;

namespace {

std::string page(const std::string & body) { return "<!DOCTYPE html><html><head><title>Jobs</title></head><body>" + body + "</body></html>"; }

std::string read_page(const std::string & bytes) {
    const auto made = read(bytes);
    if (!made) return made.error().message;
    std::string out;
    for (const auto & d : made->documents) out += (out.empty() ? "" : "--\n") + support::printed(d);
    return made->documents.empty() ? "none" : out;
}

// The words that are the advert's.
std::string advert_in(const std::string & bytes) {
    const auto made = read(bytes);
    if (!made) return made.error().message;
    std::string out;
    for (const auto & d : made->documents) {
        if (!out.empty()) out += "--\n";
        for (const auto & b : d.blocks)
            if (b.area == block_area::main) out += std::string(b.text.of(d.text)) + "\n";
    }
    return made->documents.empty() ? "none" : out;
}

const std::string duties = "<p>You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.</p>";
const std::string duties_text = "You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.\n";

struct row {
    std::string what, html, expected;
};

void check(const std::vector<row> & rows) {
    for (const auto & [what, html, expected] : rows) {
        INFO(what << "\n" << html);
        CHECK(advert_in(page(html)) == expected);
    }
}

}  // namespace

TEST_CASE("what surrounds an advert is chrome") {
    check({
        {"landmarks", "<header><a href='/'>Acme</a><p>Acme: paper for all</p></header><nav><a href='/a'>Home</a></nav><h1>Clerk</h1>" + duties + "<aside><p>Read our blog</p></aside><footer><p>Acme Ltd, Leeds</p></footer>",
         "Clerk\n" + duties_text},
        {"a title in the header of the page", "<header><p>Acme</p><h1>Clerk</h1></header>" + duties, "Acme\nClerk\n" + duties_text},
        {"roles", "<div role='navigation'><p>Home and more</p></div><div role='main'><h1>Clerk</h1>" + duties + "</div><div role='contentinfo'>Acme Ltd</div>", "Clerk\n" + duties_text},
        {"main alone counts, and the title before it", "<div><h1>Clerk</h1></div><main>" + duties + "</main><div>Something else entirely</div>", "Clerk\n" + duties_text},
        {"names, however they are written", "<div class='siteNavigation'>Where to go</div><div id=\"iCIMS_Navigation\">Back</div><h1>Clerk</h1>" + duties + "<div class='cookie-banner'><p>We use cookies to make this site better.</p></div>", "Clerk\n" + duties_text},
        {"what a link does with the advert", "<h1>Clerk</h1>" + duties + "<p><a href='/p'>Print this job</a></p><p>Apply by 1 June.</p><p><a href='/f'>Refer a friend</a></p><p>Write to Jo.</p><p>Save</p><p>It is nice here.</p>",
         "Clerk\n" + duties_text + "Apply by 1 June.\nWrite to Jo.\nSave\nIt is nice here.\n"},
        {"what a site says beside it", "<h1>Clerk</h1><h4>Over 200 applicants</h4><p>See who Acme has hired for this role</p>" + duties, "Clerk\n" + duties_text},
        {"the heading of a form", "<h1>Clerk</h1>" + duties + "<div class='ask'><h2>Your details</h2><p>All of them</p><form><label>Name</label><input><label>Street</label><input><label>Town</label><input></form></div><p>Ask for Jo.</p>",
         "Clerk\n" + duties_text + "Ask for Jo.\n"},
        {"a name that speaks of what is around", "<div class='has-sidebar no-menu'><h1>Clerk</h1>" + duties + "</div>", "Clerk\n" + duties_text},
        {"a name that is the advert's own", "<h1>Clerk</h1>" + duties + "<div class='job-sidebar'><p>Part of a large group.</p></div>", "Clerk\n" + duties_text + "Part of a large group.\n"},
        {"facts at the side", "<main><h1>Clerk</h1>" + duties + "<aside><p>Salary: £24,000</p><p>Closing date: 3 May</p></aside></main>", "Clerk\n" + duties_text + "Salary: £24,000\nClosing date: 3 May\n"},
        {"other adverts at the side", "<main><h1>Clerk</h1>" + duties + "<aside><p>Cook</p><p>Salary: £24,000</p><p>Location: Hull</p><p>Carer</p><p>Salary: £25,000</p><p>Location: York</p></aside></main>", "Clerk\n" + duties_text},
        {"related jobs under their heading", "<main><h1>Clerk</h1>" + duties + "<h2>Similar jobs you may like</h2><h3>Cook</h3><p>Hull, £24,000</p><h3>Carer</h3><p>York</p></main>", "Clerk\n" + duties_text},
        {"what comes after them", "<main><h1>Clerk</h1><div><h2>Share this job</h2><p>Tell a friend about it.</p></div><h2>How to apply</h2><p>Write to us.</p></main>", "Clerk\nHow to apply\nWrite to us.\n"},
        {"a heading that only begins so", "<main><h1>Clerk</h1><h2>Previous experience</h2><p>Of any office.</p><h2>Other roles and duties</h2><p>Post.</p></main>", "Clerk\nPrevious experience\nOf any office.\nOther roles and duties\nPost.\n"},
        {"cards", "<main><h1>Clerk</h1>" + duties + "<div class='c'><h3><a href='/1'>Cook</a></h3><p>Hull</p></div><div class='c'><h3><a href='/2'>Carer</a></h3><p>York</p></div><div class='c'><h3><a href='/3'>Driver</a></h3><p>Leeds</p></div></main>", "Clerk\n" + duties_text},
        {"links at both ends", "<p><a href='/'>Acme Ltd</a></p><p><a href='/s'>Search</a></p><h1>Clerk</h1>" + duties + "<p><a href='/b'>Back</a></p><p>© Acme 2027. All rights reserved.</p><p>Registered in England</p>", "Clerk\n" + duties_text},
        {"the way to apply is no furniture", "<h1>Clerk</h1>" + duties + "<p><a href='/apply'>Apply now</a></p>", "Clerk\n" + duties_text + "Apply now\n"},
        {"a notice about cookies without a name", "<div><div><p>We use cookies to see who was here.</p><button>Accept</button><p><a href='/c'>Read more</a></p></div></div><h1>Clerk</h1>" + duties, "Clerk\n" + duties_text},
        {"a form to fill in", "<h1>Clerk</h1>" + duties + "<form><p>Fields with a star are needed.</p><label>Name</label><input><label>Mail</label><input type='email'><textarea></textarea></form>", "Clerk\n" + duties_text},
        {"a page that is all one form", "<form><input type='hidden'><input><input><input><h1>Clerk</h1>" + duties + "</form>", "Clerk\n" + duties_text},
        {"a wrapper named after what it has", "<div class='content-with-sidebar'><h1>Clerk</h1>" + duties + "</div>", "Clerk\n" + duties_text},
        {"the part of the site", "<h1>Careers</h1><h2>Clerk</h2>" + duties, "Clerk\n" + duties_text},
        {"buttons and fields", "<h1>Clerk</h1><form><label>Your name</label><input name='n'><button>Send</button></form>" + duties, "Clerk\n" + duties_text},
    });
}

TEST_CASE("what is hidden is no text") {
    check({
        {"a closed dialogue", "<dialog><p>Subscribe</p></dialog><h1>Clerk</h1>" + duties, "Clerk\n" + duties_text},
        {"words for programs that read aloud", "<h1>Clerk <span class='visually-hidden'>(opens in a new tab)</span></h1>" + duties, "Clerk\n" + duties_text},
        {"pictures, comments, values of fields", "<!-- a comment --><h1>Clerk</h1><img alt='an office' title='our office'><input value='search'><select><option>Leeds</option></select><textarea>words</textarea><noscript>no scripts</noscript>" + duties, "Clerk\n" + duties_text},
        {"an icon", "<h1><i aria-hidden='true'>work</i>Clerk</h1>" + duties, "Clerk\n" + duties_text},
        {"a page saved behind a dialogue", "<div aria-hidden='true'><h1>Clerk</h1>" + duties + "</div><div role='dialog'><p>Cookies?</p></div>", "Clerk\n" + duties_text},
        {"what a button unfolds", "<h1>Clerk</h1><h2><button aria-expanded='false'>Duties</button></h2>" + duties, "Clerk\nDuties\n" + duties_text},
    });
    CHECK(read_page(page("<h1>Clerk</h1><p>Pay <button>Send</button> more</p>" + duties)) == "h1 Clerk\np Pay\np~ Send\np more\np " + duties_text);
}

TEST_CASE("tables of pages") {
    const std::pair<std::string, std::string> rows[] = {
        {"<table><tr><td><h1>Clerk</h1></td></tr><tr><td><p>Type.</p><p>File.</p></td></tr></table>", "h1 Clerk\np Type.\np File.\n"},
        {"<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table></td><td>e</td></tr><tr><td>f</td></tr></table>", "c1/0/0 a\nc2/0/0 b\nc2/0/1 c\nc2/1/0 d\nc1/0/2 e\nc1/1/0 f\n"},
        {"<dl><dt>Pay</dt><dd>£20</dd><div><dt>Hours</dt><dd>37</dd><dd>flexible</dd></div></dl>", "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Hours\nc1/1/1 37\nc1/1/1 flexible\n"},
        {"<table><tr><th>Pay</th><td>£20</td><th>Place</th><td>Hull</td></tr><tr><th>Hours</th><td>37</td></tr></table>", "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Place\nc1/1/1 Hull\nc1/2/0 Hours\nc1/2/1 37\n"},
        {"<table><tr><td>Pay:</td><td>£20</td><td>Place:</td><td>Hull</td></tr></table>", "c1/0/0 Pay:\nc1/0/1 £20\nc1/1/0 Place:\nc1/1/1 Hull\n"},
        {"<table><tr><th>Week</th><th>Pay</th><th>Hours</th><th>Place</th></tr><tr><th>1</th><td>£20</td><td>37</td><td>Hull</td></tr></table>", "c1/0/0 Week\nc1/0/1 Pay\nc1/0/2 Hours\nc1/0/3 Place\nc1/1/0 1\nc1/1/1 £20\nc1/1/2 37\nc1/1/3 Hull\n"},
        {"<table><caption>Pay</caption><tr><td>Grade</td><td>5</td></tr></table>", "p Pay\nc1/0/0 Grade\nc1/0/1 5\n"},
    };
    for (const auto & [html, expected] : rows) {
        INFO(html);
        CHECK(read_page(html) == expected);
    }
}

TEST_CASE("a page without an advert is none") {
    const std::pair<const char *, std::string> rows[] = {
        {"one word", page("Test")},
        {"one word and a link", page("Test <a rel='license' href='/l'>Licensed under Creative Commons</a>")},
        {"a list of links to adverts", page("<main><h1>25 jobs found</h1><ul><li><h3><a href='/1'>Cook</a></h3><p>Hull</p><p>Salary: £24,000</p></li><li><h3><a href='/2'>Carer</a></h3><p>York</p><p>Salary: £25,000</p></li>"
                                           "<li><h3><a href='/3'>Driver</a></h3><p>Leeds</p><p>Salary: £26,000</p></li></ul></main>")},
        {"no page", page("<h1>Page not found</h1><p>The page that you were looking for is not on our site.</p><a href='/'>Home</a>")},
        {"no advert any more", page("<nav><a href='/'>Home</a></nav><main><h1>Office Clerk</h1><p>This vacancy has closed.</p><form><input type='text'><button>Search</button></form></main>")},
        {"few words of something else", page("<h1>The bridge</h1><p>It is the oldest of all in the town, and to be seen from the hill.</p>")},
        {"an article", page("<main><h1>Rain in the hills</h1><p>It has rained in the hills for a week, and the rivers are full of the water that came down with the wind on Monday.</p><p>The bridge in the town was closed to all traffic on Tuesday, "
                            "and the school is to be shut until the end of the month.</p></main>")},
    };
    for (const auto & [what, html] : rows) {
        INFO(what);
        const auto made = read(html);
        REQUIRE(made);
        CHECK(made->documents.empty());
        CHECK(std::any_of(made->notes.begin(), made->notes.end(), [](const note & n) { return n.code == note_code::no_advert; }));
    }
    // A piece that somebody cut out is what it was cut out for; and what is in a language that we do not know may be one.
    CHECK(advert_in("<p>It has rained.</p><p>It rains.</p>") == "It has rained.\nIt rains.\n");
    CHECK(advert_in(page("<p>Kontoransatt søkes til Bergen.</p>")) != "none");
}

TEST_CASE("several adverts of a page are several") {
    const std::string text = "The work is varied: you will keep the diary, answer letters and look after the accounts of a small and busy office in the middle of the town.";
    const auto advert = [&](const std::string & title) { return "<h2>" + title + "</h2><p>" + text + "</p><p>Salary: £20,000</p><p>Closing date: 3 May</p><p>How to apply: write to us.</p>"; };
    const auto expected = [&](const std::string & title) { return title + "\n" + text + "\nSalary: £20,000\nClosing date: 3 May\nHow to apply: write to us.\n"; };
    const auto lead = [&](const std::string & title) { return "<p><a href='/'>" + title + "</a>, Acme — " + text + " <b>Salary:</b> £20,000. <b>Deadline:</b> 3 May.</p>"; };
    const auto led = [&](const std::string & title) { return title + ", Acme — " + text + " Salary: £20,000. Deadline: 3 May.\n"; };
    const auto both = expected("Clerk") + "--\n" + expected("Cook");
    check({
        {"under headings", advert("Clerk") + advert("Cook"), both},
        {"in elements that look alike", "<p>Two posts.</p><div class='x'>" + advert("Clerk") + "</div><div class='x'>" + advert("Cook") + "</div>", both},
        {"with lines between", "<p><b>Clerk</b></p><p>" + text + "</p><p>Salary: £20,000</p><p>Closing date: 3 May</p><p>How to apply: write to us.</p><hr><p><b>Cook</b></p><p>" + text + "</p><p>Salary: £20,000</p><p>Closing date: 3 May</p><p>How to apply: write to us.</p>", both},
        {"paragraphs in a newsletter", "<main><h2>News</h2><p>The mill is open again after the long winter.</p><h2>V. Job openings</h2><p><em>Send us your own.</em></p>" + lead("Clerk") + lead("Cook") + "<h2>Marketplace</h2><p>Scales for sale.</p></main>", led("Clerk") + "--\n" + led("Cook")},
        {"paragraphs without a heading", lead("Clerk") + lead("Cook") + lead("Carer"), led("Clerk") + "--\n" + led("Cook") + "--\n" + led("Carer")},
        {"the parts of one", "<h1>Clerk</h1><h2>The role</h2>" + duties + "<h2>Pay</h2><p>£20,000, paid on the last day of the month, with a pension that we pay five in a hundred to.</p><h2>How to apply</h2><p>Write to us by 3 May.</p>",
         "Clerk\nThe role\n" + duties_text + "Pay\n£20,000, paid on the last day of the month, with a pension that we pay five in a hundred to.\nHow to apply\nWrite to us by 3 May.\n"},
    });
    // What stands between them is kept, as what surrounds the next one.
    CHECK(read_page(page("<h1>Jobs this week</h1>" + advert("Clerk") + "<p><a href='/'>More</a></p>" + advert("Cook"))).starts_with("h1~ Jobs this week\nh2 Clerk\n"));
    const auto bytes = page(advert("Clerk") + advert("Cook"));
    const auto made = read(bytes);
    REQUIRE(made->documents.size() == 2);
    const auto & second = made->documents[1];
    const auto where = second.source_of(second.blocks.front().text);
    REQUIRE(where);
    CHECK(where->of(bytes) == "Cook");
}

TEST_CASE("headers of HTTP before a page") {
    const std::string head = "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\nSet-Cookie: a=b\r\n\r\n";
    const auto bytes = head + page("<h1>Caf\xE9 clerk</h1>" + duties);
    const auto made = read(bytes);
    REQUIRE(made);
    REQUIRE(made->documents.size() == 1);
    CHECK(made->format == "html");
    const auto & d = made->documents[0];
    CHECK(d.blocks[0].text.of(d.text) == "Café clerk");
    CHECK(d.source_of(d.blocks[0].text)->of(bytes) == "Caf\xE9 clerk");
    CHECK(advert_in("HTTP/1.1 is a protocol that you will know well.") == "HTTP/1.1 is a protocol that you will know well.\n");
}

TEST_CASE("charsets that pages lie about") {
    for (const auto * declared : {"iso-8859-1", "windows-1252", "us-ascii", "utf-8", "utf-16", "nonsense"}) {
        INFO(declared);
        const auto with = [&](const std::string & word) { return std::string("<html><head><meta charset='") + declared + "'></head><body><h1>" + word + "</h1>" + duties + "</body></html>"; };
        CHECK(advert_in(with("Caf\xC3\xA9 \xE2\x80\x93 clerk")).starts_with("Café – clerk\n"));
        CHECK(advert_in(with("Caf\xE9 \x96 clerk")).starts_with("Café – clerk\n"));
    }
}

// Text is passed over eight bytes at a time: what matters must not depend on where in eight bytes it stands.
TEST_CASE("words and the spaces between them are the same wherever they stand") {
    const std::string words = "of the  work\tand  pay\nis caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D a\xC2\xA0z &amp; on";
    const std::string squeezed = "of the work and pay is caf\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D a z & on";
    for (std::size_t n = 0; n < 20; ++n) {
        const auto before = std::string(n, 'x') + " ", behind = std::string(n % 7, 'y');
        const auto html = "<p>" + before + words + behind + "</p>";
        const auto made = read(html, {"html", {}});
        REQUIRE(made);
        const auto & d = made->documents.at(0);
        INFO(n);
        CHECK(d.text == (n ? before : "") + squeezed + behind);
        for (std::string_view word : {"work", "pay", "caf\xC3\xA9", "quoted", "on"}) {
            const auto at = static_cast<std::uint32_t>(d.text.find(word));
            const auto source = d.source_of({at, at + static_cast<std::uint32_t>(word.size())});
            REQUIRE(source);
            CHECK(source->of(html) == word);
        }
    }
}

TEST_CASE("labels are known by their words, however long, in any case and with either apostrophe") {
    found_signs found;
    const auto labels_in = [&](const std::string & text) {
        page_signs::built_in().find(text, found);
        return std::count_if(found.signs.begin(), found.signs.end(), [](const page_sign & s) { return s.kind == sign_kind::label; });
    };
    for (std::size_t n = 0; n < 10; ++n) {
        const auto before = std::string(n, 'x') + " ";
        CHECK(labels_in(before + "Responsibilities: none") == 1);
        CHECK(labels_in(before + "RESPONSIBILITIES") == 1);
        CHECK(labels_in(before + "Responsibilitiesx") == 0);
        CHECK(labels_in(before + "What you'll get") == 1);
        CHECK(labels_in(before + "WHAT YOU\xE2\x80\x99LL GET") == 1);
        CHECK(labels_in(before + "Requirements\xE2\x80\x94") == 1);
    }
}
