#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace rolewright {

/// xxh3 of `bytes`, as 16 hexadecimal digits.
std::string hash_of(std::string_view bytes);

/// xxh3 over several pieces; each piece is set off by its length, so pieces cannot run into one another.
class hasher {
public:
    void add(std::string_view piece);
    std::string hex() const;

private:
    std::string pieces_;
};

}  // namespace rolewright
