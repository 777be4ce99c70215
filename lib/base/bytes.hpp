#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Values as the bytes that they are in memory, for a program of the same build to take up again.
namespace rolewright {

/// Numbers and plain structs of numbers without holes between them: the same value is always the same bytes.
template <class T>
concept plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> && !std::is_pointer_v<T>;

class byte_writer {
public:
    template <plain T>
    void add(const T & value) { bytes_.append(reinterpret_cast<const char *>(&value), sizeof value); }
    template <plain T>
    void add(const std::vector<T> & all) {
        add(static_cast<std::uint64_t>(all.size()));
        bytes_.append(reinterpret_cast<const char *>(all.data()), all.size() * sizeof(T));
    }
    void add(std::string_view text) {
        add(static_cast<std::uint64_t>(text.size()));
        bytes_ += text;
    }
    const std::string & bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Takes what a byte_writer added, in the same order; what is no longer there is empty, and the reader no longer good.
class byte_reader {
public:
    explicit byte_reader(std::string_view bytes) : rest_(bytes) {}

    template <plain T>
    void take(T & to) { take_bytes(&to, sizeof to); }
    template <plain T>
    void take(std::vector<T> & to) {
        to.resize(count_of(sizeof(T)));
        take_bytes(to.data(), to.size() * sizeof(T));
    }
    void take(std::string & to) {
        to.resize(count_of(1));
        take_bytes(to.data(), to.size());
    }
    bool good() const { return good_; }

private:
    void take_bytes(void * to, std::size_t size) {
        good_ = good_ && size <= rest_.size();
        if (!good_ || size == 0) return;
        std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
    }
    std::size_t count_of(std::size_t item) {
        std::uint64_t n = 0;
        take(n);
        good_ = good_ && n <= rest_.size() / item;
        return good_ ? static_cast<std::size_t>(n) : 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

}  // namespace rolewright
