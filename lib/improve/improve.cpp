// The plan is poured into the template of the output asked for.
#include "improve/improve.hpp"

#include "improve/markdown_escape.hpp"
#include "improve/mustache.hpp"
#include "improve/plan.hpp"

#include <algorithm>

namespace rolewright::improving {
namespace {

using mustache::value;

// The words of a plan in the notation of one output. HTML is escaped by the template's own {{…}}.
class notation {
public:
    explicit notation(std::string_view format) : markdown_(format == "md") {}

    std::string line(const std::string & words) const { return markdown_ ? escape_markdown(words) : words; }

    /// Within a row of a table a bar would end the cell.
    std::string cell(const std::string & words) const {
        if (!markdown_) return words;
        std::string made;
        for (const char c : escape_markdown(words)) made += c == '|' ? "\\|" : std::string(1, c);
        return made;
    }

private:
    bool markdown_;
};

// Pieces in groups as a page has them: a heading, a paragraph of lines, a list. An item is at most one step deeper than
// the one before it.
value::list body_of(const plan & p, const notation & in) {
    value::list groups;
    for (std::size_t i = 0; i < p.body.size();) {
        const auto & first = p.body[i];
        if (first.what == piece::kind::heading) {
            groups.push_back(value::object{{"heading", value::object{{"text", in.line(first.text)}, {"safety", first.safety}, {"duties", first.duties}, {"apply", first.apply}}}});
            ++i;
            continue;
        }
        value::list rows;
        const auto begin = i;
        unsigned level = 0;
        while (i < p.body.size() && p.body[i].what == first.what && (i == begin || first.what == piece::kind::item || !p.body[i].spaced)) {
            level = std::min<unsigned>(p.body[i].level, level + 1);
            rows.push_back(value::object{{"text", in.line(p.body[i].text)}, {"indent", std::string(first.what == piece::kind::item ? (level - 1u) * 4u : 0u, ' ')}, {"more", i > begin}});
            ++i;
        }
        groups.push_back(value::object{{first.what == piece::kind::item ? "list" : "paragraph", value::object{{"rows", std::move(rows)}}}});
    }
    return groups;
}

value::object fields_of(const plan & p, const notation & in) {
    value::object made{{"title", in.line(p.title)}, {"body", body_of(p, in)}};
    bool any = false;
    for (const auto & row : p.facts) {
        value::list values;
        for (const auto & v : row.values) values.push_back(value::object{{"value", in.cell(v)}});
        const bool ask = row.values.empty() && !row.no_question;
        if (ask) values.push_back(value::object{{"ask", true}});
        any = any || !values.empty();
        made.emplace(row.fact, std::move(values));
    }
    made.emplace("facts", any);
    return made;
}

}  // namespace

result<draft> improve(const review & of, const packs::pack_set & by, const packs::language_set & set, const std::vector<packs::pack_file> & templates, const improve_options & options) {
    std::map<std::string, mustache::nodes, std::less<>> parsed;
    const auto folder = options.templates + "/";
    for (const auto & f : templates) {
        if (!f.path.starts_with(folder) || !f.path.ends_with(".mustache")) continue;
        auto nodes = mustache::parse(f.bytes);
        if (!nodes) {
            auto e = nodes.error();
            e.file = "templates/" + f.path;
            return e;
        }
        const auto name = f.path.substr(folder.size());
        parsed.emplace(name.substr(0, name.size() - std::string_view(".mustache").size()), *std::move(nodes));
    }
    const auto main = parsed.find("advert." + options.format);
    if (main == parsed.end())
        return error{error_code::unknown_format, "expected a format that the template set '" + options.templates + "' has, found '" + options.format + "'"};
    const packs::messages say(by, of.advert.language);
    auto p = make_plan(of, set, say);
    const auto find = [&](std::string_view name) -> const mustache::nodes * {
        const auto found = parsed.find(name);
        return found == parsed.end() ? nullptr : &found->second;
    };
    draft made{.text = mustache::render(main->second, fields_of(p, notation(options.format)), find), .format = options.format, .changes = std::move(p.changes)};
    for (const auto & c : made.changes)
        if (c.kind == change_kind::ask) made.questions.push_back(c.rule);
    return made;
}

}  // namespace rolewright::improving
