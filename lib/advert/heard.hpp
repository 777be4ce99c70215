#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

/// The texts that were heard since `forget_all`, for what is said twice.
class heard {
public:
    /// Whether `text` is heard for the first time. It must stay where it is until all is forgotten.
    bool is_new(std::string_view text);
    void forget_all();

private:
    struct slot {
        std::string_view text;
        std::uint64_t hash = 0;
        std::uint64_t round = 0;  ///< that it was taken in; of another round it is free
    };
    void grow();
    slot & place_of(std::string_view text, std::uint64_t hash);

    std::vector<slot> slots_ = std::vector<slot>(64);
    std::size_t taken_ = 0;
    std::uint64_t round_ = 1;
};

}  // namespace rolewright::adverts
