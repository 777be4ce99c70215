// What packs hold, written for people who will not read XML: for each criterion what is there, what to paste, what counts.
#include "render/layout.hpp"
#include "render/purposes.hpp"
#include "packs/say.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

namespace rolewright::rendering {
namespace {

class pack_page {
public:
    pack_page(const packs::language_set & set, const packs::pack_set & packs, const terminal & on, bool with_queries) : set_(set), say_(packs, set.language.tag), page_(on), with_queries_(with_queries) {}

    std::string criteria(std::string_view only) {
        for (std::uint16_t c = 0; c < set_.criteria.criteria.size(); ++c)
            if (only.empty() || set_.criteria.criteria[c].id == only) criterion(c);
        return page_.take();
    }

    std::string roles() {
        for (const auto & f : set_.roles.families) {
            page_.heading(fmt::format("{}  ({})", f.title, f.id));
            row(say_("show.core"), names_of_criteria(f.core));
            row(say_("show.fits"), names_of_criteria(f.fits));
            for (const auto & r : set_.roles.roles)
                if (r.family == f.id) page_.line("    " + padded(r.id, 32) + " " + r.title);
        }
        return page_.take();
    }

    std::string rules() {
        for (const auto & r : set_.rules.rules) {
            page_.paragraph(r.message, 0, padded(r.id, 30) + padded(std::string(to_string(r.severity)), 9));
            queries(r, 6);
        }
        return page_.take();
    }

    std::string language() {
        for (const auto & c : set_.language.cues) {
            std::string speaks;
            if (c.subject) speaks += fmt::format(" subject {}", to_string(*c.subject));
            if (c.act) speaks += fmt::format(" act {}", to_string(*c.act));
            if (c.section) speaks += fmt::format(" section {}", to_string(*c.section));
            page_.line(padded(c.id, 30) + fmt::format("{:>4}", c.weight) + speaks);
            queries(c, 6);
        }
        return page_.take();
    }

    std::string messages() {
        for (const auto & [id, pattern] : set_.messages.patterns) page_.paragraph(pattern, 0, padded(id, 30));
        return page_.take();
    }

private:
    using tone = page::tone;

    void row(const std::string & name, const std::string & words) {
        if (!words.empty()) page_.paragraph(words, 4, padded(name, 14));
    }

    std::string names_of_criteria(const std::vector<std::uint16_t> & list) const {
        std::string names;
        for (const auto c : list) names += (names.empty() ? "" : ", ") + set_.criteria.criteria[c].id;
        return names;
    }

    void queries(const packs::queried & of, unsigned indent) {
        if (!with_queries_) return;
        for (const auto & q : of.queries) page_.paragraph(query::print(q), indent, {}, tone::dim);
    }

    void criterion(std::uint16_t c) {
        const auto & it = set_.criteria.criteria[c];
        page_.heading(it.title);
        page_.paragraph(it.id + ", " + say_("part." + std::string(to_string(it.part))), 2, {}, tone::dim);
        page_.paragraph(it.about, 2);
        tools(c);
        sentences(c);
        practices(c);
        frameworks(c);
        rules_of(c);
    }

    void part(const char * id) {
        page_.gap();
        page_.paragraph(say_(id), 2, {}, tone::heading);
    }

    void tools(std::uint16_t c) {
        bool first = true;
        for (const auto & t : set_.criteria.tools) {
            if (t.criterion != c) continue;
            if (first) part("show.tools");
            first = false;
            page_.paragraph(t.purpose, 4);
            page_.paragraph(tool_names(t, say_), 8);
        }
    }

    void sentence(const packs::suggestion & s, unsigned indent) { page_.paragraph(s.sentence, indent, padded(say_("way." + std::string(to_string(s.way))), 17), tone::good); }

    void sentences(std::uint16_t c) {
        bool first = true;
        for (const auto & s : set_.criteria.suggestions) {
            if (s.criterion != c || s.practice) continue;
            if (first) part("show.sentences");
            first = false;
            sentence(s, 4);
        }
    }

    void practices(std::uint16_t c) {
        bool first = true;
        for (const auto & p : set_.criteria.practices) {
            bool named = false;
            for (const auto & s : set_.criteria.suggestions) {
                if (s.criterion != c || s.practice != p.practice) continue;
                if (first) part("review.habits");
                first = false;
                if (!named) page_.paragraph(p.title + ": " + p.about, 4);
                named = true;
                sentence(s, 8);
            }
        }
    }

    void frameworks(std::uint16_t c) {
        bool first = true;
        for (const auto & f : set_.criteria.frameworks)
            for (const auto & m : f.maps) {
                if (m.criterion != c) continue;
                if (first) part("show.frameworks");
                first = false;
                std::string names;
                for (const auto & id : m.items)
                    for (const auto & [known, name] : f.items)
                        if (known == id) names += (names.empty() ? "" : "; ") + (id.find('.') == std::string::npos ? name : id + " " + name);
                std::string statements;
                for (const auto & s : m.statements) statements += (statements.empty() ? "" : " ") + s;
                if (!statements.empty()) names += " (" + statements + ")";
                page_.paragraph(names, 4, f.title + ": ");
            }
    }

    void rules_of(std::uint16_t c) {
        bool first = true;
        for (const auto & e : set_.criteria.evidence) {
            if (e.criterion != c) continue;
            if (first) part("show.counts");
            first = false;
            page_.line("    " + padded(std::string(to_string(e.level)), 10) + e.id + (e.practice ? "  (" + std::string(to_string(*e.practice)) + ")" : ""));
            for (const auto & x : e.examples)
                if (x.yes) {
                    page_.paragraph("\"" + x.text + "\"", 14, {}, tone::dim);
                    break;
                }
            queries(e, 14);
        }
        first = true;
        for (const auto & t : set_.criteria.traps) {
            if (t.criterion != c) continue;
            if (first) part("show.traps");
            first = false;
            page_.line("    " + padded(std::string(to_string(t.why)), 10) + t.id);
            for (const auto & x : t.examples)
                if (x.yes) {
                    page_.paragraph("\"" + x.text + "\"", 14, {}, tone::dim);
                    break;
                }
            queries(t, 14);
        }
    }

    const packs::language_set & set_;
    packs::messages say_;
    page page_;
    bool with_queries_;
};

}  // namespace

std::string pack_text(const pack_info & pack, const frame & in, const terminal & on, std::string_view only, bool with_queries) {
    const auto * set = in.packs.find(pack.language);
    auto out = fmt::format("{} {}, {}, {}, {}\n\n", pack.id, pack.version, pack.kind, pack.licence, pack.origin);
    if (!set) return out;
    pack_page write(*set, in.packs, on, with_queries);
    if (pack.kind == "criteria") return out + write.criteria(only);
    if (pack.kind == "roles") return out + write.roles();
    if (pack.kind == "rules") return out + write.rules();
    if (pack.kind == "messages") return out + write.messages();
    return out + write.language();
}

}  // namespace rolewright::rendering
