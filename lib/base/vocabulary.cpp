// The names of the vocabulary, in the order of the enums.
#include <rolewright/compare.hpp>

namespace rolewright {
namespace {

using sv = std::string_view;
constexpr sv section_kinds[] = {"employer", "role", "duties", "requirements", "essential", "desirable", "benefits", "pay", "apply", "equality", "other"};
constexpr sv subjects[] = {"candidate", "employer", "other-team", "process", "reader", "applicant-data"};
constexpr sv acts[] = {"demand", "preference", "duty", "training", "negation", "information"};
constexpr sv levels[] = {"vague", "tool", "practical"};
constexpr sv strengths[] = {"essential", "duty", "trained", "desirable"};
constexpr sv relevances[] = {"core", "fits", "ask"};
constexpr sv mentions[] = {"none", "vague", "specific"};
constexpr sv whys[] = {"apply", "interview", "employer", "reader", "name", "verb", "negated", "other"};
constexpr sv parts[] = {"everyday", "security", "role"};
constexpr sv bands[] = {"not there yet", "a start", "getting there", "strong"};
constexpr sv role_whys[] = {"title", "duties", "option", "none"};
constexpr sv severities[] = {"error", "warning", "advice", "hint"};
constexpr sv safeties[] = {"safe", "ask", "show"};
constexpr sv periods[] = {"hour", "day", "week", "month", "year"};
constexpr sv contracts[] = {"permanent", "fixed-term", "temporary", "casual", "internship", "volunteer"};
constexpr sv practices[] = {"two-factor", "passwords", "phishing", "updates", "approved-software", "official-accounts", "locked-devices", "backups", "reporting", "asking-for-a-health-check"};
constexpr sv ways[] = {"shown", "course", "try"};
constexpr sv workplaces[] = {"on-site", "hybrid", "remote"};
constexpr sv standings[] = {"dropped", "weaker", "differs", "kept", "added"};
constexpr sv coverages[] = {"asked", "vague", "nobody"};

}  // namespace

template <> std::span<const sv> names_of<section_kind>() { return section_kinds; }
template <> std::span<const sv> names_of<subject>() { return subjects; }
template <> std::span<const sv> names_of<act>() { return acts; }
template <> std::span<const sv> names_of<level>() { return levels; }
template <> std::span<const sv> names_of<strength>() { return strengths; }
template <> std::span<const sv> names_of<relevance>() { return relevances; }
template <> std::span<const sv> names_of<mention>() { return mentions; }
template <> std::span<const sv> names_of<ignored_why>() { return whys; }
template <> std::span<const sv> names_of<score_part>() { return parts; }
template <> std::span<const sv> names_of<band>() { return bands; }
template <> std::span<const sv> names_of<role_why>() { return role_whys; }
template <> std::span<const sv> names_of<severity>() { return severities; }
template <> std::span<const sv> names_of<fix_safety>() { return safeties; }
template <> std::span<const sv> names_of<pay_period>() { return periods; }
template <> std::span<const sv> names_of<contract_kind>() { return contracts; }
template <> std::span<const sv> names_of<security_practice>() { return practices; }
template <> std::span<const sv> names_of<learning_way>() { return ways; }
template <> std::span<const sv> names_of<workplace_kind>() { return workplaces; }
template <> std::span<const sv> names_of<standing>() { return standings; }
template <> std::span<const sv> names_of<team_coverage>() { return coverages; }

}  // namespace rolewright
