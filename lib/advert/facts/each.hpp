#pragma once
#include <rolewright/advert.hpp>

namespace rolewright::adverts {

/// Calls `each` with the name and the member of every fact, in the order of the vocabulary, then the newer ones.
template <class F>
void for_each_fact(F && each) {
    using f = advert_facts;
    each("title", &f::title);
    each("employer", &f::employer);
    each("location", &f::location);
    each("salary", &f::salary);
    each("closing", &f::closing);
    each("interview", &f::interview);
    each("start", &f::start);
    each("hours_per_week", &f::hours_per_week);
    each("fte", &f::fte);
    each("contract", &f::contract);
    each("workplace", &f::workplace);
    each("experience_years", &f::experience_years);
    each("qualification", &f::qualification);
    each("reference", &f::reference);
    each("contact_email", &f::contact_email);
    each("contact_phone", &f::contact_phone);
    each("posts", &f::posts);
    each("posted", &f::posted);
    each("postcode", &f::postcode);
    each("contact_name", &f::contact_name);
    each("days_per_week", &f::days_per_week);
    each("office_days", &f::office_days);
    each("home_days", &f::home_days);
    each("travel", &f::travel);
    each("shifts", &f::shifts);
    each("licences", &f::licences);
    each("checks", &f::checks);
    each("languages", &f::languages);
    each("benefits", &f::benefits);
}

}  // namespace rolewright::adverts
