#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace rolewright {

/// Writes JSON into a string: commas and nesting are looked after, text is escaped, invalid UTF-8 becomes U+FFFD,
/// numbers are free of locale and the same everywhere (the shortest form that reads back).
class json_writer {
public:
    /// Writes behind what `out` holds already. It is whole once the outermost object or array is closed.
    explicit json_writer(std::string & out) : out_(out), at_(out.data() + out.size()), end_(at_) {}

    json_writer & begin_object() { return begin('{'); }
    json_writer & end_object() { return end('}'); }
    json_writer & begin_array() { return begin('['); }
    json_writer & end_array() { return end(']'); }

    /// A name that stands in the code needs no escapes.
    template <std::size_t size>
    json_writer & key(const char (&name)[size]) {
        write_word({name, size - 1}, 1);
        *at_++ = ':';
        comma_ = false;
        return *this;
    }
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
    /// The name of a value of the vocabulary, of a code: it needs no escapes.
    template <class E>
        requires std::is_enum_v<E>
    json_writer & value(E named) {
        write_word(to_string(named), 0);
        comma_ = true;
        return *this;
    }
    json_writer & null();
    /// Points and scores: rounded half up to 0.1, always with one decimal ("55.0").
    json_writer & tenths(double number);

    template <std::size_t size, class T>
    json_writer & member(const char (&name)[size], const T & v) { return key(name).value(v); }
    template <class T>
    json_writer & member(std::string_view name, const T & v) { return key(name).value(v); }

private:
    std::string & out_;  ///< longer than what is written, as long as something is open
    char * at_;          ///< where the next byte goes
    char * end_;         ///< of the room that there is
    unsigned depth_ = 0;
    bool comma_ = false;

    json_writer & begin(char bracket) {
        if (depth_++ == 0) at_ = end_ = out_.data() + out_.size();
        *place_for(1) = bracket;
        ++at_;
        comma_ = false;
        return *this;
    }
    json_writer & end(char bracket) {
        comma_ = false;
        *place_for(1) = bracket;
        ++at_;
        comma_ = true;
        if (--depth_ == 0) cut();
        return *this;
    }
    void grow(std::size_t size);
    void cut();  // what is longer than what is written

    // Where `size` bytes can be written, behind the comma if there is to be one.
    char * place_for(std::size_t size) {
        if (static_cast<std::size_t>(end_ - at_) <= size) grow(size);
        *at_ = ',';
        return at_ += comma_;
    }
    // A word without signs to escape, and room for `more` bytes behind it.
    void write_word(std::string_view word, std::size_t more) {
        auto * to = place_for(word.size() + 2 + more);
        *to = '"';
        std::memcpy(to + 1, word.data(), word.size());
        to[word.size() + 1] = '"';
        at_ = to + word.size() + 2;
    }
};

}  // namespace rolewright
