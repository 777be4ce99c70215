// Each part in the one order that its members have everywhere.
#include "render/json_parts.hpp"

namespace rolewright::rendering {
namespace {

void write_role(json_writer & to, const role_reading & role) {
    to.key("role");
    if (role.family.empty()) {
        to.null();
        return;
    }
    to.begin_object().member("id", role.id).member("family", role.family).member("title", role.title).member("why", role.why).end_object();
}

}  // namespace

void write_frame(json_writer & to, const frame & in) {
    to.member("schema", json_schema).member("engine", version());
    to.key("packs").begin_array();
    for (const auto & p : in.packs.infos) to.begin_object().member("id", p.id).member("version", p.version).member("hash", p.hash).end_object();
    to.end_array().member("packs_hash", in.packs.hash);
    to.key("date");
    in.options.date.empty() ? to.null() : to.value(in.options.date);
}

json_writer & write_range(json_writer & to, range r) { return to.member("begin", r.begin).member("end", r.end); }

void write_fact(json_writer & to, const fact<std::string> & f) { f ? to.value(*f.value) : to.null(); }
void write_fact(json_writer & to, const fact<double> & f) { f ? to.value(*f.value) : to.null(); }
void write_fact(json_writer & to, const fact<calendar_date> & f) { f ? to.value(to_string(*f.value)) : to.null(); }
void write_fact(json_writer & to, const fact<std::uint32_t> & f) { f ? to.value(*f.value) : to.null(); }
void write_fact(json_writer & to, const fact<contract_kind> & f) { f ? to.value(*f.value) : to.null(); }
void write_fact(json_writer & to, const fact<workplace_kind> & f) { f ? to.value(*f.value) : to.null(); }
void write_fact(json_writer & to, const fact<std::vector<std::string>> & f) {
    to.begin_array();
    if (f)
        for (const auto & v : *f.value) to.value(v);
    to.end_array();
}
void write_fact(json_writer & to, const fact<salary> & f) {
    if (!f) {
        to.null();
        return;
    }
    const auto bound = [&](const char * name, const std::optional<double> & v) { v ? to.key(name).value(*v) : to.key(name).null(); };
    to.begin_object();
    bound("min", f.value->min);
    bound("max", f.value->max);
    to.member("currency", f.value->currency).member("per", f.value->per).end_object();
}

void write_identity(json_writer & to, const review & of, const review_result & from) {
    const auto & given = of.advert.source.given;
    to.key("id");
    given.id ? to.value(*given.id) : to.null();
    const auto & part = of.advert.source.part;
    to.member("source", part.empty() ? from.source : from.source.empty() ? part : from.source + "/" + part);
    to.key("language");
    of.advert.language.empty() ? to.null() : to.value(of.advert.language);
    write_role(to, of.judgement.role);
    to.key("mention");
    of.card.mention ? to.value(*of.card.mention) : to.null();
    to.key("score");
    of.card.score ? to.tenths(*of.card.score) : to.null();
    to.key("band");
    of.card.score ? to.value(of.card.band) : to.null();
}

void write_evidence(json_writer & to, const evidence & e, std::string_view text) {
    to.begin_object().member("quote", e.quote.of(text));
    write_range(to, e.quote).member("level", e.level).member("strength", e.strength).member("section", e.section).member("rule", e.rule);
    if (e.practice) to.member("practice", *e.practice);
    to.end_object();
}

void write_notes(json_writer & to, const std::vector<note> & notes, const packs::messages & say) {
    for (const auto & n : notes) to.begin_object().member("code", n.code).member("message", packs::sentence_of(n, say)).end_object();
}

void write_errors(json_writer & to, std::span<const error> errors) {
    to.key("errors").begin_array();
    for (const auto & e : errors) to.begin_object().member("source", e.file).member("code", e.code).member("message", e.message).end_object();
    to.end_array();
}

}  // namespace rolewright::rendering
