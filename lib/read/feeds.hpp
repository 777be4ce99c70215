#pragma once
#include "read/formats.hpp"

// Feeds in XML and tables, read through the maps of formats or the one told.
namespace rolewright::readers {

result<bool> read_xml(const input & in, reading & to);
int sniff_xml(std::string_view text);

result<bool> read_csv(const input & in, reading & to);
int sniff_csv(std::string_view text);

}  // namespace rolewright::readers
