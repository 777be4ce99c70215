#pragma once
#include "packs/say.hpp"
#include "render/render.hpp"

// What several results of the program have in common.
namespace rolewright::rendering {

constexpr int json_schema = 1;

/// "schema", "engine", "packs", "packs_hash", "date".
void write_frame(json_writer & to, const frame & in);

/// "begin" and "end".
json_writer & write_range(json_writer & to, range r);

void write_fact(json_writer & to, const fact<std::string> & f);
void write_fact(json_writer & to, const fact<double> & f);
void write_fact(json_writer & to, const fact<calendar_date> & f);
void write_fact(json_writer & to, const fact<std::uint32_t> & f);
void write_fact(json_writer & to, const fact<contract_kind> & f);
void write_fact(json_writer & to, const fact<workplace_kind> & f);
void write_fact(json_writer & to, const fact<std::vector<std::string>> & f);
void write_fact(json_writer & to, const fact<salary> & f);

/// "id", "source", "language", "role", "mention", "score", "band": which advert this is, and what is said of it in one line.
void write_identity(json_writer & to, const review & of, const review_result & from);

/// A passage as an object: its quote, range, level, strength, section and rule.
void write_evidence(json_writer & to, const evidence & e, std::string_view text);

/// Notes as elements of the array that is open.
void write_notes(json_writer & to, const std::vector<note> & notes, const packs::messages & say);

/// "errors": the inputs that could not be read.
void write_errors(json_writer & to, std::span<const error> errors);

}  // namespace rolewright::rendering
