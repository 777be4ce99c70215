// Both sides of a comparison, and the members of a team, are told with the quotes and ranges of a review.
#include "advert/facts/each.hpp"
#include "packs/say.hpp"
#include "render/json_parts.hpp"

#include <algorithm>

namespace rolewright::rendering {
namespace {

void write_advert(json_writer & to, const char * key, const named_advert & a, const frame & in) {
    if (key) to.key(key);
    to.begin_object();
    write_identity(to, a.advert, a.from);
    to.key("title");
    write_fact(to, a.advert.advert.facts.title);
    to.key("notes").begin_array();
    const packs::messages say(in.packs, a.advert.advert.language);
    write_notes(to, a.advert.advert.source.notes, say);
    write_notes(to, a.advert.advert.notes, say);
    to.end_array();
    if (in.options.with_text) to.member("text", std::string_view(a.advert.advert.source.text));
    to.end_object();
}

void write_input_notes(json_writer & to, std::span<const named_advert> adverts, const frame & in) {
    to.key("notes").begin_array();
    const packs::messages say(in.packs, "en");
    const review_result * last = nullptr;
    for (const auto & a : adverts) {
        if (&a.from == last) continue;
        last = &a.from;
        write_notes(to, a.from.notes, say);
    }
    to.end_array();
}

const std::string & criterion_id(std::uint16_t criterion, const named_advert & of, const frame & in) {
    return in.packs.find(of.advert.advert.language)->criteria.criteria[criterion].id;
}

void write_passages(json_writer & to, const named_advert & of, const std::vector<std::uint32_t> & evidence) {
    to.key("evidence").begin_array();
    for (const auto i : evidence) write_evidence(to, of.advert.judgement.evidence[i], of.advert.advert.source.text);
    to.end_array();
}

// What one side asks for a criterion: its strongest passage's level and strength, and all passages.
void write_side(json_writer & to, const char * key, const named_advert & of, const std::vector<std::uint32_t> & evidence) {
    to.key(key);
    if (evidence.empty()) {
        to.null();
        return;
    }
    const auto & best = of.advert.judgement.evidence[evidence.front()];
    to.begin_object().member("level", best.level).member("strength", best.strength);
    write_passages(to, of, evidence);
    to.end_object();
}

void write_sentence(json_writer & to, const std::string & sentence) {
    to.key("sentence");
    sentence.empty() ? to.null() : to.value(sentence);
}

void write_fact_side(json_writer & to, const char * key, std::string_view name, const named_advert & of, const std::vector<range> & ranges) {
    to.key(key).begin_object().key("value");
    adverts::for_each_fact([&](std::string_view each, auto member) {
        if (each == name) write_fact(to, of.advert.advert.facts.*member);
    });
    to.key("ranges").begin_array();
    for (const auto & r : ranges) {
        to.begin_object().member("quote", r.of(of.advert.advert.source.text));
        write_range(to, r).end_object();
    }
    to.end_array().end_object();
}

}  // namespace

std::string comparison_json(const named_advert & advert, const named_advert & description, const comparison & of, const frame & in) {
    std::string out;
    json_writer to(out);
    to.begin_object();
    write_frame(to, in);
    write_advert(to, "advert", advert, in);
    write_advert(to, "description", description, in);
    to.member("judged", of.judged).key("criteria").begin_array();
    for (const auto & c : of.criteria) {
        to.begin_object().member("id", criterion_id(c.criterion, advert, in)).member("standing", c.standing);
        write_side(to, "advert", advert, c.advert);
        write_side(to, "description", description, c.description);
        write_sentence(to, c.sentence);
        if (!c.sentence.empty()) to.member("own_words", c.own_words);
        to.end_object();
    }
    to.end_array().key("facts").begin_array();
    for (const auto & f : of.facts) {
        to.begin_object().member("fact", f.fact).member("standing", f.standing).key("missing").begin_array();
        for (const auto & m : f.missing) to.value(m);
        to.end_array();
        write_fact_side(to, "advert", f.fact, advert, f.advert);
        write_fact_side(to, "description", f.fact, description, f.description);
        to.end_object();
    }
    to.end_array();
    const named_advert both[] = {advert, description};
    write_input_notes(to, both, in);
    to.end_object();
    return out + "\n";
}

std::string team_json(std::span<const named_advert> adverts, const team_view & of, std::span<const error> errors, const frame & in) {
    std::string out;
    json_writer to(out);
    to.begin_object();
    write_frame(to, in);
    to.key("adverts").begin_array();
    for (std::uint32_t i = 0; i < adverts.size(); ++i) write_advert(to, nullptr, adverts[i], in);
    to.end_array().key("judged").begin_array();
    for (const auto n : of.judged) to.value(n);
    const auto numbers = [&](const char * key, const std::vector<std::uint32_t> & all) {
        to.key(key).begin_array();
        for (const auto n : all) to.value(n);
        to.end_array();
    };
    to.end_array().key("criteria").begin_array();
    for (const auto & c : of.criteria) {
        to.begin_object().member("id", criterion_id(c.criterion, adverts[of.judged.front()], in)).member("basic", c.basic).member("coverage", c.coverage).key("asked_by").begin_array();
        for (const auto & a : c.asked_by) {
            to.begin_object().member("advert", a.advert).member("level", a.level).member("strength", a.strength);
            write_passages(to, adverts[a.advert], a.evidence);
            to.end_object();
        }
        to.end_array();
        numbers("core_for", c.core_for);
        write_sentence(to, c.sentence);
        to.key("best_for");
        c.best_for ? to.value(*c.best_for) : to.null();
        to.end_object();
    }
    to.end_array().key("practices").begin_array();
    for (const auto & p : of.practices) {
        to.begin_object().member("id", p.practice);
        numbers("asked_by", p.asked_by);
        write_sentence(to, p.sentence);
        to.end_object();
    }
    to.end_array();
    write_input_notes(to, adverts, in);
    if (!errors.empty()) write_errors(to, errors);
    to.end_object();
    return out + "\n";
}

}  // namespace rolewright::rendering
