// The stages in a row. Everything that an analysis needs beyond the packs lives in a workspace of its own, so one engine
// serves many threads.
#include <rolewright/engine.hpp>

#include "engine/parts.hpp"
#include "base/nearest.hpp"
#include "compare/compare.hpp"
#include "improve/improve.hpp"
#include "lint/lint.hpp"
#include "score/arithmetic.hpp"

#include <algorithm>

namespace rolewright {
namespace {

// The language whose packs read the words first: the one told, else the record's, else the first there is.
const packs::language_set * likely_set(const document & doc, std::string_view told, const packs::pack_set & packs) {
    if (told.empty() && doc.given.language) told = *doc.given.language;
    if (const auto * set = packs.find(told); set || packs.languages.empty()) return set;
    return &packs.languages.begin()->second;
}

// Where the packs know the words, the language is no question. Else words at home in several languages are taken for the
// language that there is a pack for.
adverts::languages languages_of(const document & doc, std::string_view told, const packs::pack_set & packs, adverts::workspace & work) {
    const auto * set = likely_set(doc, told, packs);
    if (!set) return adverts::languages_of(doc, {});
    adverts::read_blocks(doc, *set, work);
    if (adverts::is_known_language(doc, work)) return {set->language.tag, {{set->language.tag, 1.0}}, {}};
    return adverts::languages_of(doc, packs.languages.begin()->first);
}

constexpr double share_to_judge = 0.25;

// The language told, or the record's, or the text's own: of an advert in two languages the one that there is a pack for.
std::string tell_language(const document & doc, const review_options & options, const adverts::languages & spoken, const packs::pack_set & packs) {
    if (!options.language.empty()) return options.language;
    if (doc.given.language && !doc.given.language->empty()) return *doc.given.language;
    if (packs.find(spoken.tag)) return spoken.tag;
    for (const auto & [tag, share] : spoken.share)
        if (share >= share_to_judge && packs.find(tag)) return tag;
    return spoken.tag;
}

// An advert in a language that there is no pack for.
review unjudged(document doc, const std::string & language, const packs::pack_set & packs, const review_options & options, adverts::workspace & work) {
    review made;
    if (packs.languages.empty()) made.advert.source = std::move(doc);
    else made.advert = adverts::read_facts_only(std::move(doc), packs.languages.begin()->second, options, work);
    made.advert.language = language;
    made.advert.notes.push_back(language.empty() ? note{note_code::language_unknown} : note{note_code::language_without_pack, {language}});
    return made;
}

}  // namespace

review engine::parts::review(document doc, const review_options & options, adverts::workspace & work) const {
    const auto spoken = languages_of(doc, options.language, packs, work);
    const auto language = tell_language(doc, options, spoken, packs);
    const auto * set = packs.find(language);
    if (!set) return unjudged(std::move(doc), language, packs, options, work);
    rolewright::review made{.advert = adverts::understand(std::move(doc), spoken, *set, options, work)};
    if (!made.advert.judged) made.advert.notes.push_back({note_code::no_text});
    made.judgement = judging::judge(made.advert, *set, options.role, judging, work);
    if (made.advert.judged && made.judgement.role.family.empty()) made.advert.notes.push_back({note_code::role_unknown});
    const scoring::arithmetic role(made.judgement.role, *set);
    made.card = scoring::score(made.advert, made.judgement, role);
    auto closing = scoring::gaps(made.judgement, made.card, role);
    made.gaps = std::move(closing.gaps);
    made.score_with_gaps = closing.score_with;
    made.band_with_gaps = closing.band_with;
    made.findings = linting::lint(made, *set, options, work);
    if (made.findings.size() >= options.limits.findings) made.advert.notes.push_back({note_code::too_many_matches});
    return made;
}

engine::engine(std::unique_ptr<parts> parts) : parts_(std::move(parts)) {}
engine::engine(engine &&) noexcept = default;
engine & engine::operator=(engine &&) noexcept = default;
engine::~engine() = default;

result<engine> engine::create(const engine_options & options) {
    auto made = std::make_unique<parts>();
    auto packs = packs::load(options);
    if (!packs) return std::move(packs).error();
    made->packs = *std::move(packs);
    made->judging = options.judging;
    made->templates = packs::embedded_files("templates");
    if (!options.data_folder.empty())
        if (auto installed = packs::files_in(options.data_folder + "/templates"); installed) made->templates = *std::move(installed);
    for (const auto & [tag, set] : made->packs.languages)
        if (made->criteria.empty())
            for (const auto & c : set.criteria.criteria) made->criteria.push_back({c.id, c.title, c.part});
    return engine(std::move(made));
}

result<review_result> engine::review(std::string_view bytes, const review_options & options) const {
    if (!options.role.empty())
        if (auto known = check_role(options.role); !known) return std::move(known).error();
    auto read = rolewright::read(bytes, {options.input, options.limits, options.map, options.pdf_program});
    if (!read) {
        auto e = std::move(read).error();
        e.file = options.source;
        return e;
    }
    review_result made{.source = options.source, .format = read->format, .encoding = read->encoding, .bytes = std::string(bytes), .notes = std::move(read->notes)};
    adverts::workspace work;
    made.adverts.reserve(read->documents.size());
    for (auto & doc : read->documents) made.adverts.push_back(parts_->review(std::move(doc), options, work));
    return made;
}

review engine::review(document doc, const review_options & options) const {
    adverts::workspace work;
    return parts_->review(std::move(doc), options, work);
}

std::vector<clause_explanation> engine::explain(const rolewright::review & of, range where) const {
    const auto * set = parts_->language_of(of);
    if (!set || !of.advert.judged) return {};
    // The words and cues of the clauses are not kept with a review: they are read again.
    adverts::workspace work;
    const auto again = adverts::understand(of.advert.source, languages_of(of.advert.source, of.advert.language, parts_->packs, work), *set, {}, work);
    return judging::explain(again, of.judgement, where, *set, parts_->judging, work);
}

result<draft> engine::improve(const rolewright::review & of, const improve_options & options) const {
    const auto * set = parts_->language_of(of);
    if (!set) return error{error_code::unknown_language, "expected an advert in a language with a pack, found " + (of.advert.language.empty() ? "one that could not be told" : "'" + of.advert.language + "'")};
    return improving::improve(of, parts_->packs, *set, parts_->templates, options);
}

comparison engine::compare(const rolewright::review & advert, const rolewright::review & description) const { return comparing::compare(advert, description, parts_->packs); }
team_view engine::team(std::span<const rolewright::review * const> adverts) const { return comparing::team(adverts, parts_->packs); }

result<bool> engine::check_role(std::string_view id) const {
    std::vector<std::string_view> ids;
    for (const auto & [tag, set] : parts_->packs.languages) {
        for (const auto & r : set.roles.roles) ids.push_back(r.id);
        for (const auto & f : set.roles.families) ids.push_back(f.id);
    }
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
    const auto near = nearest(id, ids, 3);
    std::string names;
    for (const auto n : near) names += (names.empty() ? "" : &n == &near.back() ? " or " : ", ") + std::string(n);
    return error{error_code::unknown_role, "expected the id of a role or family" + (names.empty() ? std::string() : ", such as " + names) + "; found '" + std::string(id) + "' (`rolewright packs show roles/en` lists them all)"};
}

std::span<const criterion_info> engine::criteria() const { return parts_->criteria; }
std::vector<pack_info> engine::packs() const { return parts_->packs.infos; }
std::string engine::packs_hash() const { return parts_->packs.hash; }

}  // namespace rolewright
