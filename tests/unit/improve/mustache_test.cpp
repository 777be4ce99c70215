#include "support/catch.hpp"

#include "improve/mustache.hpp"

using namespace rolewright;
using mustache::value;

namespace {

std::string filled(const std::string & text, const value & with = {}, const std::map<std::string, std::string> & others = {}) {
    auto parsed = mustache::parse(text);
    if (!parsed) return std::to_string(parsed.error().line) + ":" + std::to_string(parsed.error().column) + ": " + parsed.error().message;
    std::map<std::string, mustache::nodes, std::less<>> partials;
    for (const auto & [name, body] : others) partials.emplace(name, *mustache::parse(body));
    return mustache::render(*parsed, with, [&](std::string_view name) -> const mustache::nodes * {
        const auto at = partials.find(name);
        return at == partials.end() ? nullptr : &at->second;
    });
}

}  // namespace

TEST_CASE("templates are filled as the specification says") {
    const value with = value::object{{"name", "Sam & Co"}, {"yes", true}, {"no", false}, {"list", value::list{value::object{{"n", "1"}}, value::object{{"n", "2"}}}},
                                     {"words", value::list{value("a"), value("b")}}, {"deep", value::object{{"inner", value::object{{"x", "y"}}}}}};
    const std::pair<std::string, std::string> rows[] = {
        {"Hello {{name}}", "Hello Sam &amp; Co"},
        {"{{{name}}} {{&name}}", "Sam & Co Sam & Co"},
        {"{{missing}}|", "|"},
        {"{{deep.inner.x}}", "y"},
        {"{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}", "ac"},
        {"{{#list}}<{{n}}>{{/list}}", "<1><2>"},
        {"{{#words}}{{.}},{{/words}}", "a,b,"},
        {"a{{! comment }}b", "ab"},
        {"{{=<% %>=}}<% name %> {{name}}", "Sam &amp; Co {{name}}"},
        {"x\n  {{#yes}}\ny\n  {{/yes}}\nz", "x\ny\nz"},
        {"a\n {{! alone }}\nb", "a\nb"},
        {"[{{>part}}]", "[Sam &amp; Co!]"},
        {"  {{>lines}}\nend", "  1\n  2\nend"},
        {"{{<base}}{{$title}}mine{{/title}}{{/base}}", "<mine|foot>"},
        {"{{<base}}{{/base}}", "<theirs|foot>"},
        {"{{#deep}}{{name}}{{/deep}}", "Sam &amp; Co"},
    };
    const std::map<std::string, std::string> partials{{"part", "{{name}}!"}, {"lines", "1\n2\n"}, {"base", "<{{$title}}theirs{{/title}}|{{$foot}}foot{{/foot}}>"}, {"loop", "x{{>loop}}"}};
    for (const auto & [text, expected] : rows) CHECK(filled(text, with, partials) == expected);
    CHECK(filled("{{>loop}}", with, partials).size() < 100);
}

TEST_CASE("broken templates say where") {
    CHECK(filled("a\n{{#x}}") == "2:1: expected the closing tag of 'x', found the end");
    CHECK(filled("{{#x}}{{/y}}") == "1:7: expected the closing tag of 'x', found that of 'y'");
    CHECK(filled("{{/y}}") == "1:1: expected an open section, found the closing tag of 'y'");
    CHECK(filled("{{x") == "1:1: expected '}}', found the end");
    CHECK(filled("{{ }}") == "1:3: expected a name or a sign and a name, found ' '");
}
