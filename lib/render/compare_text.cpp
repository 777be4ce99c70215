// What the advert left out comes first, each with the words to paste; what both say comes last, as names alone.
#include "packs/say.hpp"
#include "render/layout.hpp"
#include "render/quotes.hpp"
#include "render/render.hpp"

#include <algorithm>

namespace rolewright::rendering {
namespace {

class comparison_page {
public:
    comparison_page(const named_advert & advert, const named_advert & description, const comparison & of, const frame & in, const terminal & on)
        : advert_(advert), description_(description), of_(of), set_(in.packs.find(advert.advert.advert.language)), say_(in.packs, advert.advert.advert.language), page_(on) {}

    std::string write() {
        write_lead();
        write_criteria(standing::dropped, "compare.dropped");
        write_criteria(standing::weaker, "compare.weaker");
        write_facts();
        write_criteria(standing::added, "compare.added");
        write_kept();
        return page_.take();
    }

private:
    using tone = page::tone;

    std::int64_t count(standing s) const {
        return std::count_if(of_.criteria.begin(), of_.criteria.end(), [&](const auto & c) { return c.standing == s; });
    }

    void write_lead() {
        if (!of_.judged) {
            for (const auto * one : {&advert_, &description_})
                if (!one->advert.card.score)
                    page_.paragraph(one->from.source + ": " + (one->advert.advert.notes.empty() ? say_("review.not-judged") : packs::sentence_of(one->advert.advert.notes.front(), say_)));
            return;
        }
        const auto dropped = count(standing::dropped), weaker = count(standing::weaker), asked = dropped + weaker + count(standing::kept);
        page_.paragraph(say_("compare.lead", {{"asked", asked}, {"dropped", dropped}, {"weaker", weaker}}));
    }

    void write_criteria(standing s, const char * heading) {
        if (count(s) == 0) return;
        page_.heading(say_(heading, {{"count", count(s)}}));
        for (const auto & c : of_.criteria) {
            if (c.standing != s) continue;
            page_.paragraph(set_->criteria.criteria[c.criterion].title, 2);
            write_passage("compare.in-description", description_, c.description);
            write_passage("compare.in-advert", advert_, c.advert);
            write_sentence(c);
        }
        if (s == standing::added) page_.paragraph(say_("compare.added-note"), 2, {}, tone::dim);
    }

    void write_passage(const char * where, const named_advert & in, const std::vector<std::uint32_t> & evidence) {
        if (evidence.empty()) return;
        const auto & e = in.advert.judgement.evidence[evidence.front()];
        auto words = quoted(in.advert, e.quote);
        if (e.strength == strength::desirable) words += " " + say_("review.plus");
        page_.paragraph(words, 4, say_(where) + ", " + on_line(in.advert, in.from, e.quote, say_) + "  ");
    }

    // A sentence of the description that asks for two things is pasted once.
    void write_sentence(const criterion_comparison & c) {
        if (c.sentence.empty()) return;
        if (std::find(pasted_.begin(), pasted_.end(), c.sentence) != pasted_.end()) return page_.paragraph(say_("compare.same-line"), 6, {}, tone::dim);
        pasted_.push_back(c.sentence);
        page_.paragraph(say_(c.own_words ? "compare.own-words" : "compare.our-words"), 6);
        page_.paragraph(c.sentence, 8, {}, tone::good);
    }

    void write_facts() {
        bool first = true;
        for (const auto & f : of_.facts) {
            if (f.standing != standing::dropped && f.standing != standing::differs) continue;
            if (first) page_.heading(say_("compare.facts"));
            first = false;
            page_.paragraph(say_("compare.fact", {{"fact", say_("fact." + std::string(f.fact))}, {"standing", std::string(to_string(f.standing))}}), 2);
            write_places("compare.in-description", description_, f.description, !f.missing.empty());
            write_places("compare.in-advert", advert_, f.standing == standing::differs ? f.advert : std::vector<range>(), false);
        }
    }

    // The best place of a fact; of one with several values, each.
    void write_places(const char * where, const named_advert & in, const std::vector<range> & ranges, bool all) {
        for (const auto & r : ranges) {
            page_.paragraph(quoted(in.advert, r), 4, say_(where) + ", " + on_line(in.advert, in.from, r, say_) + "  ");
            if (!all) return;
        }
    }

    void write_kept() {
        std::string names;
        for (const auto & c : of_.criteria)
            if (c.standing == standing::kept) names += (names.empty() ? "" : "; ") + within_sentence(set_->criteria.criteria[c.criterion].title);
        if (names.empty()) return;
        page_.heading(say_("compare.kept"));
        page_.paragraph(names, 2);
    }

    const named_advert & advert_;
    const named_advert & description_;
    const comparison & of_;
    const packs::language_set * set_;
    packs::messages say_;
    page page_;
    std::vector<std::string> pasted_;
};

}  // namespace

std::string comparison_text(const named_advert & advert, const named_advert & description, const comparison & of, const frame & in, const terminal & on) {
    return comparison_page(advert, description, of, in, on).write();
}

}  // namespace rolewright::rendering
