// Who is in the team, what it asks for as a whole and of whom, and what nobody is asked for, with words for a few of them:
// security first, because one careless account opens the whole office, then what most of the team works with.
#include "packs/say.hpp"
#include "render/layout.hpp"
#include "render/quotes.hpp"
#include "render/render.hpp"

#include <algorithm>

namespace rolewright::rendering {
namespace {

constexpr std::size_t most_sentences = 5;
constexpr unsigned name_columns = 44;

class team_page {
public:
    team_page(std::span<const named_advert> adverts, const team_view & of, const frame & in, const terminal & on)
        : adverts_(adverts), of_(of), say_(in.packs, language_of(adverts, of)), page_(on) {
        if (!of.judged.empty()) set_ = in.packs.find(adverts[of.judged.front()].advert.advert.language);
    }

    std::string write() {
        write_members();
        if (!set_) return page_.take();
        write_lead();
        write_asked(team_coverage::asked, "team.asked");
        write_asked(team_coverage::vague, "team.vague");
        write_nobody();
        write_habits();
        return page_.take();
    }

private:
    using tone = page::tone;

    static std::string language_of(std::span<const named_advert> adverts, const team_view & of) {
        return of.judged.empty() ? std::string("en") : adverts[of.judged.front()].advert.advert.language;
    }

    // The title of the advert, else what its file is called.
    std::string name_of(std::uint32_t number) const {
        const auto & a = adverts_[number];
        const auto & title = a.advert.advert.facts.title;
        return std::to_string(number + 1) + " " + shortened(title ? *title.value : a.from.source, name_columns);
    }

    std::string names_of(const std::vector<std::uint32_t> & numbers) const {
        std::string made;
        for (const auto n : numbers) made += (made.empty() ? "" : "; ") + name_of(n);
        return made;
    }

    const packs::criterion & criterion(const team_criterion & c) const { return set_->criteria.criteria[c.criterion]; }

    void write_members() {
        page_.line(say_("team.members", {{"count", static_cast<std::int64_t>(adverts_.size())}}), tone::heading);
        for (std::uint32_t i = 0; i < adverts_.size(); ++i) {
            const auto & a = adverts_[i];
            page_.paragraph(name_of(i) + "  (" + a.from.source + ")", 2);
            if (!a.advert.card.score) page_.paragraph(a.advert.advert.notes.empty() ? say_("review.not-judged") : packs::sentence_of(a.advert.advert.notes.front(), say_), 6, {}, tone::dim);
        }
        page_.gap();
    }

    void write_lead() {
        std::int64_t asked = 0, all = 0;
        for (const auto & c : of_.criteria)
            if (c.basic) ++all, asked += c.coverage == team_coverage::asked;
        page_.paragraph(say_("team.lead", {{"asked", asked}, {"all", all}}));
    }

    void write_asked(team_coverage wanted, const char * heading) {
        bool first = true;
        for (const auto & c : of_.criteria) {
            if (c.coverage != wanted) continue;
            if (first) page_.heading(say_(heading));
            first = false;
            page_.paragraph(criterion(c).title, 2);
            for (const auto & a : c.asked_by) {
                const auto & in = adverts_[a.advert];
                const auto & e = in.advert.judgement.evidence[a.evidence.front()];
                page_.paragraph(name_of(a.advert) + ", " + on_line(in.advert, in.from, e.quote, say_) + (a.strength == strength::desirable ? " " + say_("review.plus") : ""), 4);
                page_.paragraph(quoted(in.advert, e.quote), 8, {}, tone::good);
            }
        }
    }

    // Security before the rest, then what more of the team works with; of equals, the packs' order.
    std::vector<const team_criterion *> nobody() const {
        std::vector<const team_criterion *> made;
        for (const auto & c : of_.criteria)
            if (c.coverage == team_coverage::nobody) made.push_back(&c);
        std::stable_sort(made.begin(), made.end(), [&](const auto * x, const auto * y) {
            const bool x_security = criterion(*x).part == score_part::security, y_security = criterion(*y).part == score_part::security;
            return x_security != y_security ? x_security : x->core_for.size() > y->core_for.size();
        });
        return made;
    }

    void write_nobody() {
        const auto missing = nobody();
        if (missing.empty()) return;
        page_.heading(say_("team.nobody"));
        std::size_t worded = 0;
        std::string others;
        for (const auto * c : missing) {
            if (c->sentence.empty() || worded == most_sentences) {
                others += (others.empty() ? "" : "; ") + within_sentence(criterion(*c).title);
                continue;
            }
            ++worded;
            page_.paragraph(criterion(*c).title, 2);
            page_.paragraph(c->sentence, 6, {}, tone::good);
            page_.paragraph(say_(c->core_for.empty() ? "team.anyone" : "team.best-for", {{"advert", name_of(*c->best_for)}}), 4);
        }
        if (!others.empty()) page_.paragraph(say_("team.others", {{"list", others}}), 2);
        page_.paragraph(say_("team.note"), 2, {}, tone::dim);
    }

    void write_habits() {
        std::string asked, left;
        for (const auto & p : of_.practices) {
            const auto note = std::find_if(set_->criteria.practices.begin(), set_->criteria.practices.end(), [&](const auto & n) { return n.practice == p.practice; });
            auto & to = p.asked_by.empty() ? left : asked;
            to += (to.empty() ? "" : "; ") + note->title;
            if (!p.asked_by.empty()) to += " (" + names_of(p.asked_by) + ")";
        }
        if (asked.empty() && left.empty()) return;
        page_.heading(say_("team.habits"));
        if (!asked.empty()) page_.paragraph(say_("team.habits-asked", {{"list", asked}}), 2);
        if (!left.empty()) page_.paragraph(say_("team.habits-left", {{"list", left}}), 2);
    }

    std::span<const named_advert> adverts_;
    const team_view & of_;
    const packs::language_set * set_ = nullptr;
    packs::messages say_;
    page page_;
};

}  // namespace

std::string team_text(std::span<const named_advert> adverts, const team_view & of, const frame & in, const terminal & on) {
    return team_page(adverts, of, in, on).write();
}

}  // namespace rolewright::rendering
