// The hash of the packs, then each language's tag, words and program.
#include "packs/saved.hpp"

namespace rolewright::packs {

std::string save(const pack_set & packs) {
    byte_writer to;
    to.add(packs.hash);
    to.add(static_cast<std::uint64_t>(packs.languages.size()));
    for (const auto & [tag, set] : packs.languages) {
        to.add(tag);
        set.words.save(to);
        set.program.save(to);
    }
    return to.bytes();
}

std::map<std::string, saved_language> restore(std::string_view bytes, std::string_view hash) {
    std::map<std::string, saved_language> made;
    byte_reader from(bytes);
    std::string of;
    from.take(of);
    if (of != hash) return made;
    std::uint64_t languages = 0;
    for (from.take(languages); languages > 0 && from.good(); --languages) {
        std::string tag;
        from.take(tag);
        auto & language = made[tag];
        language.words.restore(from);
        language.program = query::program::restore(from);
    }
    if (!from.good()) made.clear();
    return made;
}

}  // namespace rolewright::packs
