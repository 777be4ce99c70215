#pragma once
#include <rolewright/range.hpp>

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace rolewright {

/// Why a task could not be done. The text form of each code is listed in `error_codes()`.
enum class error_code : std::uint8_t {
    cannot_read_file,
    cannot_write_file,
    empty_input,
    binary_input,
    too_large,
    bad_record,
    bad_option,
    bad_pack,
    bad_query,
    bad_template,
    bad_map,
    unknown_pack,
    unknown_role,
    unknown_language,
    unknown_format,
    internal,
    missing_program,
};

struct error {
    error_code code = error_code::internal;
    std::string message;     ///< one line, lower case, found versus expected, no full stop
    std::string file = {};   ///< the file it is about, if any
    std::uint32_t line = 0;  ///< 1-based; 0: the error is about no line
    std::uint32_t column = 0;

    /// `file:line:column: message`, leaving out what is not known.
    std::string to_string() const;
};

/// The name of a code as it stands in JSON, e.g. "cannot-read-file".
std::string_view to_string(error_code code);

/// A value or the error that stands in its place; the members are named as in `std::expected`.
template <class T>
class [[nodiscard]] result {
public:
    result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    result(rolewright::error error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return held_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T & value() & { return assert(has_value()), *std::get_if<0>(&held_); }
    const T & value() const & { return assert(has_value()), *std::get_if<0>(&held_); }
    T && value() && { return assert(has_value()), std::move(*std::get_if<0>(&held_)); }
    T & operator*() & { return value(); }
    const T & operator*() const & { return value(); }
    T && operator*() && { return std::move(*this).value(); }
    T * operator->() { return &value(); }
    const T * operator->() const { return &value(); }

    const rolewright::error & error() const & { return assert(!has_value()), *std::get_if<1>(&held_); }
    rolewright::error && error() && { return assert(!has_value()), std::move(*std::get_if<1>(&held_)); }

private:
    std::variant<T, rolewright::error> held_;
};

}  // namespace rolewright
