// criteria/pack.xsd says the same as the loader's table: the same elements with the same attributes and children, and the
// same words of the vocabulary.
#include "support/catch.hpp"

#include <rolewright/vocabulary.hpp>

#include "packs/shape.hpp"

#include <pugixml.hpp>

#include <map>
#include <set>

using namespace rolewright;

namespace {

using names = std::set<std::string>;

names set_of(std::string_view words) {
    const auto split = packs::split_words(words);
    return {split.begin(), split.end()};
}

std::string type_of(const packs::element_shape & shape) {
    std::string name(shape.parent);
    if (!name.empty()) name += '.';
    name += shape.name;
    name += "-element";
    return name;
}

class schema {
public:
    schema() { REQUIRE(document_.load_file(RW_TEST_ADVERTS "/../../criteria/pack.xsd")); }

    pugi::xml_node root() const { return document_.document_element(); }
    pugi::xml_node type(const std::string & name) const { return root().find_child_by_attribute("xs:complexType", "name", name.c_str()); }

    names attributes(pugi::xml_node of) const { return all(of, ".//xs:attribute"); }
    names elements(pugi::xml_node of) const { return all(of, ".//xs:element"); }

    names enumeration(const std::string & name) const {
        names made;
        const auto found = root().find_child_by_attribute("xs:simpleType", "name", name.c_str());
        for (const auto value : found.child("xs:restriction").children("xs:enumeration")) made.insert(value.attribute("value").value());
        return made;
    }

private:
    static names all(pugi::xml_node of, const char * what) {
        names made;
        for (const auto & found : of.select_nodes(what)) made.insert(found.node().attribute("name").value());
        return made;
    }
    pugi::xml_document document_;
};

template <class E>
names words_of() {
    names made;
    for (const auto w : names_of<E>()) made.emplace(w);
    return made;
}

}  // namespace

TEST_CASE("the schema and the loader know the same elements") {
    const schema xsd;
    for (const auto & shape : packs::element_shapes()) {
        const auto name = type_of(shape);
        INFO(name);
        const auto type = xsd.type(name);
        // Elements that hold words alone have the type "words".
        if (!type) {
            CHECK(shape.attributes.empty());
            CHECK(shape.children.empty());
            CHECK(shape.text);
            continue;
        }
        CHECK(xsd.attributes(type) == set_of(shape.attributes));
        CHECK(xsd.elements(type) == set_of(shape.children));
    }
    names in_table;
    for (const auto & shape : packs::element_shapes()) in_table.insert(type_of(shape));
    for (const auto type : xsd.root().children("xs:complexType")) CHECK(in_table.contains(type.attribute("name").value()));
    names everywhere;
    for (const auto kind : {"language", "criteria", "roles", "rules", "messages"}) everywhere.merge(set_of(packs::elements_of(kind)));
    CHECK(xsd.elements(xsd.root().find_child_by_attribute("xs:group", "name", "elements")) == everywhere);
    CHECK(xsd.enumeration("packKind") == names{"criteria", "language", "messages", "roles", "rules"});
}

TEST_CASE("the schema and the library share the vocabulary") {
    const schema xsd;
    CHECK(xsd.enumeration("level") == words_of<level>());
    CHECK(xsd.enumeration("strength") == words_of<strength>());
    CHECK(xsd.enumeration("part") == words_of<score_part>());
    CHECK(xsd.enumeration("band") == words_of<band>());
    CHECK(xsd.enumeration("why") == words_of<ignored_why>());
    CHECK(xsd.enumeration("severity") == words_of<severity>());
    CHECK(xsd.enumeration("safety") == words_of<fix_safety>());
    CHECK(xsd.enumeration("way") == words_of<learning_way>());
    CHECK(xsd.enumeration("subject") == words_of<subject>());
    CHECK(xsd.enumeration("act") == words_of<act>());
    CHECK(xsd.enumeration("section") == words_of<section_kind>());
    CHECK(xsd.enumeration("practice") == words_of<security_practice>());
}
