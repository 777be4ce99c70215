// Each advert is reviewed; then every query that stands in its clauses is asked again, whether or not the clause counts.
// Samples are those whose hash is smallest, so that they come from everywhere and are the same in every run.
#include "batch/coverage.hpp"

#include "base/hash.hpp"
#include "engine/parts.hpp"
#include "read/record.hpp"

#include <algorithm>

namespace rolewright {
namespace {

using packs::owner_kind;

constexpr std::size_t most_around = 60;  // bytes of the clause shown on either side of a match

std::string flat(std::string_view text) {
    std::string made;
    for (const char c : text) made += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return made;
}

std::string_view last_bytes(std::string_view text, std::size_t n) {
    if (text.size() <= n) return text;
    const auto space = text.find(' ', text.size() - n);
    return space == std::string_view::npos ? std::string_view() : text.substr(space);
}

std::string_view first_bytes(std::string_view text, std::size_t n) {
    if (text.size() <= n) return text;
    const auto space = text.rfind(' ', n);
    return space == std::string_view::npos ? std::string_view() : text.substr(0, space);
}

std::string spoken_for(const packs::cue & c) {
    std::string made;
    const auto add = [&](std::string_view what, std::string_view name) { made += (made.empty() ? "" : ", ") + std::string(what) + " " + std::string(name); };
    if (c.subject) add("subject", to_string(*c.subject));
    if (c.act) add("act", to_string(*c.act));
    if (c.section) add("section", to_string(*c.section));
    return made;
}

bool is_lines(const std::string & source) { return source.ends_with(".ndjson") || source.ends_with(".jsonl"); }

}  // namespace

coverage::coverage(const engine & with, const review_options & options, std::size_t samples) : with_(with), options_(options), most_samples_(samples) {
    for (const auto & [tag, set] : with.inside().packs.languages) {
        auto & rules = by_rule_[tag];
        const auto add = [&](owner_kind kind, std::uint32_t i, const packs::queried & e, std::string criterion, std::string is) {
            rules[{kind, i}] = {.id = e.id, .criterion = std::move(criterion), .kind = kind, .is = std::move(is), .at = e.at, .samples = {}};
        };
        const auto & c = set.criteria;
        for (std::uint32_t i = 0; i < c.evidence.size(); ++i) add(owner_kind::evidence, i, c.evidence[i], c.criteria[c.evidence[i].criterion].id, std::string(to_string(c.evidence[i].level)));
        for (std::uint32_t i = 0; i < c.traps.size(); ++i) add(owner_kind::trap, i, c.traps[i], c.traps[i].criterion ? c.criteria[*c.traps[i].criterion].id : std::string(), std::string(to_string(c.traps[i].why)));
        for (std::uint32_t i = 0; i < set.language.cues.size(); ++i) add(owner_kind::cue, i, set.language.cues[i], {}, spoken_for(set.language.cues[i]));
        for (std::uint32_t i = 0; i < set.rules.rules.size(); ++i) add(owner_kind::rule, i, set.rules.rules[i], {}, std::string(to_string(set.rules.rules[i].severity)));
    }
}

result<bool> coverage::add(const std::string & bytes, const std::string & source) {
    if (!is_lines(source)) {
        auto read = rolewright::read(bytes, {options_.input, options_.limits, options_.map, options_.pdf_program});
        if (!read) return std::move(read).error();
        for (auto & doc : read->documents) add_document(std::move(doc), source, bytes, 0);
        return true;
    }
    readers::record_reader records(options_.limits, options_.map ? &*options_.map : nullptr);
    for (const auto & line : readers::record_lines(bytes)) {
        auto read = records.read(line.text);
        if (!read) {  // a broken record is no advert
            ++unread_;
            continue;
        }
        for (auto & doc : *read) add_document(std::move(doc), source, {}, static_cast<std::uint32_t>(line.number));
    }
    return true;
}

void coverage::add_hit(rule_coverage & to, const review & in, range clause, range match, const std::string & source, std::string_view bytes, std::uint32_t line, bool counted) {
    ++to.hits;
    to.counted += counted;
    if (auto & last = last_advert_[&to]; last != adverts_) ++to.adverts, last = adverts_;
    if (most_samples_ == 0) return;
    auto order = hash_of(source + "\n" + std::to_string(line) + "\n" + std::to_string(match.begin));
    if (to.samples.size() == most_samples_ && order >= to.samples.back().order) return;
    const auto & text = in.advert.source.text;
    const auto place = in.advert.source.source_of(match);
    if (line == 0 && place && !bytes.empty()) line = place_of(bytes, place->begin).line;
    coverage_sample made{source, line, flat(last_bytes(range{clause.begin, match.begin}.of(text), most_around)), flat(match.of(text)), flat(first_bytes(range{match.end, std::max(match.end, clause.end)}.of(text), most_around)), std::move(order)};
    const auto at = std::upper_bound(to.samples.begin(), to.samples.end(), made, [](const auto & a, const auto & b) { return a.order < b.order; });
    to.samples.insert(at, std::move(made));
    if (to.samples.size() > most_samples_) to.samples.pop_back();
}

void coverage::add_document(document doc, const std::string & source, std::string_view bytes, std::uint32_t line) {
    const auto r = with_.inside().review(std::move(doc), options_, work_);
    const auto * set = with_.inside().language_of(r);
    ++adverts_;
    if (!set || !r.advert.judged) return;
    auto & rules = by_rule_[set->language.tag];
    const auto & judged = r.judgement;
    std::vector<query::match> found;
    for (std::uint32_t c = 0; c < r.advert.clauses.size(); ++c) {
        const auto & clause = r.advert.clauses[c];
        const auto & statement = r.advert.statements[clause.statement];
        if (statement.placeholder || statement.foreign) continue;
        const auto words = work_.tokens_of(c);
        const query::searched_words searched{r.advert.source.text, words};
        for (auto rest = work_.candidates_of(c); !rest.empty();) {
            const auto asked = query::take_query(rest);
            const auto & owner = set->owners[asked[0].query];
            const auto known = rules.find({owner.what, owner.index});
            if (known == rules.end() || owner.what == owner_kind::rule) continue;
            if (owner.what == owner_kind::evidence && !set->criteria.evidence[owner.index].holds_for(judged.role)) continue;
            found.clear();
            set->program.verify(asked, searched, {statement.kind, judged.clauses[c].act, judged.clauses[c].subject}, found);
            for (const auto & m : found) {
                const range match{words[m.first].text.begin, words[m.last - 1].text.end};
                bool counted = owner.what == owner_kind::cue;
                if (owner.what == owner_kind::evidence)
                    counted = std::any_of(judged.evidence.begin(), judged.evidence.end(), [&](const evidence & e) { return e.clause == c && e.rule == known->second.id && e.match.overlaps(match); });
                if (owner.what == owner_kind::trap)
                    counted = std::any_of(judged.ignored.begin(), judged.ignored.end(), [&](const ignored_passage & p) { return p.clause == c && p.rule == known->second.id; });
                add_hit(known->second, r, clause.text, match, source, bytes, line, counted);
            }
        }
    }
    for (std::uint32_t i = 0; i < set->rules.rules.size(); ++i)
        for (const auto & f : r.findings)
            if (f.rule == set->rules.rules[i].id) {
                const auto around = std::find_if(r.advert.clauses.begin(), r.advert.clauses.end(), [&](const auto & c) { return c.text.overlaps(f.where); });
                add_hit(rules[{owner_kind::rule, i}], r, around == r.advert.clauses.end() ? f.where : around->text, f.where, source, bytes, line, true);
            }
}

std::vector<rule_coverage> coverage::rules() const {
    std::vector<rule_coverage> made;
    for (const auto & [tag, rules] : by_rule_)
        for (const auto & [key, rule] : rules) made.push_back(rule);
    std::stable_sort(made.begin(), made.end(), [](const auto & a, const auto & b) { return a.hits != b.hits ? a.hits > b.hits : a.id < b.id; });
    return made;
}

}  // namespace rolewright
