// The JSON of the design, member by member, in a fixed order.
#include "advert/facts/each.hpp"
#include "packs/say.hpp"
#include "render/json_parts.hpp"
#include "render/purposes.hpp"
#include "render/render.hpp"

#include <vector>

namespace rolewright::rendering {
namespace {

// Calls `each` with the name and the value of every fact.
template <class F>
void for_each_fact(const advert_facts & f, F && each) {
    adverts::for_each_fact([&](const auto & name, auto member) { each(name, f.*member); });
}

void write_source(json_writer & to, range where, const review & of, const review_result & from, place_finder & find) {
    to.key("source");
    const auto source = from.bytes.empty() ? std::nullopt : of.advert.source.source_of(where);
    if (!source) {
        to.null();
        return;
    }
    const auto place = find(source->begin);
    write_range(to.begin_object(), *source).member("line", place.line).member("column", place.column).end_object();
}

class advert_writer {
public:
    advert_writer(json_writer & to, const review & of, const review_result & from, const frame & in)
        : to_(to), of_(of), from_(from), in_(in), set_(in.packs.find(of.advert.language)), say_(in.packs, of.advert.language), text_(of.advert.source.text), find_(from.bytes) {}

    void write() {
        write_identity(to_, of_, from_);
        write_title();
        write_parts();
        write_criteria();
        write_ignored();
        write_gaps();
        write_frameworks();
        write_facts();
        write_sections();
        write_findings();
        to_.key("notes").begin_array();
        write_notes(to_, of_.advert.source.notes, say_);
        write_notes(to_, of_.advert.notes, say_);
        to_.end_array();
        if (in_.options.with_tools) write_tools();
        if (in_.options.with_text) to_.member("text", std::string_view(text_));
    }

private:
    const std::string & criterion_id(std::uint16_t c) const { return set_->criteria.criteria[c].id; }

    void write_title() {
        const auto & title = of_.advert.title;
        to_.key("job_title");
        if (title.text.empty()) {
            to_.null();
            return;
        }
        to_.begin_object().member("normal", title.text).key("taken_off").begin_array();
        for (const auto & words : title.taken_off) to_.value(words);
        to_.end_array().end_object();
    }

    void write_parts() {
        to_.key("parts").begin_array();
        for (const auto & p : of_.card.parts) {
            to_.begin_object().member("id", p.id).key("points").tenths(p.points).key("of").tenths(p.of);
            to_.end_object();
        }
        to_.end_array();
    }

    void write_criteria() {
        to_.key("criteria").begin_array();
        for (const auto & c : of_.card.criteria) {
            to_.begin_object().member("id", criterion_id(c.criterion)).member("relevance", c.relevance).member("level", c.level).member("strength", c.strength).member("value", c.value);
            to_.key("evidence").begin_array();
            for (const auto i : c.evidence) write_evidence(to_, of_.judgement.evidence[i], text_);
            to_.end_array().end_object();
        }
        to_.end_array();
    }

    void write_ignored() {
        to_.key("ignored").begin_array();
        for (const auto & p : of_.judgement.ignored) {
            to_.begin_object().member("quote", p.quote.of(text_));
            write_range(to_, p.quote).member("criterion", criterion_id(p.criterion)).member("why", p.why).member("rule", p.rule).end_object();
        }
        to_.end_array();
    }

    void write_gaps() {
        to_.key("gaps").begin_array();
        for (const auto & g : of_.gaps)
            to_.begin_object().member("criterion", criterion_id(g.criterion)).member("relevance", g.relevance).member("sentence", g.sentence).key("gain").tenths(g.gain).end_object();
        to_.end_array();
    }

    // Which competences of each framework the advert's evidence covers.
    void write_frameworks() {
        to_.key("frameworks").begin_array();
        if (set_) {
            std::vector<bool> asked(set_->criteria.criteria.size());
            for (const auto & c : of_.card.criteria) asked[c.criterion] = true;
            for (const auto & f : set_->criteria.frameworks) write_framework(f, asked);
        }
        to_.end_array();
    }

    void write_framework(const packs::framework & f, const std::vector<bool> & asked) {
        std::vector<bool> covered(f.items.size());
        for (const auto & m : f.maps)
            if (asked[m.criterion])
                for (const auto place : m.places) covered[place] = true;
        to_.begin_object().member("id", f.id).member("title", f.title).key("covered").begin_array();
        for (std::size_t i = 0; i < covered.size(); ++i)
            if (covered[i]) to_.value(f.items[i].first);
        to_.end_array().member("of", static_cast<std::int64_t>(covered.size())).end_object();
    }

    void write_tools() {
        to_.key("tools").begin_array();
        if (set_)
            for (const auto * t : tools_for(of_, *set_)) {
                to_.begin_object().member("criterion", criterion_id(t->criterion)).member("for", t->purpose);
                if (t->practice) to_.member("practice", *t->practice);
                to_.key("tools").begin_array();
                for (const auto & x : t->tools) {
                    to_.begin_object().member("name", x.name).member("free", x.free);
                    if (!x.note.empty()) to_.member("note", x.note);
                    if (!x.url.empty()) to_.member("url", x.url);
                    to_.end_object();
                }
                to_.end_array().end_object();
            }
        to_.end_array().key("practices").begin_array();
        if (set_)
            for (const auto * p : practices_left(of_, *set_)) {
                to_.begin_object().member("id", p->practice).member("title", p->title).member("about", p->about).key("sentences").begin_array();
                for (const auto & s : set_->criteria.suggestions)
                    if (s.practice == p->practice) to_.begin_object().member("way", s.way).member("strength", s.strength).member("sentence", s.sentence).end_object();
                to_.end_array().end_object();
            }
        to_.end_array();
    }

    void write_facts() {
        to_.key("facts").begin_object();
        for_each_fact(of_.advert.facts, [&](const auto & name, const auto & f) {
            to_.key(name);
            write_fact(to_, f);
        });
        to_.end_object().key("fact_ranges").begin_object();
        for_each_fact(of_.advert.facts, [&](const auto & name, const auto & f) {
            if (f.ranges.empty()) return;
            to_.key(name).begin_array();
            for (const auto & r : f.ranges) write_range(to_.begin_object(), r).end_object();
            to_.end_array();
        });
        to_.end_object();
    }

    void write_sections() {
        to_.key("sections").begin_array();
        for (const auto & s : of_.advert.sections) {
            to_.begin_object().key("heading");
            s.heading.empty() ? to_.null() : to_.value(s.heading.of(text_));
            to_.member("kind", s.kind);
            write_range(to_, s.text).member("run_in", s.run_in).end_object();
        }
        to_.end_array();
    }

    void write_findings() {
        to_.key("findings").begin_array();
        for (const auto & f : of_.findings) {
            to_.begin_object().member("rule", f.rule).member("severity", f.severity).member("message", f.message).member("why", f.why);
            write_range(to_, f.where);
            if (f.where.empty()) to_.key("source").null();
            else write_source(to_, f.where, of_, from_, find_);
            to_.key("fixes").begin_array();
            for (const auto & x : f.fixes) {
                to_.begin_object().member("title", x.title).member("safety", x.safety).key("edits").begin_array();
                for (const auto & e : x.edits) {
                    write_range(to_.begin_object(), e.where);
                    write_source(to_, e.where, of_, from_, find_);
                    to_.member("text", e.text).end_object();
                }
                to_.end_array().end_object();
            }
            to_.end_array().end_object();
        }
        to_.end_array();
    }

    json_writer & to_;
    const review & of_;
    const review_result & from_;
    const frame & in_;
    const packs::language_set * set_;
    packs::messages say_;
    const std::string & text_;
    place_finder find_;
};

}  // namespace

std::string advert_json(const review & of, const review_result & from, const frame & in, bool as_line) {
    std::string out;
    json_writer to(out);
    to.begin_object();
    if (as_line) to.member("schema", json_schema).member("engine", version()).member("packs_hash", in.packs.hash);
    advert_writer(to, of, from, in).write();
    to.end_object();
    return out;
}

std::string review_json(std::span<const review_result> results, std::span<const error> errors, const frame & in) {
    std::string out;
    json_writer to(out);
    to.begin_object();
    write_frame(to, in);
    to.key("adverts").begin_array();
    for (const auto & r : results)
        for (const auto & a : r.adverts) {
            to.begin_object();
            advert_writer(to, a, r, in).write();
            to.end_object();
        }
    to.end_array().key("notes").begin_array();
    const packs::messages say(in.packs, "en");
    for (const auto & r : results)
        for (const auto & n : r.notes) to.begin_object().member("code", n.code).member("message", packs::sentence_of(n, say)).member("source", r.source).end_object();
    to.end_array();
    if (!errors.empty()) write_errors(to, errors);
    to.end_object();
    return out + "\n";
}

std::string facts_json(std::span<const review_result> results, const frame & in) {
    std::string out;
    json_writer to(out);
    to.begin_object().member("schema", json_schema).member("engine", version()).key("adverts").begin_array();
    for (const auto & r : results)
        for (const auto & a : r.adverts) {
            to.begin_object().member("source", r.source).key("facts").begin_object();
            for_each_fact(a.advert.facts, [&](const auto & name, const auto & f) {
                to.key(name);
                write_fact(to, f);
            });
            to.end_object().key("fact_ranges").begin_object();
            for_each_fact(a.advert.facts, [&](const auto & name, const auto & f) {
                if (f.ranges.empty()) return;
                to.key(name).begin_array();
                for (const auto & where : f.ranges) {
                    write_range(to.begin_object(), where);
                    to.member("quote", where.of(a.advert.source.text)).end_object();
                }
                to.end_array();
            });
            to.end_object();
            if (in.options.with_text) to.member("text", std::string_view(a.advert.source.text));
            to.end_object();
        }
    to.end_array().end_object();
    return out + "\n";
}

}  // namespace rolewright::rendering
