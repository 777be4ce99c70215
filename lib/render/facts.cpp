// The facts of an advert as a person reads them, those that people look for first at the top, and what is not stated at the
// end. The words of the advert stand behind a value that was worked out from them, not behind one that repeats them.
#include "packs/say.hpp"
#include "render/layout.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rolewright::rendering {
namespace {

constexpr unsigned label_width = 19, quote_width = 60;

class facts_page {
public:
    facts_page(page & p, const review & of, const frame & in) : page_(p), of_(of), say_(in.packs, of.advert.language) {}

    void write() {
        const auto & f = of_.advert.facts;
        row("title", f.title);
        row("employer", f.employer, true);
        row("location", f.location, true);
        row("postcode", f.postcode);
        row("salary", f.salary, true);
        row("hours_per_week", f.hours_per_week, true);
        row("fte", f.fte);
        row("days_per_week", f.days_per_week);
        row("contract", f.contract, true);
        row("workplace", f.workplace, true);
        row("office_days", f.office_days);
        row("home_days", f.home_days);
        row("travel", f.travel);
        row("shifts", f.shifts);
        row("closing", f.closing, true);
        row("interview", f.interview);
        row("start", f.start);
        row("posted", f.posted);
        row("experience_years", f.experience_years);
        row("qualification", f.qualification);
        row("languages", f.languages);
        row("licences", f.licences);
        row("checks", f.checks);
        row("benefits", f.benefits);
        row("posts", f.posts);
        row("reference", f.reference);
        row("contact_name", f.contact_name);
        row("contact_email", f.contact_email);
        row("contact_phone", f.contact_phone);
        if (!any_) page_.paragraph(say_("facts.none"));
        else if (!missing_.empty()) page_.gap(), page_.paragraph(say_("facts.missing", {{"what", missing_}}), 0, {}, page::tone::dim);
        for (const auto & n : of_.advert.notes)
            if (!n.where.empty()) page_.paragraph(packs::sentence_of(n, say_), 0, "- ", page::tone::warn);
    }

private:
    template <class T>
    void row(const char * name, const fact<T> & f, bool expected = false) {
        const auto label = say_("fact." + std::string(name));
        if (!f.value && f.ranges.empty()) {
            if (expected) missing_ += (missing_.empty() ? "" : ", ") + label;
            return;
        }
        any_ = true;
        const auto quote = f.ranges.empty() ? std::string() : shortened(f.ranges.front().of(of_.advert.source.text), quote_width);
        std::string words;
        if (!f.value) words = say_("facts.unclear", {{"quote", quote}});
        else {
            words = said(name, *f.value);
            if (f.given) words += "  (" + say_("facts.given") + ")";
            else if (worked_out(*f.value) && !quote.empty() && quote != words) words += "  " + say_("facts.as-written", {{"quote", quote}});
        }
        page_.paragraph(words, 0, padded(label, label_width));
    }

    static bool worked_out(const std::string &) { return false; }
    static bool worked_out(const std::vector<std::string> &) { return false; }
    template <class T>
    static bool worked_out(const T &) { return true; }

    std::string said(std::string_view, const std::string & v) const { return shortened(v, 2 * quote_width); }
    std::string said(std::string_view, std::uint32_t v) const { return std::to_string(v); }
    std::string said(std::string_view, const salary & v) const { return packs::said(v, say_); }
    std::string said(std::string_view, const calendar_date & v) const { return to_string(v); }
    std::string said(std::string_view, contract_kind v) const { return std::string(to_string(v)); }
    std::string said(std::string_view, workplace_kind v) const { return std::string(to_string(v)); }
    std::string said(std::string_view name, double v) const {
        if (name != "experience_years") return fmt::format("{}", v);
        constexpr double months_of_year = 12;
        return v < 1 ? say_("facts.months", {{"count", v * months_of_year}}) : say_("facts.years", {{"count", v}});
    }
    std::string said(std::string_view, const std::vector<std::string> & all) const {
        std::string made;
        for (const auto & v : all) made += (made.empty() ? "" : v.find(',') != std::string::npos ? "; " : ", ") + v;
        return made;
    }

    page & page_;
    const review & of_;
    packs::messages say_;
    std::string missing_;
    bool any_ = false;
};

struct cover {
    range where;
    std::string words;
};

}  // namespace

std::string facts_text(const review_result & result, const frame & in, const terminal & on) {
    page p(on);
    for (const auto & a : result.adverts) {
        p.gap();
        facts_page(p, a, in).write();
    }
    return p.take();
}

std::string redacted_text(const review_result & result, const frame & in) {
    std::string out;
    for (const auto & a : result.adverts) {
        const packs::messages say(in.packs, a.advert.language);
        const std::string_view text = a.advert.source.text;
        const auto & f = a.advert.facts;
        std::vector<cover> covers;
        for (const auto & b : a.advert.source.blocks)
            if (b.area == block_area::chrome) covers.push_back({b.text, {}});
        const std::pair<const char *, const fact<std::string> *> blanked[] = {{"contact_name", &f.contact_name}, {"contact_email", &f.contact_email}, {"contact_phone", &f.contact_phone}};
        for (const auto & [name, of] : blanked)
            for (const auto & r : of->ranges) covers.push_back({r, say("redact." + std::string(name))});
        std::stable_sort(covers.begin(), covers.end(), [](const cover & x, const cover & y) { return x.where < y.where; });
        std::uint32_t at = 0;
        for (const auto & c : covers) {
            if (c.where.begin < at) {
                at = std::max(at, c.where.end);  // what overlaps is covered already, to its end
                continue;
            }
            out += text.substr(at, c.where.begin - at);
            out += c.words;
            at = c.where.end;
        }
        out += text.substr(at);
        if (!out.ends_with('\n')) out += '\n';
    }
    return out;
}

}  // namespace rolewright::rendering
