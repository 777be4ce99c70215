// One reader for each family of facts; each looks at all statements on its own.
#include "advert/facts/facts.hpp"

#include "advert/facts/dates.hpp"
#include "advert/facts/named.hpp"
#include "advert/facts/pay.hpp"
#include "advert/facts/quantities.hpp"

namespace rolewright::adverts {

advert_facts read_facts(const advert & of, const packs::language_set & set, const review_options & options, workspace & work) {
    advert_facts made;
    read_names(of, set, work, made);
    made.salary = read_pay(of, set, options, work);
    read_dates(of, set, options, work, made);
    read_quantities(of, set, work, made);
    return made;
}

}  // namespace rolewright::adverts
