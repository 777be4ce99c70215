#include "support/catch.hpp"
#include "support/packed.hpp"
#include "support/printed.hpp"

#include "read/mail_codings.hpp"

using namespace rolewright;

namespace {

std::string read_mail(const std::string & bytes) {
    const auto made = read(bytes);
    if (!made) return made.error().message;
    std::string out = made->format + "\n";
    for (const auto & d : made->documents) out += "[" + d.part + "|" + d.given.title.value_or("") + "]\n" + support::printed(d);
    for (const auto & n : made->notes) out += std::string(to_string(n.code)) + (n.args.empty() ? "" : " " + n.args[0]) + "\n";
    return out;
}

std::string base64(std::string_view s) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string made;
    for (std::size_t i = 0; i < s.size(); i += 3) {
        unsigned bits = 0;
        for (std::size_t k = 0; k < 3; ++k) bits = bits << 8 | (i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0u);
        for (int k = 3; k >= 0; --k) made += static_cast<std::size_t>(3 - k) > s.size() - i ? '=' : digits[bits >> (6 * k) & 63];
        if (made.size() % 77 == 76) made += "\r\n";
    }
    return made;
}

const std::string head = "From: HR <hr@example.org>\r\nTo: all@example.org\r\nDate: Mon, 1 Jun 2026 09:00:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";

}  // namespace

TEST_CASE("mail becomes the advert in it") {
    const std::tuple<const char *, std::string, std::string> rows[] = {
        {"plain, no charset, quoted-printable", head + "Subject: Vacancy: Office Clerk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nOffice Clerk\r\n\r\nPay: =C2=A320,000 a year, paid in twelve =\r\nparts\r\n", "email\n[|Office Clerk]\np Office Clerk\np Pay: £20,000 a year, paid in twelve parts\n"},
        {"windows-1252 that says nothing", head + "\r\nClerk \x96 \xA3" "20,000 a year\r\n", "email\n[|]\np Clerk – £20,000 a year\n"},
        {"an alternative: HTML has the form", head + "Content-Type: multipart/alternative; boundary=\"b 1\"\r\n\r\npreamble\r\n--b 1\r\nContent-Type: text/plain\r\n\r\nClerk\r\nType letters\r\n--b 1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64("<h1>Clerk</h1><ul><li>Type letters</li></ul>") + "\r\n--b 1--\r\n", "email\n[|]\nh1 Clerk\n- Type letters\n"},
        {"an alternative: HTML that says nothing", head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nClerk\r\n\r\nType many letters for all of us\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>See text</p>\r\n--b--\r\n", "email\n[|]\np Clerk\np Type many letters for all of us\n"},
        {"a letter that brings an advert", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease see attached.\r\n--b\r\nContent-Type: application/octet-stream; name=\"=?utf-8?q?Stelle_f=C3=BCr_dich.docx?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64(support::docx("<w:p><w:r><w:t>Clerk wanted for an office that has many letters to type</w:t></w:r></w:p>")) + "\r\n--b--\r\n",
         "email\n[Stelle für dich.docx|]\np Clerk wanted for an office that has many letters to type\nletter-left-out\n"},
        {"an attached picture is no advert, a strange file is noted", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nClerk wanted\r\n--b\r\nContent-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b\r\nContent-Type: application/octet-stream; name=noise.bin\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n", "email\n[|]\np Clerk wanted\npart-not-read noise.bin\n"},
        {"a forwarded message", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@example.org\r\nSubject: job\r\nDate: today\r\n\r\nClerk wanted\r\n--b--\r\n", "email\n[message/rfc822|]\np Clerk wanted\n"},
        {"paragraphs that flow", head + "Content-Type: text/plain; format=flowed\r\n\r\nYou will type \r\nletters.\r\n\r\nApply.\r\n", "email\n[|]\np You will type letters.\np Apply.\n"},
        {"an mbox of two", "From a Mon Jun 1 2026\n" + head + "\r\nClerk one\n\nFrom b Mon Jun 1 2026\nSubject: x\nFrom: y\n\nClerk two\n", "email\n[|]\np Clerk one\n[|]\np Clerk two\n"},
        {"no words", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n", "email\nno-advert\n"},
        {"an advert with a colon in its lines is no mail", "Location: Leeds\nSalary: £20,000\n\nClerk\n", "text\n[|]\np Location: Leeds\np Salary: £20,000\np Clerk\n"},
    };
    for (const auto & [what, bytes, expected] : rows) {
        INFO(what);
        CHECK(read_mail(bytes) == expected);
    }
}

TEST_CASE("mail codings") {
    CHECK(readers::decoded_words("=?iso-8859-1?Q?Caf=E9?= =?utf-8?B?4oCTIGhlbHA=?= plain") == "Café– help plain");
    CHECK(readers::decoded_words("=?broken") == "=?broken");
    CHECK(readers::decoded_body("a=\r\nb=3D=zz=", "quoted-printable") == "ab==zz=");
    CHECK(readers::decoded_body("Q2xl\r\ncms=", "base64") == "Clerk");
}

TEST_CASE("hostile mail costs bounded time") {
    std::string nested = head;
    for (int i = 0; i < 1000; ++i) nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
    CHECK(read(nested).error().code == error_code::too_large);
    std::string parts = head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    for (int i = 0; i < 100'000; ++i) parts += "--b\r\n\r\nx\r\n";
    CHECK(read(parts).error().code == error_code::too_large);
    std::string forwarded = head + "\r\nClerk wanted\r\n";
    for (int i = 0; i < 10; ++i) forwarded = head + "Content-Type: message/rfc822\r\n\r\n" + forwarded;
    const auto deep = read(forwarded);
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == error_code::too_large);
}
