#pragma once
#include <rolewright/document.hpp>

#include <simdjson.h>

#include <string_view>
#include <vector>

// schema.org's JobPosting as JSON, wherever it comes from: a block of JSON-LD in a page, a file, a line of NDJSON. (Microdata
// and RDFa are turned into such JSON first.) A field that is missing or has no shape that we know is no field.
namespace rolewright::readers {

/// Whether "@type" is "JobPosting" or has it among its values, with or without the address of a vocabulary before it.
bool is_job_posting(const simdjson::dom::element & item);

/// The JobPostings in a value, in order: itself, members of arrays, of "@graph", of lists of items, of "mainEntity".
std::vector<simdjson::dom::element> job_postings_in(const simdjson::dom::element & root);

/// Its fields: title, employer, place, pay, dates, hours, contract, workplace, reference, contact.
given_facts posting_facts(const simdjson::dom::element & posting);

/// Its description, followed by the other fields of text that the description does not hold (responsibilities, skills,
/// pay as it was worded), each under the words of its property's name; with its facts. Without any text it is empty.
document posting_document(const simdjson::dom::element & posting, const read_limits & limits);

}  // namespace rolewright::readers
