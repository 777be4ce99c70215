#include "support/catch.hpp"

#include "base/codes.hpp"
#include "base/files.hpp"
#include "base/json.hpp"

#include <rolewright/advert.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

using namespace rolewright;

TEST_CASE("json is written as it must be read") {
    std::string out;
    json_writer to(out);
    to.begin_object().member("a", "\"quote\" \\ \n \x01").key("b").begin_array().value(1.5).value(24907.0).value(true).null().end_array().key("c").tenths(55).key("d").tenths(13.25).member("e", "bad \xFF\xC3 end £").end_object();
    CHECK(out == "{\"a\":\"\\\"quote\\\" \\\\ \\n \\u0001\",\"b\":[1.5,24907,true,null],\"c\":55.0,\"d\":13.3,\"e\":\"bad \xEF\xBF\xBD\xEF\xBF\xBD end £\"}");
}

TEST_CASE("json has room for what is long, and for what comes behind it") {
    const std::string words(5000, 'w');
    std::string out = "[1]\n";
    json_writer to(out);
    to.begin_object().member("long", words + "\t" + words).end_object();
    CHECK(out == "[1]\n{\"long\":\"" + words + "\\t" + words + "\"}");
    out += '\n';
    json_writer(out).begin_array().end_array();
    CHECK(out.ends_with("\"}\n[]"));
}

TEST_CASE("numbers in json are the shortest that read back") {
    std::string out;
    json_writer to(out);
    to.begin_array();
    for (const double n : {0.01, 0.05, 12.5, 37.25, -0.5, 0.125, 0.1 + 0.2, 1e-7, 1e15, 123456789012.25, 600000.0}) to.value(n);
    to.end_array();
    CHECK(out == "[0.01,0.05,12.5,37.25,-0.5,0.125,0.30000000000000004,1e-07,1e+15,123456789012.25,600000]");
}

TEST_CASE("every code has a name of its own") {
    std::set<std::string_view> names;
    for (const auto & e : error_codes()) CHECK((names.insert(e.name).second && !e.meaning.empty()));
    for (const auto & n : note_codes()) CHECK((names.insert(n.name).second && !n.meaning.empty()));
    CHECK(to_string(error_code::internal) == "internal");
    CHECK(to_string(note_code::role_unknown) == "role-unknown");
    CHECK(error{error_code::bad_query, "expected x", "f.xml", 3, 7}.to_string() == "f.xml:3:7: expected x");
    CHECK(error{error_code::bad_query, "expected x"}.to_string() == "expected x");
}

TEST_CASE("dates are real ones") {
    CHECK(to_string(*date_from_string("2028-02-29")) == "2028-02-29");
    for (const auto * bad : {"2027-02-29", "2027-13-01", "27-01-01", "2027/01/01", ""}) CHECK_FALSE(date_from_string(bad));
}

TEST_CASE("the vocabulary reads what it prints") {
    CHECK(to_string(subject::applicant_data) == "applicant-data");
    CHECK(from_string<contract_kind>("fixed-term") == contract_kind::fixed_term);
    CHECK(to_string(band::not_there_yet) == "not there yet");
    CHECK_FALSE(from_string<level>("high"));
}

TEST_CASE("files are written whole or not at all") {
    const auto folder = std::filesystem::temp_directory_path() / "rolewright-files-test";
    std::filesystem::create_directories(folder);
    const auto path = (folder / "out").string();
    REQUIRE(write_file(path, "first"));
    {
        auto file = file_writer::open(path);
        REQUIRE(file);
        REQUIRE(file->write("half"));
    }
    CHECK(*read_file(path, 100) == "first");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
    CHECK_FALSE(read_file(path, 3));
    CHECK_FALSE(read_file(folder.string(), 100));
    CHECK_FALSE(read_file((folder / "none").string(), 100));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a pipe or a device is written to, not replaced") {
    const auto folder = std::filesystem::temp_directory_path() / ("rolewright-pipe-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto path = (folder / "pipe").string();
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    CHECK(write_file(path, "through"));
    char got[16] = {};
    CHECK(::read(reader, got, sizeof got) == 7);
    CHECK(std::string_view(got) == "through");
    ::close(reader);
    CHECK(std::filesystem::is_fifo(path));
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
    std::filesystem::remove_all(folder);
}
