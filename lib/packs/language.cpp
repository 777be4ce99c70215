// <headings>, <prior>, <cue>, <breaker>, the words of inflection, token kinds, labels and values.
#include "packs/kinds.hpp"

#include "text/tokens.hpp"

namespace rolewright::packs {
namespace {

void read_heading(const xml_file & file, pugi::xml_node node, language_pack & to) {
    heading_rule made;
    made.at = file.at(node);
    made.kind = file.word<section_kind>(node, "kind");
    made.whole = file.flag(node, "whole", true);
    made.id = "heading." + std::string(to_string(made.kind));
    for (const auto child : node.children()) file.read_queried(child, made);
    to.headings.push_back(std::move(made));
}

void read_cue(const xml_file & file, pugi::xml_node node, language_pack & to) {
    cue made;
    made.at = file.at(node);
    made.id = file.required(node, "id");
    made.subject = file.optional_word<subject>(node, "subject");
    made.act = file.optional_word<act>(node, "act");
    made.section = file.optional_word<section_kind>(node, "section");
    made.why = file.optional_word<ignored_why>(node, "why");
    made.opens = file.flag(node, "opens");
    made.introduces = file.flag(node, "introduces");
    if (node.attribute("weight")) made.weight = file.number(node, "weight");
    for (const auto child : node.children()) file.read_queried(child, made);
    to.cues.push_back(std::move(made));
}

void read_kind(const xml_file & file, pugi::xml_node node, language_pack & to) {
    kind_words made;
    made.name = file.required(node, "is");
    made.value = node.attribute("value").as_string();
    made.words = split_words(node.text().get());
    to.kinds.push_back(std::move(made));
}

void read_value(const xml_file & file, pugi::xml_node node, language_pack & to) {
    fact_value made;
    made.at = file.at(node);
    made.fact = file.required(node, "fact");
    made.about = fact_name_of(made.fact);
    made.value = file.required(node, "is");
    made.id = made.fact + "." + made.value;
    for (const auto child : node.children()) file.read_queried(child, made);
    to.values.push_back(std::move(made));
}

std::vector<std::string> folded_words(pugi::xml_node node) {
    auto words = split_words(node.text().get());
    for (auto & w : words) w = text::fold(w);
    return words;
}

// The elements that hold words and nothing else.
std::vector<std::string> * words_of_element(std::string_view name, language_pack & to) {
    const std::pair<std::string_view, std::vector<std::string> *> known[] = {
        {"common", &to.common}, {"never-first", &to.never_first}, {"never-last", &to.never_last}, {"organisations", &to.organisations}, {"occupations", &to.occupations}};
    for (const auto & [element, words] : known)
        if (element == name) return words;
    return nullptr;
}

}  // namespace

void read_language_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    auto & to = state.set.language;
    const std::string_view name = node.name();
    if (name == "headings") {
        for (const auto child : node.children("heading")) read_heading(file, child, to);
    } else if (name == "prior") {
        to.priors.push_back({file.word<section_kind>(node, "section"), file.optional_word<subject>(node, "subject"), file.optional_word<act>(node, "act"), file.number(node, "weight")});
    } else if (name == "cue") read_cue(file, node, to);
    else if (name == "breaker") {
        breaker made;
        made.at = file.at(node);
        made.mark = node.attribute("mark").as_string();
        made.id = "breaker";
        if (made.mark.empty()) made.queries.push_back(file.query_in(node));
        to.breakers.push_back(std::move(made));
    } else if (name == "abbreviations") {
        for (const auto & w : split_words(node.text().get())) to.abbreviations.insert(text::fold(w));
    } else if (name == "openers") {
        for (auto & w : folded_words(node)) to.openers.insert(std::move(w));
    } else if (name == "vowels") to.inflection.vowels = file.text_of(node);
    else if (name == "suffix") {
        to.inflection.suffixes.push_back({node.attribute("ending").as_string(), split_words(file.required(node, "becomes"))});
    } else if (name == "irregular") to.inflection.irregular.push_back(folded_words(node));
    else if (name == "spelling") to.inflection.spellings.push_back(folded_words(node));
    else if (name == "kind") read_kind(file, node, to);
    else if (name == "label") {
        fact_label made;
        made.at = file.at(node);
        made.fact = file.required(node, "fact");
        made.id = "label." + made.fact;
        made.places.push_back(made.at);
        made.queries.push_back(file.query_in(node));
        to.labels.push_back(std::move(made));
    } else if (name == "value") read_value(file, node, to);
    else if (name == "aside") {
        title_aside made;
        made.at = file.at(node);
        made.id = "aside." + file.required(node, "id");
        made.alone = file.flag(node, "alone");
        for (const auto child : node.children()) file.read_queried(child, made);
        to.asides.push_back(std::move(made));
    } else if (name == "short") {
        for (const auto & w : folded_words(node)) to.short_words[w] = file.required(node, "for");
    } else if (auto * words = words_of_element(name, to)) {
        for (auto & w : folded_words(node)) words->push_back(std::move(w));
    }
}

}  // namespace rolewright::packs
