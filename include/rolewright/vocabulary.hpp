#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rolewright {

// The names that packs, JSON, labels and tests share. Each enum prints itself with to_string and is read back with
// from_string<E>; the words are those of the project's vocabulary.

enum class section_kind : std::uint8_t { employer, role, duties, requirements, essential, desirable, benefits, pay, apply, equality, other };
enum class subject : std::uint8_t { candidate, employer, other_team, process, reader, applicant_data };
enum class act : std::uint8_t { demand, preference, duty, training, negation, information };
enum class level : std::uint8_t { vague, tool, practical };
enum class strength : std::uint8_t { essential, duty, trained, desirable };
enum class relevance : std::uint8_t { core, fits, ask };
enum class mention : std::uint8_t { none, vague, specific };
enum class ignored_why : std::uint8_t { apply, interview, employer, reader, name, verb, negated, other };
enum class score_part : std::uint8_t { everyday, security, role };
enum class band : std::uint8_t { not_there_yet, a_start, getting_there, strong };
enum class role_why : std::uint8_t { title, duties, option, none };
enum class severity : std::uint8_t { error, warning, advice, hint };
enum class fix_safety : std::uint8_t { safe, ask, show };
enum class pay_period : std::uint8_t { hour, day, week, month, year };
enum class contract_kind : std::uint8_t { permanent, fixed_term, temporary, casual, internship, volunteer };
/// What an advert can ask of anybody to keep accounts and devices safe.
enum class security_practice : std::uint8_t { two_factor, passwords, phishing, updates, approved_software, official_accounts, locked_devices, backups, reporting, asking_for_a_health_check };
/// How somebody can learn what a sentence offers: shown by a colleague, on a course, by trying it with someone to ask.
enum class learning_way : std::uint8_t { shown, course, try_it };
enum class workplace_kind : std::uint8_t { on_site, hybrid, remote };

/// The words of an enum, in the order of its values.
template <class E>
std::span<const std::string_view> names_of();

template <class E>
std::string_view to_string(E value) { return names_of<E>()[static_cast<std::size_t>(value)]; }

template <class E>
std::optional<E> from_string(std::string_view name) {
    const auto names = names_of<E>();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace rolewright
