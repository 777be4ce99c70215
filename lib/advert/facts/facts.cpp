// One reader for each family of facts; all look at the same lines, typed tokens and values. What the text does not say is
// taken from the fields beside it.
#include "advert/facts/facts.hpp"

#include "advert/facts/choices.hpp"
#include "advert/facts/contacts.hpp"
#include "advert/facts/dates.hpp"
#include "advert/facts/experience.hpp"
#include "advert/facts/hours.hpp"
#include "advert/facts/names.hpp"
#include "advert/facts/pay.hpp"
#include "advert/facts/qualification.hpp"
#include "advert/facts/workplace.hpp"
#include "text/same_words.hpp"

namespace rolewright::adverts {
namespace {

bool same(const salary & a, const salary & b) { return a.min == b.min && a.max == b.max && a.per == b.per; }
// "Kirkland WA" and "Kirkland, WA", "Gloucester" and "Gloucester Royal Hospital"; an address or a number is the same or another.
bool same(const std::string & a, const std::string & b) {
    const bool exact = a.find_first_of("@0123456789") != std::string::npos;
    return a == b || (!exact && (text::holds_words(a, b) || text::holds_words(b, a)));
}
// What is casual or fixed-term is temporary, too.
bool same(contract_kind a, contract_kind b) {
    const auto may_be = [](contract_kind one, contract_kind other) { return one == contract_kind::temporary && (other == contract_kind::casual || other == contract_kind::fixed_term); };
    return a == b || may_be(a, b) || may_be(b, a);
}
template <class T>
bool same(const T & a, const T & b) { return a == b; }

// The text wins, with a note where the field disagrees.
template <class T>
void settle(const fact_words & in, fact<T> & to, const std::optional<T> & given, std::vector<note> & notes) {
    if (!given || to.given) return;
    if (!to.value && to.ranges.empty()) {
        to.value = given;
        to.given = true;
    } else if (to.value && !to.ranges.empty() && !same(*to.value, *given)) notes.push_back({note_code::field_differs, {std::string(to.ranges.front().of(in.text()))}, to.ranges.front()});
}

void settle_all(const fact_words & in, advert_facts & to, std::vector<note> & notes) {
    const auto & given = in.of.source.given;
    settle(in, to.location, given.location, notes);
    settle(in, to.salary, given.salary, notes);
    settle(in, to.posted, given.posted, notes);
    settle(in, to.closing, given.closing, notes);
    settle(in, to.start, given.start, notes);
    settle(in, to.hours_per_week, given.hours_per_week, notes);
    settle(in, to.contract, given.contract, notes);
    settle(in, to.workplace, given.workplace, notes);
    settle(in, to.experience_years, given.experience_years, notes);
    settle(in, to.qualification, given.qualification, notes);
    settle(in, to.reference, given.reference, notes);
    settle(in, to.contact_email, given.contact_email, notes);
    settle(in, to.contact_phone, given.contact_phone, notes);
    settle(in, to.posts, given.posts, notes);
}

}  // namespace

advert_facts read_facts(const advert & of, const packs::language_set & set, const review_options & options, workspace & work, std::vector<note> & notes) {
    const fact_words in(of, set, options, work);
    advert_facts made;
    read_names(in, made);
    made.salary = read_pay(in, notes);
    read_dates(in, made, notes);
    read_hours(in, made);
    read_choices(in, made);
    read_workplace(in, made);
    read_experience(in, made.experience_years);
    read_qualification(in, made.qualification);
    read_contacts(in, made);
    read_posts(in, made.posts);
    read_lists(in, made);
    settle_all(in, made, notes);
    return made;
}

}  // namespace rolewright::adverts
