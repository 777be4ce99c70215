// Every point traced back: score → part → criterion → passage → rule, and from the passage to its clause, its part of the
// advert and the summands that made it count. What was seen and not counted is told the same way.
#include "render/layout.hpp"
#include "packs/say.hpp"
#include "render/quotes.hpp"
#include "render/render.hpp"
#include "score/arithmetic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rolewright::rendering {
namespace {

std::string points(double value) { return fmt::format("{:.1f}", std::floor(value * 10 + 0.5 + 1e-9) / 10); }
std::string figure(double value) {
    auto text = fmt::format("{:.3f}", value);
    while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
    return text;
}

/// The sums of one question ("subject", "act") over the reasons of a clause, largest first.
std::vector<std::pair<std::string, double>> sums_of(const clause_explanation & e, std::string_view question) {
    std::vector<std::pair<std::string, double>> made;
    for (const auto & r : e.reasons) {
        if (!r.says.starts_with(question)) continue;
        const auto name = r.says.substr(question.size() + 1);
        const auto known = std::find_if(made.begin(), made.end(), [&](const auto & s) { return s.first == name; });
        if (known == made.end()) made.emplace_back(name, r.weight);
        else known->second += r.weight;
    }
    std::stable_sort(made.begin(), made.end(), [](const auto & a, const auto & b) { return a.second > b.second; });
    return made;
}

std::vector<double> values_of(const review & r, const packs::language_set & set) {
    std::vector<double> values(set.criteria.criteria.size(), 0.0);
    for (const auto & c : r.card.criteria) values[c.criterion] = c.value;
    return values;
}

const packs::evidence_rule * rule_named(const std::string & id, const packs::language_set & set) {
    const auto found = std::find_if(set.criteria.evidence.begin(), set.criteria.evidence.end(), [&](const auto & e) { return e.id == id; });
    return found == set.criteria.evidence.end() ? nullptr : &*found;
}

bool is_trap(const std::string & id, const packs::language_set & set) {
    return std::any_of(set.criteria.traps.begin(), set.criteria.traps.end(), [&](const auto & t) { return t.id == id; });
}

/// The public source that a rule was written after; our own reading is none.
std::string source_title(const packs::evidence_rule * rule, const packs::language_set & set) {
    if (!rule || rule->source.empty()) return {};
    const auto found = std::find_if(set.sources.begin(), set.sources.end(), [&](const auto & s) { return s.id == rule->source; });
    return found == set.sources.end() || found->url.empty() ? std::string() : found->title;
}

class explanation_page {
public:
    explanation_page(const explained & of, const frame & in, const terminal & on)
        : of_(of), r_(of.advert), set_(*in.packs.find(of.advert.advert.language)), say_(in.packs, of.advert.advert.language), page_(on), text_(of.advert.advert.source.text) {}

    std::string clauses() {
        if (of_.clauses.empty()) page_.paragraph(say_("explain.nothing"));
        for (const auto & e : of_.clauses) clause(e);
        return page_.take();
    }

    std::string whole() {
        score();
        page_.heading(say_("explain.counted"));
        bool any = false;
        for (const auto & e : of_.clauses)
            if (!e.evidence.empty()) clause(e), any = true;
        if (!any) page_.paragraph(say_("explain.nothing-counted"), 2);
        bool first = true;
        for (const auto & e : of_.clauses) {
            if (!e.evidence.empty() || e.ignored.empty()) continue;
            if (first) page_.heading(say_("explain.not-counted"));
            first = false;
            clause(e);
        }
        return page_.take();
    }

private:
    using tone = page::tone;

    std::string name(const char * group, std::string_view id) const { return say_(std::string(group) + "." + std::string(id)); }

    void score() {
        page_.paragraph(say_("explain.score", {{"score", static_cast<std::int64_t>(std::floor(*r_.card.score + 0.5))}, {"band", std::string(to_string(r_.card.band))}}), 0, {}, tone::heading);
        const auto & role = r_.judgement.role;
        if (role.family.empty()) page_.paragraph(say_("explain.role-unknown"), 2);
        else page_.paragraph(say_("explain.role", {{"role", role.title.empty() ? family_title() : role.title + " (" + family_title() + ")"}, {"why", std::string(to_string(role.why))}}), 2);
        for (const auto & source : scoring::arithmetic(role, set_).sources(values_of(r_, set_))) {
            const auto part = std::find_if(r_.card.parts.begin(), r_.card.parts.end(), [&](const auto & p) { return p.id == source.id; });
            if (part == r_.card.parts.end()) continue;
            page_.line("  " + padded(name("part", to_string(part->id)), 20) + fmt::format("{:>6} ", points(part->points)) + say_("review.of", {{"points", points(part->of)}}));
            page_.paragraph(sum_of(source, *part), 6, {}, tone::dim);
        }
        for (const auto & c : r_.card.criteria)
            if (c.relevance == relevance::ask) page_.paragraph(set_.criteria.criteria[c.criterion].title + ": " + say_("explain.relevance.ask"), 2);
    }

    std::string family_title() const {
        for (const auto & f : set_.roles.families)
            if (f.id == r_.judgement.role.family && !f.title.empty()) return f.title;
        return r_.judgement.role.family;
    }

    // "(E-mail and calendars 1.0 + Spreadsheets 0.3) ÷ 3 × 30 = 13.0"
    std::string sum_of(const scoring::points_source & source, const part_score & part) const {
        if (source.criteria.empty()) return say_("explain.points-none");
        std::string sum;
        const auto values = values_of(r_, set_);
        for (const auto c : source.criteria) sum += (sum.empty() ? "(" : " + ") + set_.criteria.criteria[c].title + " " + figure(values[c]);
        sum += fmt::format(") ÷ {:.0f} × {} = {}", source.divisor, points(part.of), points(part.points));
        if (source.id == score_part::security) return say_("explain.points-security", {{"sum", sum}});
        return say_(source.id == score_part::role ? "explain.points-role" : "explain.points-everyday", {{"count", static_cast<std::int64_t>(source.divisor)}, {"sum", sum}});
    }

    void clause(const clause_explanation & e) {
        page_.gap();
        const auto words = "\"" + shortened(e.text.of(text_), 300) + "\"";
        page_.paragraph(words, 0, on_line(of_.advert, of_.from, e.text, say_) + "  ", tone::heading);
        page_.paragraph(say_(e.reading.counts ? "explain.counts" : "explain.ignored", {{"subject", name("subject", to_string(e.reading.subject))}, {"act", name("act", to_string(e.reading.act))}}), 2);
        page_.paragraph(part_of(e), 2);
        signs(e);
        for (std::size_t i = 0; i < e.evidence.size(); ++i) passage(e.evidence[i], i < e.evidence_reasons.size() ? e.evidence_reasons[i] : evidence_reason{});
        for (const auto & p : e.ignored) passed_over(p);
    }

    std::string part_of(const clause_explanation & e) const {
        const auto & statement = r_.advert.statements[r_.advert.clauses[e.clause].statement];
        const auto & part = r_.advert.sections[statement.section];
        const char * id = part.heading.empty() ? "explain.part-headless" : part.kind != statement.kind ? "explain.part-moved" : part.by_content ? "explain.part-by-content" : "explain.part";
        return say_(id, {{"heading", shortened(part.heading.of(text_), 60)}, {"kind", name("section", to_string(statement.kind))}});
    }

    // "the person wanted 7.5, rather than: the employer 2.5"
    std::string winner_of(const clause_explanation & e, const char * group) const {
        const auto sums = sums_of(e, group);
        if (sums.empty()) return {};
        auto line = name(group, sums.front().first) + " " + points(sums.front().second);
        for (std::size_t i = 1; i < sums.size(); ++i) line += (i == 1 ? say_("explain.instead") : ",") + " " + name(group, sums[i].first) + " " + points(sums[i].second);
        return line;
    }

    // The summands: a sign that speaks for a subject and an act with the same weight is one line.
    void signs(const clause_explanation & e) {
        const auto subject = winner_of(e, "subject"), act = winner_of(e, "act");
        if (subject.empty() && act.empty()) return page_.paragraph(say_("explain.no-sign"), 2);
        page_.paragraph(say_("explain.signs", {{"sums", subject + (subject.empty() || act.empty() ? "" : "; ") + act}}), 2);
        for (std::size_t i = 0; i < e.reasons.size(); ++i) {
            const auto & r = e.reasons[i];
            // What speaks for the winners needs no word more.
            auto speaks = wins(e, r.says) ? std::string() : spoken(r.says);
            if (i + 1 < e.reasons.size() && e.reasons[i + 1].rule == r.rule && e.reasons[i + 1].where == r.where && e.reasons[i + 1].weight == r.weight && r.says.starts_with("subject") && e.reasons[i + 1].says.starts_with("act")) {
                ++i;
                if (!wins(e, e.reasons[i].says)) speaks += (speaks.empty() ? "" : ", ") + spoken(e.reasons[i].says);
            }
            const auto what = r.where.empty() ? say_("explain.by-section") : "\"" + shortened(r.where.of(text_), 28) + "\"";
            page_.paragraph(r.rule + (speaks.empty() ? "" : " (" + speaks + ")"), 4, fmt::format("{:>5}  ", points(r.weight)) + padded(what, 31) + " ", tone::dim);
        }
    }

    static bool wins(const clause_explanation & e, const std::string & says) {
        return says == "subject " + std::string(to_string(e.reading.subject)) || says == "act " + std::string(to_string(e.reading.act));
    }

    // "subject candidate" in plain words.
    std::string spoken(const std::string & says) const {
        const auto space = says.find(' ');
        return say_(says.substr(0, space) + "." + says.substr(space + 1));
    }

    void passage(const evidence & x, const evidence_reason & why) {
        const auto & criterion = set_.criteria.criteria[x.criterion];
        const auto & scoring = set_.criteria.scoring;
        const double a = scoring.level[static_cast<std::size_t>(x.level)], b = scoring.strength[static_cast<std::size_t>(x.strength)];
        const auto scored = std::find_if(r_.card.criteria.begin(), r_.card.criteria.end(), [&](const auto & c) { return c.criterion == x.criterion; });
        const bool ask = scored != r_.card.criteria.end() && scored->relevance == relevance::ask;
        page_.paragraph(criterion.title + ": \"" + shortened(x.quote.of(text_), 100) + "\"", 2, "+ ", tone::good);
        page_.paragraph(say_(ask ? "explain.value-ask" : "explain.value", {{"level", std::string(to_string(x.level))}, {"strength", std::string(to_string(x.strength))}, {"a", figure(a)}, {"b", figure(b)}, {"value", figure(a * b)}}), 6);
        if (why.bound.empty()) page_.paragraph(say_("explain.level", {{"level", std::string(to_string(x.level))}, {"why", name("level", to_string(x.level))}}), 6);
        else page_.paragraph(say_("explain.level-bound", {{"level", std::string(to_string(x.level))}, {"before", std::string(to_string(why.of_rule))}, {"words", std::string(why.bound_where.of(text_))}, {"bound", why.bound}}), 6);
        const auto strength_id = why.strength == strength_why::rule ? std::string("strength.by-rule") : why.strength == strength_why::offer ? std::string("strength.by-offer") : "strength." + std::string(to_string(x.strength));
        page_.paragraph(say_(strength_id, {{"strength", std::string(to_string(x.strength))}}), 6);
        if (x.practice)
            for (const auto & p : set_.criteria.practices)
                if (p.practice == *x.practice) page_.paragraph(say_("explain.practice", {{"practice", p.title}}), 6);
        const auto source = source_title(rule_named(x.rule, set_), set_);
        page_.paragraph(say_("explain.rule", {{"rule", x.rule}, {"source", source.empty() ? std::string("none") : source}}), 6, {}, tone::dim);
    }

    void passed_over(const ignored_passage & p) {
        page_.paragraph(set_.criteria.criteria[p.criterion].title + ": \"" + shortened(p.quote.of(text_), 100) + "\"", 2, "- ", tone::dim);
        page_.paragraph(say_(is_trap(p.rule, set_) ? "explain.trap" : "explain.clause", {{"rule", p.rule}, {"why", name("ignored", to_string(p.why))}}), 6);
    }

    const explained & of_;
    const review & r_;
    const packs::language_set & set_;
    packs::messages say_;
    page page_;
    const std::string & text_;
};

class explanation_writer {
public:
    explanation_writer(json_writer & to, const explained & of, const packs::language_set & set) : to_(to), of_(of), r_(of.advert), set_(set), text_(of.advert.advert.source.text), find_(of.from.bytes) {}

    void write() {
        to_.key("score").tenths(*r_.card.score).member("band", r_.card.band);
        const auto & role = r_.judgement.role;
        to_.key("role");
        if (role.family.empty()) to_.null();
        else to_.begin_object().member("id", role.id).member("family", role.family).member("title", role.title).member("why", role.why).end_object();
        write_parts();
        write_criteria();
        to_.key("clauses").begin_array();
        for (const auto & e : of_.clauses) write_clause(e);
        to_.end_array();
    }

private:
    const std::string & criterion_id(std::uint16_t c) const { return set_.criteria.criteria[c].id; }

    void write_parts() {
        to_.key("parts").begin_array();
        for (const auto & source : scoring::arithmetic(r_.judgement.role, set_).sources(values_of(r_, set_))) {
            const auto part = std::find_if(r_.card.parts.begin(), r_.card.parts.end(), [&](const auto & p) { return p.id == source.id; });
            if (part == r_.card.parts.end()) continue;
            to_.begin_object().member("id", part->id).key("points").tenths(part->points).key("of").tenths(part->of).key("criteria").begin_array();
            for (const auto c : source.criteria) to_.value(criterion_id(c));
            to_.end_array().member("divisor", static_cast<std::int64_t>(source.divisor)).end_object();
        }
        to_.end_array();
    }

    void write_criteria() {
        to_.key("criteria").begin_array();
        for (const auto & c : r_.card.criteria)
            to_.begin_object().member("id", criterion_id(c.criterion)).member("relevance", c.relevance).member("level", c.level).member("strength", c.strength).member("value", c.value).end_object();
        to_.end_array();
    }

    void write_range(range r) { to_.member("begin", r.begin).member("end", r.end); }

    void write_clause(const clause_explanation & e) {
        const auto & statement = r_.advert.statements[r_.advert.clauses[e.clause].statement];
        const auto & part = r_.advert.sections[statement.section];
        to_.begin_object().member("quote", e.text.of(text_));
        write_range(e.text);
        to_.key("line");
        const auto source = r_.advert.source.source_of(e.text);
        source && !of_.from.bytes.empty() ? to_.value(find_(source->begin).line) : to_.null();
        to_.key("section").begin_object().member("kind", statement.kind).key("heading");
        part.heading.empty() ? to_.null() : to_.value(part.heading.of(text_));
        to_.member("heading_kind", part.kind).member("by_content", part.by_content).end_object();
        to_.member("subject", e.reading.subject).member("act", e.reading.act).member("counts", e.reading.counts).key("why");
        e.reading.counts ? to_.null() : to_.value(e.reading.why);
        to_.key("reasons").begin_array();
        for (const auto & r : e.reasons) {
            const auto space = r.says.find(' ');
            to_.begin_object().member("for", r.says.substr(0, space)).member("value", r.says.substr(space + 1)).member("weight", r.weight).member("rule", r.rule).key("quote");
            r.where.empty() ? to_.null() : to_.value(r.where.of(text_));
            if (!r.where.empty()) write_range(r.where);
            to_.end_object();
        }
        to_.end_array().key("evidence").begin_array();
        for (std::size_t i = 0; i < e.evidence.size(); ++i) write_passage(e.evidence[i], i < e.evidence_reasons.size() ? e.evidence_reasons[i] : evidence_reason{});
        to_.end_array().key("ignored").begin_array();
        for (const auto & p : e.ignored) {
            to_.begin_object().member("criterion", criterion_id(p.criterion)).member("quote", p.quote.of(text_));
            write_range(p.quote);
            to_.member("why", p.why).member("rule", p.rule).member("by", is_trap(p.rule, set_) ? "trap" : "clause").end_object();
        }
        to_.end_array().end_object();
    }

    void write_passage(const evidence & x, const evidence_reason & why) {
        static constexpr std::string_view strength_by[] = {"act", "rule", "offer"};
        const auto & scoring = set_.criteria.scoring;
        to_.begin_object().member("criterion", criterion_id(x.criterion)).member("quote", x.quote.of(text_));
        write_range(x.quote);
        to_.member("match", x.match.of(text_)).member("rule", x.rule).key("source");
        const auto title = source_title(rule_named(x.rule, set_), set_);
        title.empty() ? to_.null() : to_.value(title);
        if (x.practice) to_.member("practice", *x.practice);
        to_.member("level", x.level).member("level_of_rule", why.of_rule).key("bound");
        if (why.bound.empty()) to_.null();
        else to_.begin_object().member("rule", why.bound).member("quote", why.bound_where.of(text_)).end_object();
        to_.member("strength", x.strength).member("strength_by", strength_by[static_cast<std::size_t>(why.strength)]);
        to_.member("value", scoring.level[static_cast<std::size_t>(x.level)] * scoring.strength[static_cast<std::size_t>(x.strength)]).end_object();
    }

    json_writer & to_;
    const explained & of_;
    const review & r_;
    const packs::language_set & set_;
    const std::string & text_;
    place_finder find_;
};

}  // namespace

std::string explanation_text(const explained & of, const frame & in, const terminal & on, bool whole) {
    if (!of.advert.card.score) {
        page p(on);
        const packs::messages say(in.packs, "en");
        const auto & notes = of.advert.advert.notes;
        p.paragraph(notes.empty() ? say("review.not-judged") : packs::sentence_of(notes.front(), say));
        return p.take();
    }
    explanation_page page(of, in, on);
    return whole ? page.whole() : page.clauses();
}

std::string explanation_json(std::span<const explained> of, const frame & in) {
    std::string out;
    json_writer to(out);
    to.begin_object().member("schema", 1).member("engine", version()).member("packs_hash", in.packs.hash).key("adverts").begin_array();
    for (const auto & e : of) {
        to.begin_object().key("id");
        const auto & id = e.advert.advert.source.given.id;
        id ? to.value(*id) : to.null();
        to.member("source", e.from.source);
        const auto * set = in.packs.find(e.advert.advert.language);
        if (set && e.advert.card.score) explanation_writer(to, e, *set).write();
        else to.key("score").null().key("clauses").begin_array().end_array();
        to.end_object();
    }
    to.end_array().end_object();
    return out + "\n";
}

}  // namespace rolewright::rendering
