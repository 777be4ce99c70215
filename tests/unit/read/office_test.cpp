#include "support/catch.hpp"
#include "support/packed.hpp"
#include "support/printed.hpp"

using namespace rolewright;

namespace {

std::string read_office(const std::string & bytes) {
    const auto made = read(bytes);
    if (!made) return made.error().message;
    return made->documents.empty() ? "none" : support::printed(made->documents.front());
}

std::string p(const std::string & words, const std::string & about = {}) { return "<w:p>" + (about.empty() ? "" : "<w:pPr>" + about + "</w:pPr>") + "<w:r><w:t>" + words + "</w:t></w:r></w:p>"; }

const std::string styles = R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House head"/><w:basedOn w:val="berschrift1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>)";

}  // namespace

TEST_CASE("Word documents become blocks") {
    const std::tuple<const char *, std::string, std::string> rows[] = {
        {"headings by outline, by the style it is based on, by name", p("Clerk", "<w:pStyle w:val='Titel'/>") + p("Duties", "<w:pStyle w:val='Own'/>") + p("Own level", "<w:outlineLvl w:val='2'/>"), "h1 Clerk\nh1* Duties\nh3 Own level\n"},
        {"a heading style set back to body text", p("words", "<w:pStyle w:val='berschrift1'/><w:outlineLvl w:val='9'/>"), "p words\n"},
        {"lists by number and by style, and a list without signs", p("one", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>") + p("two", "<w:pStyle w:val='Bullet'/>") + p("three", "<w:pStyle w:val='Bullet'/><w:numPr><w:numId w:val='0'/></w:numPr>") + p("four", "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>"),
         "- one\n- two\np three\np four\n"},
        {"bold by run, by style, switched off", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>all bold</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr><w:t>part</w:t></w:r><w:r><w:t> plain</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>off</w:t></w:r></w:p>",
         "p* all bold\np part plain\nh1 off\n"},
        {"tabs, breaks, hyphens, symbols", "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>Pay:</w:t><w:tab/><w:t>part</w:t><w:noBreakHyphen/><w:t>time co</w:t><w:softHyphen/><w:t>ope\xC2\xADrate</w:t><w:br/><w:t>next</w:t></w:r></w:p><w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:tab/><w:t>item</w:t></w:r></w:p>",
         "p Pay:\tpart-time cooperate\np next\n- item\n"},
        {"tracked changes as accepted", "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>want</w:delText></w:r></w:del><w:ins><w:r><w:t>need</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> you</w:t></w:r></w:moveTo></w:p>", "p We need you\n"},
        {"a deleted paragraph mark joins two", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>" + p("two") + p("three"), "p one two\np three\n"},
        {"hidden words, field codes and contents", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p><w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>link</w:t></w:r></w:p>" + p("Duties 3", "<w:pStyle w:val='TOC1'/>"), "p seen\np link\np~ Duties 3\n"},
        {"a text box is told once, after its paragraph", "<w:p><w:r><w:t>before </w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>" + p("boxed") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("boxed") + "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>after</w:t></w:r></w:p>", "p before after\np boxed\n"},
        {"tables, spans and merged cells", "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>" + p("Pay") + "</w:tc><w:tc>" + p("£20") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("wide") + "</w:tc><w:tc>" + p("third") + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("no") + "</w:tc><w:tc>" + p("yes") + "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("deleted") + "</w:tc></w:tr></w:tbl>",
         "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 wide\nc1/1/2 third\nc1/2/1 yes\n"},
        {"a table of one column is a frame", "<w:tbl><w:tr><w:tc>" + p("framed") + "</w:tc></w:tr></w:tbl>", "p framed\n"},
        {"formulas", "<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>", "p a+b\n"},
    };
    for (const auto & [what, body, expected] : rows) {
        INFO(what);
        CHECK(read_office(support::docx(body, styles)) == expected);
    }
}

TEST_CASE("headers and footers surround a Word document, notes follow it") {
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto bytes = support::docx(p("body"), styles, {{"word/header1.xml", p("Greenlow Council")}, {"word/footer1.xml", p("Page 1")}, {"word/footnotes.xml", "<w:footnote w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>" + p("subject to funding") + "</w:footnote>"}},
                                     "<Relationship Type='" + type + "header' Target='header1.xml'/><Relationship Type='" + type + "footer' Target='footer1.xml'/><Relationship Type='" + type + "footnotes' Target='footnotes.xml'/>");
    CHECK(read_office(bytes) == "p~ Greenlow Council\np body\np~ Page 1\np subject to funding\n");
}

TEST_CASE("OpenDocument texts become blocks") {
    const std::string automatic = R"(<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style><text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>)";
    const std::string named = R"(<office:styles><style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"/></office:styles>
<office:master-styles><style:master-page><style:header><text:p>Council</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>)";
    const std::string around = "p~ Council\np~ Page 1\n";
    const std::tuple<const char *, std::string, std::string> rows[] = {
        {"headings, by level and by style", "<text:h text:outline-level='1'>Clerk</text:h><text:h text:style-name='P1' text:outline-level='10'>Duties</text:h>", "h1 Clerk\nh2 Duties\n"},
        {"spaces, tabs and breaks as elements", "<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d\n   e</text:p>", "p a  b\tc\np d e\n"},
        {"lists", "<text:list text:style-name='L1'><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item><text:list-header><text:p>head</text:p></text:list-header></text:list><text:list text:style-name='L2'><text:list-item><text:p>plain</text:p></text:list-item></text:list>", "- one\n-2 two\np head\np plain\n"},
        {"bold and hidden words", "<text:p><text:span text:style-name='T1'>bold</text:span></text:p><text:p>seen<text:span text:style-name='T2'>hidden</text:span></text:p>", "p* bold\np seen\n"},
        {"tracked changes, comments, alternative words", "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>kept<office:annotation><text:p>remark</text:p></office:annotation><draw:frame><svg:desc>picture</svg:desc></draw:frame></text:p>", "p kept\n"},
        {"boxes and notes", "<text:p>one <draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>two</text:p><text:p>last</text:p>", "p one two\np boxed\np last\np note\n"},
        {"tables and covered cells", "<table:table><table:table-row><table:table-cell><text:p>Pay</text:p></table:table-cell><table:table-cell><text:p>£20</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>wide</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>third</text:p></table:table-cell></table:table-row></table:table>",
         "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 wide\nc1/1/2 third\n"},
        {"contents", "<text:table-of-content><text:index-body><text:p>Duties 3</text:p></text:index-body></text:table-of-content><text:p>body</text:p>", "p~ Duties 3\np body\n"},
    };
    for (const auto & [what, body, expected] : rows) {
        INFO(what);
        CHECK(read_office(support::odt(body, automatic, named)) == around + expected);
    }
}

TEST_CASE("broken office files are one clear line") {
    CHECK(read_office(support::docx("<w:p>")).find("expected well-formed XML in word/document.xml") == 0);
    CHECK(read_office(support::docx("")) == "expected a Word document with text, found none");
    CHECK(read_office(support::packed({{"[Content_Types].xml", ""}, {"word/other.xml", ""}})) == "expected a Word document, found an archive without word/document.xml");
    CHECK(read(support::packed({{"mimetype", "x"}}), {"odt"}).error().message == "expected an OpenDocument text, found an archive without content.xml");
    CHECK(read_office(support::packed({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "x"}, {"META-INF/manifest.xml", "<a><encryption-data/></a>"}})) == "expected an OpenDocument text, found one that is protected by a password");
    CHECK(read_office(support::packed({{"[Content_Types].xml", ""}, {"xl/workbook.xml", "<workbook/>"}})) == "expected text, a document or an archive of them, found an Excel workbook");
    // A billion laughs: entities are not expanded.
    std::string bomb = "<!DOCTYPE w [<!ENTITY a 'ha'>";
    for (char c = 'b'; c < 'm'; ++c) {
        bomb.append("<!ENTITY ").append(1, c).append(" '");
        for (int i = 0; i < 4; ++i) bomb.append("&").append(1, static_cast<char>(c - 1)).append(";");
        bomb.append("'>");
    }
    const auto laughs = read(support::packed({{"[Content_Types].xml", "x"}, {"word/document.xml", bomb + "]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:r><w:t>&l;</w:t></w:r></w:p></w:document>"}}));
    CHECK_FALSE(laughs);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
    CHECK_FALSE(read(support::docx(deep)));
    std::string many;
    for (int i = 0; i < 50'000; ++i) many += "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
    read_options few;
    few.limits.blocks = 1000;
    const auto made = read(support::docx(many), few);
    REQUIRE(made);
    CHECK(made->documents.at(0).blocks.size() == 1000);
    CHECK(made->documents.at(0).notes.at(0).code == note_code::too_many_blocks);
}
