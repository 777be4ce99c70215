// Every query of every element goes into one program; owners remember whose it was.
#include "packs/kinds.hpp"

#include <algorithm>
#include <cassert>

namespace rolewright::packs {
namespace {

class compiler {
public:
    explicit compiler(language_set & set) : set_(set) {}

    void run(std::optional<saved_language> saved) {
        set_.taken_up = saved.has_value();
        if (saved) set_.words = std::move(saved->words);
        else begin_building();
        // The order tells where the candidates of a clause stand: cues, values, …, rules.
        add_all(set_.language.headings, owner_kind::heading);
        add_all(set_.language.breakers, owner_kind::breaker);
        add_all(set_.language.labels, owner_kind::label);
        add_all(set_.language.asides, owner_kind::aside);
        add_all(set_.roles.families, owner_kind::family_title);
        add_all(set_.roles.roles, owner_kind::role_title);
        add_all(set_.language.cues, owner_kind::cue);
        add_all(set_.language.values, owner_kind::value);
        add_all(set_.criteria.evidence, owner_kind::evidence);
        add_all(set_.criteria.traps, owner_kind::trap);
        add_all(set_.criteria.bounds, owner_kind::bound);
        for (std::uint32_t i = 0; i < set_.roles.roles.size(); ++i)
            for (const auto & q : set_.roles.roles[i].duties) set_.roles.roles[i].compiled_duties.push_back(add(q, owner_kind::role_duty, i, set_.roles.roles[i].at));
        add_all(set_.rules.rules, owner_kind::rule);
        for (const auto & kind : set_.language.kinds) add_meanings(kind);
        const auto add_words = [&](const std::vector<std::string> & from, std::unordered_set<text::word_id> & to) {
            for (const auto & word : from) to.insert(set_.words.add(word));
        };
        add_words(set_.language.never_first, set_.never_first), add_words(set_.language.never_last, set_.never_last);
        add_words(set_.language.organisations, set_.organisations), add_words(set_.language.occupations, set_.occupations);
        set_.kinds_by_word.resize(set_.words.size());
        for (text::word_id word = 0; word < set_.meaning_by_word.size(); ++word)
            if (const auto * meaning = set_.meaning_of(word)) set_.kinds_by_word[word] = meaning->kinds;
        set_.program = saved ? std::move(saved->program) : std::move(*builder_).build();
        assert(set_.program.query_count() == set_.owners.size());
    }

private:
    void begin_building() {
        builder_.emplace(set_.forms, set_.words);
        // Zipf's law: the word of rank n comes up about 1/n times as often as the commonest.
        constexpr std::size_t commonest = 255, flattened = 10;
        const auto & common = set_.language.common;
        for (std::size_t rank = 0; rank < common.size(); ++rank)
            builder_->set_commonness(common[rank], static_cast<std::uint8_t>(std::max<std::size_t>(1, commonest * flattened / (rank + flattened))));
    }

    template <class T>
    void add_all(std::vector<T> & elements, owner_kind what) {
        for (std::uint32_t i = 0; i < elements.size(); ++i)
            for (std::size_t k = 0; k < elements[i].queries.size(); ++k) elements[i].compiled.push_back(add(elements[i].queries[k], what, i, k < elements[i].places.size() ? elements[i].places[k] : elements[i].at));
    }

    std::uint32_t add(const query::expression & q, owner_kind what, std::uint32_t index, const origin & at) {
        const auto number = builder_ ? compiled(q, place_of(what), at) : static_cast<std::uint32_t>(set_.owners.size());
        set_.owners.push_back({what, index});
        auto & together = set_.queries_by_kind[static_cast<std::size_t>(what)];
        if (together.end == 0) together.begin = number;
        together.end = number + 1;
        return number;
    }

    std::uint32_t compiled(const query::expression & q, query::place asked, const origin & at) {
        const auto lookup = [&](std::string_view name) -> const query::expression * {
            const auto found = set_.lists.find(name);
            return found == set_.lists.end() ? nullptr : &found->second.body;
        };
        const auto number = builder_->add(asked, q, lookup);
        if (!number) {
            auto e = number.error();
            e.file = at.file;
            e.line = at.line;
            e.column = at.column;
            throw broken_pack{e};
        }
        return *number;
    }

    void add_meanings(const kind_words & of) {
        const auto kind = fact_kind_named(of.name);
        if (!kind) return;
        for (const auto & word : of.words) {
            const auto id = set_.words.add(text::fold(word));
            if (set_.meaning_by_word.size() <= id) set_.meaning_by_word.resize(id + 1);
            auto & number = set_.meaning_by_word[id];
            if (number == 0) {
                set_.meanings.emplace_back();
                number = static_cast<std::uint16_t>(set_.meanings.size());
            }
            set_.meanings[number - 1u].add(*kind, of.value);
        }
    }

    language_set & set_;
    std::optional<query::program_builder> builder_;  ///< none where the program is saved
};

}  // namespace

void compile(language_set & set, std::optional<saved_language> saved) {
    set.forms = text::inflector(set.language.inflection);
    compiler(set).run(std::move(saved));
}

}  // namespace rolewright::packs
