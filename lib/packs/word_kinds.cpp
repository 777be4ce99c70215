// The names of kinds and the values that they carry: read once, when the packs are compiled.
#include "packs/word_kinds.hpp"

#include <rolewright/vocabulary.hpp>

#include <charconv>
#include <utility>

namespace rolewright::packs {

std::optional<fact_kind> fact_kind_named(std::string_view name) {
    static constexpr std::pair<std::string_view, fact_kind> names[] = {
        {"number", fact_kind::number}, {"nth", fact_kind::nth}, {"ordinal", fact_kind::ordinal_sign}, {"month", fact_kind::month}, {"weekday", fact_kind::weekday},
        {"currency", fact_kind::currency}, {"period", fact_kind::period}, {"periodic", fact_kind::periodic}, {"per", fact_kind::per}, {"to", fact_kind::to},
        {"up", fact_kind::up}, {"from", fact_kind::from}, {"least", fact_kind::least}, {"starting", fact_kind::starting}, {"at", fact_kind::at},
        {"hours", fact_kind::hours}, {"minutes", fact_kind::minutes}, {"years", fact_kind::years}, {"experience", fact_kind::experience},
        {"times", fact_kind::times}, {"noon", fact_kind::noon}, {"midnight", fact_kind::midnight}, {"of", fact_kind::of}, {"both", fact_kind::both},
        {"fte", fact_kind::fte}, {"shift", fact_kind::shift}, {"posts", fact_kind::posts}, {"copies", fact_kind::copies}, {"full", fact_kind::full},
        {"degree", fact_kind::degree}, {"level", fact_kind::level}, {"either", fact_kind::either}, {"field", fact_kind::field}, {"grade", fact_kind::grade},
        {"award", fact_kind::award}, {"stop", fact_kind::stop}, {"plus", fact_kind::plus}, {"honorific", fact_kind::honorific}, {"article", fact_kind::article}, {"qualification", fact_kind::qualification},
    };
    for (const auto & [known, kind] : names)
        if (known == name) return kind;
    return std::nullopt;
}

void word_meaning::add(fact_kind kind, std::string_view said) {
    const auto read = [&](auto & into) { std::from_chars(said.data(), said.data() + said.size(), into); };
    kinds |= bit(kind);
    switch (kind) {
        case fact_kind::currency: code = said; break;
        case fact_kind::period:
        case fact_kind::periodic:
            value = static_cast<std::uint8_t>(from_string<pay_period>(said).value_or(pay_period::year));
            kinds |= bit(static_cast<fact_kind>(static_cast<unsigned>(fact_kind::of_hour) + value));
            break;
        case fact_kind::number:
        case fact_kind::nth:
        case fact_kind::times: read(number); break;
        default:
            if (!said.empty()) read(value);
    }
}

}  // namespace rolewright::packs
