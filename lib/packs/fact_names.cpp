// In the order of the enum.
#include "packs/fact_names.hpp"

#include <algorithm>
#include <iterator>

namespace rolewright::packs {

fact_name fact_name_of(std::string_view name) {
    static constexpr std::string_view names[] = {
        "", "title", "employer", "location", "salary", "closing", "interview", "start", "posted", "date", "hours_per_week", "contract", "contract_label", "workplace", "workplace_label", "office_days", "home_days",
        "travel", "experience_years", "qualification", "reference", "contact_email", "contact_phone", "contact_name", "posts", "shifts", "licences", "checks", "languages", "benefits", "country",
    };
    static_assert(std::size(names) == static_cast<std::size_t>(fact_name::other));
    return static_cast<fact_name>(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

}  // namespace rolewright::packs
