#pragma once
#include <rolewright/document.hpp>
#include <rolewright/vocabulary.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rolewright {

/// A part of the advert and what it is for. Sections tile the `main` text in order.
struct section {
    section_kind kind = section_kind::other;
    range heading;            ///< the heading's words; empty: a part without heading
    range text;               ///< the whole part, its heading included
    bool run_in = false;      ///< the heading shares its line with text
    bool by_content = false;  ///< the kind was read from the sentences, not from a heading
};

enum class statement_form : std::uint8_t { sentence, list_item, key_value, cell };

/// A sentence, a list item or a key-value line.
struct statement {
    range text;
    range label;                     ///< key-value: "Salary" of "Salary: £24,000"; else empty
    std::string label_fact;          ///< the fact that the label names, e.g. "salary"; else empty
    bool placeholder = false;        ///< a gap still to be filled, "[Question: …]": it states and asks nothing
    bool foreign = false;            ///< in another language than the advert's: it is not judged
    std::uint32_t section = 0;       ///< in advert::sections
    std::uint32_t block = 0;         ///< in document::blocks
    std::uint32_t first_clause = 0;  ///< in advert::clauses
    std::uint32_t clause_count = 0;
    statement_form form = statement_form::sentence;
    section_kind kind = section_kind::other;  ///< its section's kind, unless its own content says more
};

/// The part of a statement that holds one thought; the clauses of a statement tile it.
struct clause {
    range text;
    std::uint32_t statement = 0;
};

/// A value, every place that states it (best first), and whether it came from a structured field instead of the text.
template <class T>
struct fact {
    std::optional<T> value;
    std::vector<range> ranges;
    bool given = false;
    explicit operator bool() const { return value.has_value(); }
};

struct advert_facts {
    fact<std::string> title, employer, location;
    fact<rolewright::salary> salary;
    fact<calendar_date> closing, interview, start;
    fact<double> hours_per_week, fte;
    fact<contract_kind> contract;
    fact<workplace_kind> workplace;
    fact<double> experience_years;
    fact<std::string> qualification, reference, contact_email, contact_phone;
    fact<std::uint32_t> posts;
    fact<calendar_date> posted;
    fact<std::string> postcode, contact_name;
    fact<double> days_per_week;
    /// Of hybrid work, days a week: at the place of work, at home. `travel`: what is said of having to travel, as written.
    fact<double> office_days, home_days;
    fact<std::string> travel;
    /// Each value has its range, in the same order. `shifts`: "nights"; `licences`: "driving"; `checks`: "dbs-enhanced"; `languages`: BCP 47; `benefits`: as written.
    fact<std::vector<std::string>> shifts, licences, checks, languages, benefits;
};

/// The title without what else it carries ("(P/T, maternity cover)"), shortened words written out.
struct normal_title {
    std::string text;                     ///< empty: the advert has no title
    std::vector<std::string> taken_off;   ///< as written, in order
};

/// A document understood: what each part is for, where each thought ends, and the facts.
struct advert {
    document source;
    std::string language;  ///< BCP 47; empty: not known
    bool judged = false;   ///< false: no pack for its language, or no text
    std::vector<rolewright::section> sections;
    std::vector<rolewright::statement> statements;
    std::vector<rolewright::clause> clauses;
    advert_facts facts;
    normal_title title;
    std::vector<note> notes;
};

}  // namespace rolewright
