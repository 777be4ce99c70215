#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace rolewright {

/// Writes JSON into a string: commas and nesting are looked after, text is escaped, invalid UTF-8 becomes U+FFFD,
/// numbers are free of locale and the same everywhere (the shortest form that reads back).
class json_writer {
public:
    explicit json_writer(std::string & out) : out_(out) {}

    json_writer & begin_object();
    json_writer & end_object();
    json_writer & begin_array();
    json_writer & end_array();
    json_writer & key(std::string_view name);

    json_writer & value(std::string_view text);
    json_writer & value(const char * text) { return value(std::string_view(text)); }
    json_writer & value(const std::string & text) { return value(std::string_view(text)); }
    json_writer & value(bool yes);
    json_writer & value(double number);
    json_writer & value(std::int64_t number);
    json_writer & value(std::uint32_t number) { return value(static_cast<std::int64_t>(number)); }
    json_writer & value(std::uint16_t number) { return value(static_cast<std::int64_t>(number)); }
    json_writer & value(int number) { return value(static_cast<std::int64_t>(number)); }
    json_writer & null();
    /// Points and scores: rounded half up to 0.1, always with one decimal ("55.0").
    json_writer & tenths(double number);

    template <class T>
    json_writer & member(std::string_view name, const T & v) { return key(name).value(v); }

private:
    std::string & out_;
    bool comma_ = false;
    void separate();
};

}  // namespace rolewright
