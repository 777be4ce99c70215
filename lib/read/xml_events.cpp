// libxml2's SAX interface with its own limits on depth and sizes left on. No handler for entity declarations is given, so
// that none can grow: a reference to one is an error like any other.
#include "read/xml_events.hpp"

#include "read/libxml_setup.hpp"
#include "read/shown.hpp"

#include <libxml/parserInternals.h>

#include <memory>

namespace rolewright::readers {
namespace {

std::string_view view(const xmlChar * s) { return s ? reinterpret_cast<const char *>(s) : ""; }
xml_listener & listener(void * context) { return *static_cast<xml_listener *>(context); }

void on_start(void * context, const xmlChar * name, const xmlChar *, const xmlChar * space, int, const xmlChar **, int count, int, const xmlChar ** attributes) {
    listener(context).start(view(space), view(name), {attributes, count});
}
void on_end(void * context, const xmlChar * name, const xmlChar *, const xmlChar * space) { listener(context).end(view(space), view(name)); }
void on_text(void * context, const xmlChar * words, int size) { listener(context).text({reinterpret_cast<const char *>(words), static_cast<std::size_t>(size)}); }

}  // namespace

std::string_view xml_attributes::operator[](std::string_view name) const {
    for (int i = 0; i < count_; ++i)
        if (view(five_[5 * i]) == name) return {reinterpret_cast<const char *>(five_[5 * i + 3]), static_cast<std::size_t>(five_[5 * i + 4] - five_[5 * i + 3])};
    return {};
}

bool xml_attributes::has(std::string_view name) const {
    for (int i = 0; i < count_; ++i)
        if (view(five_[5 * i]) == name) return true;
    return false;
}

result<bool> listen(std::string_view xml, std::string_view what, xml_listener & to) {
    set_up_libxml();
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(xml.size())), &xmlFreeParserCtxt);
    if (!parser) return error{error_code::binary_input, "expected XML in " + shown(what) + ", found nothing"};
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
    const auto own = *parser->sax;
    *parser->sax = handler;
    parser->userData = &to;
    xmlParseDocument(parser.get());
    *parser->sax = own;
    const bool good = parser->wellFormed;
    std::string why = parser->lastError.message ? parser->lastError.message : "broken XML";
    const auto line = parser->lastError.line;
    if (parser->myDoc) xmlFreeDoc(parser->myDoc), parser->myDoc = nullptr;
    if (good) return true;
    return error{error_code::binary_input, "expected well-formed XML in " + shown(what) + ", found in line " + std::to_string(line) + ": " + shown(why)};
}

}  // namespace rolewright::readers
