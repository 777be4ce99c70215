// The review as a person reads it: first a finding in plain words, then what is good, what to add with the words for it,
// what could be clearer, what else was noticed, what was seen and not counted, and the score last.
#include "render/layout.hpp"
#include "packs/say.hpp"
#include "render/purposes.hpp"
#include "render/quotes.hpp"
#include "render/render.hpp"
#include "score/arithmetic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rolewright::rendering {
namespace {

constexpr std::size_t most_good = 8, most_ignored = 8, most_vague = 3, most_noticed = 15;
constexpr unsigned bar_width = 20;

std::string points(double value) { return fmt::format("{:.1f}", std::floor(value * 10 + 0.5 + 1e-9) / 10); }

class review_page {
public:
    review_page(const review & of, const review_result & from, const frame & in, const terminal & on)
        : of_(of), from_(from), in_(in), set_(in.packs.find(of.advert.language)), say_(in.packs, of.advert.language), page_(on) {}

    std::string write() {
        if (!of_.card.score) {
            page_.paragraph(of_.advert.notes.empty() ? say_("review.not-judged") : packs::sentence_of(of_.advert.notes.front(), say_));
            return page_.take();
        }
        write_lead();
        write_good();
        write_gaps();
        write_vague();
        write_noticed();
        write_ignored();
        write_asks();
        write_score();
        write_tools();
        write_next();
        return page_.take();
    }

private:
    using tone = page::tone;

    const packs::criterion & criterion(std::uint16_t c) const { return set_->criteria.criteria[c]; }

    place place_of_text(range where) const { return place_in(of_, from_, where); }
    std::string on_line(range where) const { return rendering::on_line(of_, from_, where, say_); }
    std::string quoted(range where) const { return rendering::quoted(of_, where); }

    std::string role_title() const {
        const auto & r = of_.judgement.role;
        return r.title.empty() ? std::string() : r.title;
    }

    // One or two plain sentences about this advert: what it has, and how little is missing.
    void write_lead() {
        const auto n = static_cast<std::int64_t>(of_.gaps.size());
        const criterion_score * best = nullptr;
        for (const auto & c : of_.card.criteria)
            if (c.level != level::vague && (!best || c.value > best->value)) best = &c;
        const auto good = best ? within_sentence(criterion(best->criterion).title) : std::string();
        const char * id = of_.card.mention == mention::none    ? "lead.none"
                          : of_.card.mention == mention::vague ? "lead.vague"
                          : n == 0                             ? "lead.complete"
                          : of_.card.band == band::strong      ? "lead.strong"
                                                               : "lead.specific";
        page_.paragraph(say_(id, {{"count", n}, {"good", good}, {"role", role_title()}, {"hasrole", std::string(role_title().empty() ? "no" : "yes")}}));
    }

    void write_good() {
        std::vector<const criterion_score *> good;
        for (const auto & c : of_.card.criteria)
            if (c.level != level::vague && c.relevance != relevance::ask) good.push_back(&c);
        if (good.empty()) return;
        page_.heading(say_("review.good"));
        for (std::size_t i = 0; i < good.size() && i < most_good; ++i) {
            const auto & c = *good[i];
            const auto & e = best_evidence(c);
            auto title = criterion(c.criterion).title;
            if (c.strength == strength::desirable) title += " " + say_("review.plus");
            page_.paragraph(title, 2);
            page_.paragraph(quoted(e.quote) + (c.level == level::tool ? "  " + say_("review.tool-only") : ""), 6, on_line(e.quote) + "  ", tone::good);
        }
        if (good.size() > most_good) page_.paragraph(say_("review.more", {{"count", static_cast<std::int64_t>(good.size() - most_good)}}), 2);
    }

    const evidence & best_evidence(const criterion_score & c) const {
        for (const auto i : c.evidence)
            if (of_.judgement.evidence[i].level == c.level && of_.judgement.evidence[i].strength == c.strength) return of_.judgement.evidence[i];
        return of_.judgement.evidence[c.evidence.front()];
    }

    void write_gaps() {
        if (of_.gaps.empty()) return;
        page_.heading(say_("review.gaps", {{"count", static_cast<std::int64_t>(of_.gaps.size())}}));
        int number = 0;
        for (const auto & g : of_.gaps) {
            const auto title = fmt::format("  {}  {}", ++number, criterion(g.criterion).title);
            page_.spread(title, say_("review.gain", {{"points", static_cast<std::int64_t>(std::floor(g.gain + 0.5))}}), tone::heading);
            page_.paragraph(g.sentence, 7, {}, tone::good);
            page_.paragraph(why_of(g), 5);
            write_practices(g);
        }
        page_.paragraph(say_("review.gaps-note"), 2, {}, tone::dim);
    }

    // Account security is many habits: the advert may rather ask for another than the one in the sentence.
    void write_practices(const gap & g) {
        const auto asks_here = [&](const packs::evidence_rule & e) { return e.practice && e.criterion == g.criterion; };
        if (std::none_of(set_->criteria.evidence.begin(), set_->criteria.evidence.end(), asks_here)) return;
        std::string names;
        for (const auto * p : practices_left(of_, *set_)) names += (names.empty() ? "" : ", ") + p->title;
        if (!names.empty()) page_.paragraph(say_("review.practices", {{"list", names}}), 5);
    }

    std::string why_of(const gap & g) const {
        const auto own = "why." + criterion(g.criterion).id;
        if (say_.has(own)) return say_(own);
        return g.relevance == relevance::core && !role_title().empty() ? say_("why.core", {{"role", role_title()}}) : criterion(g.criterion).about;
    }

    void write_vague() {
        std::vector<const evidence *> vague;
        for (const auto & e : of_.judgement.evidence)
            if (e.level == level::vague && !says_more(e.clause)) vague.push_back(&e);
        if (vague.empty()) return;
        page_.heading(say_("review.vague"));
        for (std::size_t i = 0; i < vague.size() && i < most_vague; ++i) page_.paragraph(quoted(vague[i]->quote), 2, on_line(vague[i]->quote) + "  ");
        page_.paragraph(say_("review.vague-why"), 11);
        if (const auto * s = scoring::clearer_wording(of_.judgement, scoring::arithmetic(of_.judgement.role, *set_))) page_.paragraph(s->sentence, 13, {}, tone::good);
    }

    // "Computer skills including Excel" does say which.
    bool says_more(std::uint32_t clause) const {
        const auto & all = of_.judgement.evidence;
        return std::any_of(all.begin(), all.end(), [&](const evidence & e) { return e.clause == clause && e.level != level::vague; });
    }

    void write_noticed() {
        if (of_.findings.empty()) return;
        page_.heading(say_("review.noticed"));
        std::size_t shown = 0;
        for (const auto & f : of_.findings) {
            if (shown++ == most_noticed) break;
            const auto name = from_.source.empty() || from_.source == "-" ? std::string("advert") : from_.source;
            auto where = name;
            if (!f.where.empty()) {
                const auto p = place_of_text(f.where);
                where += fmt::format(":{}:{}", p.line, p.column);
            }
            page_.paragraph(fmt::format("{}: {}: {}", where, to_string(f.severity), f.rule), 2, {}, f.severity == severity::error || f.severity == severity::warning ? tone::warn : tone::plain);
            page_.paragraph(shortened(f.message, 300) + " " + f.why, 4);
            for (const auto & x : f.fixes) page_.paragraph(x.edits.empty() ? x.title : x.title + ": " + x.edits.front().text, 6, "→ ");
        }
        if (of_.findings.size() > most_noticed) page_.paragraph(say_("review.more", {{"count", static_cast<std::int64_t>(of_.findings.size() - most_noticed)}}), 2);
    }

    void write_ignored() {
        const auto & all = of_.judgement.ignored;
        if (all.empty()) return;
        page_.heading(say_("review.ignored"));
        std::vector<range> seen;
        std::size_t shown = 0, left_out = 0;
        for (const auto & p : all) {
            if (std::find(seen.begin(), seen.end(), p.quote) != seen.end()) continue;
            seen.push_back(p.quote);
            if (shown == most_ignored) {
                ++left_out;
                continue;
            }
            ++shown;
            page_.paragraph(quoted(p.quote) + " " + say_("ignored." + std::string(to_string(p.why))), 2, on_line(p.quote) + "  ");
        }
        if (left_out) page_.paragraph(say_("review.more", {{"count", static_cast<std::int64_t>(left_out)}}), 2);
    }

    void write_asks() {
        bool first = true;
        for (const auto & c : of_.card.criteria) {
            if (c.relevance != relevance::ask || c.level == level::vague) continue;
            if (first) page_.heading(say_("review.asks"));
            first = false;
            const auto & e = best_evidence(c);
            page_.paragraph(quoted(e.quote) + " " + say_("review.ask", {{"criterion", criterion(c.criterion).title}}), 2, on_line(e.quote) + "  ");
        }
    }

    void write_score() {
        const auto band_name = [&](band b) { return std::string(to_string(b)); };
        page_.gap();
        const auto now = say_("review.score", {{"score", static_cast<std::int64_t>(std::floor(*of_.card.score + 0.5))}, {"band", band_name(of_.card.band)}});
        const auto then = of_.gaps.empty() ? std::string()
                                           : say_("review.score-with", {{"count", static_cast<std::int64_t>(of_.gaps.size())}, {"score", static_cast<std::int64_t>(std::floor(of_.score_with_gaps + 0.5))}, {"band", band_name(of_.band_with_gaps)}});
        page_.spread(now, then, tone::heading);
        for (const auto & p : of_.card.parts) {
            const auto full = static_cast<unsigned>(p.of > 0 ? std::floor(p.points / p.of * bar_width + 0.5) : 0);
            const auto bar = std::string(full, '#') + std::string(bar_width - full, '.');
            page_.line("  " + padded(say_("part." + std::string(to_string(p.id))), 20) + " " + bar + " " + fmt::format("{:>6}", points(p.points)) + " " + say_("review.of", {{"points", std::string(points(p.of).ends_with(".0") ? points(p.of).substr(0, points(p.of).size() - 2) : points(p.of))}}));
        }
    }

    void write_tools() {
        if (!in_.options.with_tools) return;
        page_.heading(say_("review.tools"));
        page_.paragraph(say_("review.tools-note"), 2, {}, tone::dim);
        const packs::tool_kind * before = nullptr;
        for (const auto * t : tools_for(of_, *set_)) {
            if (!before || before->criterion != t->criterion) page_.paragraph(criterion(t->criterion).title, 2, {}, tone::heading);
            before = t;
            page_.paragraph(t->purpose, 4);
            page_.paragraph(tool_names(*t, say_), 8);
        }
        write_habits();
    }

    // For each safe habit a sentence to paste.
    void write_habits() {
        const auto left = practices_left(of_, *set_);
        if (left.empty()) return;
        page_.heading(say_("review.habits"));
        for (const auto * p : left) {
            page_.paragraph(p->title + ": " + p->about, 2);
            if (const auto * s = scoring::sentence_for(p->practice, *set_)) page_.paragraph(s->sentence, 8, {}, tone::good);
        }
    }

    void write_next() {
        page_.gap();
        const auto name = from_.source.empty() ? std::string("-") : from_.source;
        const auto line = of_.judgement.evidence.empty() ? 1 : place_of_text(of_.judgement.evidence.front().quote).line;
        write_command("rolewright improve " + name, say_("review.next-improve"));
        write_command(fmt::format("rolewright explain {} --at {}", name, line), say_("review.next-explain"));
        if (!in_.options.with_tools) write_command("rolewright review --tools " + name, say_("review.next-tools"));
        if (!in_.options.help_contact.empty()) {
            page_.gap();
            page_.paragraph(say_("review.contact", {{"contact", in_.options.help_contact}}));
        }
    }

    // A long command has its line to itself.
    void write_command(const std::string & command, const std::string & does) {
        constexpr unsigned command_columns = 42;
        if (columns(command) <= command_columns) return page_.paragraph(does, 2, padded(command, command_columns) + " ", tone::dim);
        page_.line("  " + command, tone::dim);
        page_.paragraph(does, 6, {}, tone::dim);
    }

    const review & of_;
    const review_result & from_;
    const frame & in_;
    const packs::language_set * set_;
    packs::messages say_;
    page page_;
};

}  // namespace

std::string review_text(const review_result & result, const frame & in, const terminal & on) {
    std::string out;
    const packs::messages say(in.packs, "en");
    for (const auto & a : result.adverts) {
        if (!out.empty()) out += "\n" + std::string(on.width, '-') + "\n\n";
        out += review_page(a, result, in, on).write();
    }
    page notes(on);
    for (const auto & n : result.notes) notes.paragraph(packs::sentence_of(n, say));
    const auto words = notes.take();
    if (!out.empty() && !words.empty()) out += "\n";
    return out + words;
}

}  // namespace rolewright::rendering
