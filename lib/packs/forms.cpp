// Walks every query and list for words that ask for all their forms.
#include "packs/check.hpp"
#include "packs/searched.hpp"
#include "query/ast.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <map>

namespace rolewright::packs {
namespace {

class collector {
public:
    explicit collector(const language_set & set) : set_(set) {}

    void walk(const query::node & n, const origin & at) {
        if (n.kind == query::node_kind::word && n.inflect) add(n.text, at);
        for (const auto & c : n.children) walk(*c, at);
    }

    std::map<std::string, inflected_word> words;

private:
    // The last piece of a word inflects; a hyphenated one also as a whole ("e-mail~": emails).
    void add(const std::string & written, const origin & at) {
        std::vector<text::token> pieces;
        text::tokenize(written, {0, static_cast<std::uint32_t>(written.size())}, text::lexicon(), pieces);
        std::string joined;
        for (const auto & p : pieces) joined += text::fold(p.text.of(written));
        const auto last = pieces.empty() ? std::string() : text::fold(pieces.back().text.of(written));
        for (const auto & base : {last, pieces.size() > 1 && written.find('-') != std::string::npos ? joined : std::string()})
            if (!base.empty()) {
                auto & word = words[base];
                if (word.word.empty()) word = {base, set_.forms.forms(base), {}};
                word.places.push_back(at);
            }
    }

    const language_set & set_;
};

}  // namespace

std::vector<inflected_word> inflected_words(const language_set & set) {
    collector c(set);
    for (const auto & [name, list] : set.lists) c.walk(list.body.root(), list.at);
    for_each_queried(set, [&](const queried & e, owner_kind) {
        for (std::size_t i = 0; i < e.queries.size(); ++i) c.walk(e.queries[i].root(), i < e.places.size() ? e.places[i] : e.at);
    });
    for (const auto & r : set.roles.roles)
        for (const auto & q : r.duties) c.walk(q.root(), r.at);
    std::vector<inflected_word> made;
    for (auto & [word, entry] : c.words) made.push_back(std::move(entry));
    return made;
}

std::vector<claimed_form> claimed_twice(const language_set & set, const std::vector<inflected_word> & among) {
    std::map<std::string_view, std::vector<const inflected_word *>> by_form;
    for (const auto & w : among)
        for (const auto & f : w.forms) by_form[f].push_back(&w);
    // Words of one family (report~ and reporting~, organise~ and organize~) may well share forms.
    const auto related = [&](const inflected_word & a, const inflected_word & b) {
        const auto has = [](const std::vector<std::string> & forms, const std::string & word) { return std::find(forms.begin(), forms.end(), word) != forms.end(); };
        return has(a.forms, b.word) || has(b.forms, a.word) || has(set.forms.spellings(a.word), b.word);
    };
    std::vector<claimed_form> made;
    for (const auto & [form, words] : by_form) {
        claimed_form c{std::string(form), {}};
        for (std::size_t i = 0; i < words.size(); ++i)
            for (std::size_t k = i + 1; k < words.size(); ++k)
                if (!related(*words[i], *words[k])) {
                    for (const auto * w : {words[i], words[k]})
                        if (std::find(c.words.begin(), c.words.end(), w) == c.words.end()) c.words.push_back(w);
                }
        if (!c.words.empty()) made.push_back(std::move(c));
    }
    return made;
}

}  // namespace rolewright::packs
