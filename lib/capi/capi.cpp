// The C shim: handles around C++ values, one guard that turns exceptions and errors into rw_error. No logic.
#include <rolewright.h>
#include <rolewright/rolewright.hpp>

#include "base/files.hpp"
#include "engine/parts.hpp"
#include "render/render.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <span>
#include <vector>

using rolewright::error;
using rolewright::error_code;

struct rw_options {
    rolewright::engine_options engine;
    rolewright::review_options review;
    rolewright::improve_options improve;
};
struct rw_engine {
    rolewright::engine engine;
    std::string packs_hash;
};
struct rw_review {
    const rw_engine * engine;
    rolewright::review_options options;
    rolewright::review_result result;
    std::string json;
};
struct rw_draft {
    rolewright::draft draft;
};
struct rw_text {
    std::string bytes;
};
struct rw_error {
    std::string code, message;
};

namespace {

int32_t fail(const error & e, rw_error ** out) {
    if (out) *out = new (std::nothrow) rw_error{std::string(to_string(e.code)), e.to_string()};
    return 1 + static_cast<int32_t>(e.code);
}

int32_t fail(const char * message, rw_error ** out) { return fail(error{error_code::bad_option, message}, out); }

template <class F>
int32_t guarded(rw_error ** out, F && f) {
    if (out) *out = nullptr;
    try {
        return f();
    } catch (const std::exception & e) {
        return fail(error{error_code::internal, e.what()}, out);
    } catch (...) {
        return fail(error{error_code::internal, "an unknown fault"}, out);
    }
}

int32_t bad_value(const char * name, const char * expected, const char * value, rw_error ** out) {
    return fail(error{error_code::bad_option, std::string("expected ") + name + " to be " + expected + ", found '" + value + "'"}, out);
}

}  // namespace

extern "C" {

const char * rw_version(void) { return RW_VERSION; }

rw_options * rw_options_new(void) { return new (std::nothrow) rw_options{}; }

int32_t rw_options_set(rw_options * options, const char * name, const char * value, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!options || !name || !value) return fail("expected options, a name and a value, found NULL", out);
        auto & r = options->review;
        const std::pair<const char *, std::string *> texts[] = {
            {"data", &options->engine.data_folder}, {"role", &r.role}, {"lang", &r.language}, {"country", &r.country}, {"jurisdiction", &r.jurisdiction},
            {"help-contact", &r.help_contact}, {"pdf-program", &r.pdf_program}, {"format", &options->improve.format}, {"template", &options->improve.templates}};
        for (const auto & [known, to] : texts)
            if (std::strcmp(name, known) == 0) return *to = value, 0;
        const std::string_view v = value;
        if (std::strcmp(name, "date") == 0) {
            if (!v.empty() && !rolewright::date_from_string(v)) return bad_value(name, "YYYY-MM-DD", value, out);
            r.date = value;
        } else if (std::strcmp(name, "input") == 0) {
            const auto known = rolewright::input_formats();
            if (std::find(known.begin(), known.end(), v) == known.end()) return bad_value(name, fmt::format("one of {}", fmt::join(known, ", ")).c_str(), value, out);
            r.input = value;
        } else if (std::strcmp(name, "map") == 0) {
            constexpr std::size_t most = 1u << 20;
            const auto bytes = rolewright::read_file(value, most);
            if (!bytes) return fail(bytes.error(), out);
            auto map = rolewright::field_map::parse(*bytes, value);
            if (!map) return fail(map.error(), out);
            r.map = *std::move(map);
        } else if (std::strcmp(name, "with-text") == 0 || std::strcmp(name, "tools") == 0) {
            if (v != "yes" && v != "no") return bad_value(name, "yes or no", value, out);
            (name[0] == 't' ? r.with_tools : r.with_text) = v == "yes";
        } else return fail(error{error_code::bad_option, std::string("expected the name of an option, found '") + name + "'"}, out);
        return 0;
    });
}

int32_t rw_options_add_pack(rw_options * options, const char * folder, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!options || !folder) return fail("expected options and a folder, found NULL", out);
        options->engine.packs.emplace_back(folder);
        return 0;
    });
}

void rw_options_free(rw_options * options) { delete options; }

int32_t rw_engine_new(const rw_options * options, rw_engine ** engine, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!engine) return fail("expected a place for the engine, found NULL", out);
        *engine = nullptr;
        auto made = rolewright::engine::create(options ? options->engine : rolewright::engine_options{});
        if (!made) return fail(made.error(), out);
        auto hash = made->packs_hash();
        *engine = new rw_engine{*std::move(made), std::move(hash)};
        return 0;
    });
}

const char * rw_engine_packs_hash(const rw_engine * engine) { return engine ? engine->packs_hash.c_str() : ""; }
void rw_engine_free(rw_engine * engine) { delete engine; }

int32_t rw_review_new(const rw_engine * engine, const char * bytes, size_t size, const char * source, const rw_options * options, rw_review ** review, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!engine || !review || (!bytes && size)) return fail("expected an engine, bytes and a place for the review, found NULL", out);
        *review = nullptr;
        auto told = options ? options->review : rolewright::review_options{};
        told.source = source ? source : "";
        auto result = engine->engine.review({bytes ? bytes : "", size}, told);
        if (!result) return fail(result.error(), out);
        auto made = std::make_unique<rw_review>(rw_review{engine, told, *std::move(result), {}});
        made->json = rolewright::rendering::review_json({&made->result, 1}, {}, {engine->engine.inside().packs, made->options});
        *review = made.release();
        return 0;
    });
}

const char * rw_review_json(const rw_review * review) { return review ? review->json.c_str() : ""; }
size_t rw_review_json_size(const rw_review * review) { return review ? review->json.size() : 0; }
int32_t rw_review_advert_count(const rw_review * review) { return review ? static_cast<int32_t>(review->result.adverts.size()) : 0; }

int32_t rw_review_has_findings(const rw_review * review, const char * severity) {
    if (!review || !severity) return 0;
    const auto limit = rolewright::from_string<rolewright::severity>(severity);
    if (!limit) return 0;
    for (const auto & a : review->result.adverts)
        for (const auto & f : a.findings)
            if (f.severity <= *limit) return 1;
    return 0;
}

int32_t rw_review_text(const rw_review * review, int32_t width, rw_text ** text, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!review || !text) return fail("expected a review and a place for the text, found NULL", out);
        *text = nullptr;
        const rolewright::rendering::terminal on{false, static_cast<unsigned>(std::clamp<int32_t>(width, 40, 1000))};
        *text = new rw_text{rolewright::rendering::review_text(review->result, {review->engine->engine.inside().packs, review->options}, on)};
        return 0;
    });
}

void rw_review_free(rw_review * review) { delete review; }

int32_t rw_draft_new(const rw_review * review, int32_t advert, const rw_options * options, rw_draft ** draft, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!review || !draft) return fail("expected a review and a place for the draft, found NULL", out);
        *draft = nullptr;
        if (advert < 0 || advert >= rw_review_advert_count(review)) return fail("expected the number of an advert of the review, found another", out);
        auto made = review->engine->engine.improve(review->result.adverts[static_cast<std::size_t>(advert)], options ? options->improve : rolewright::improve_options{});
        if (!made) return fail(made.error(), out);
        *draft = new rw_draft{*std::move(made)};
        return 0;
    });
}

const char * rw_draft_text(const rw_draft * draft) { return draft ? draft->draft.text.c_str() : ""; }
size_t rw_draft_size(const rw_draft * draft) { return draft ? draft->draft.text.size() : 0; }
int32_t rw_draft_change_count(const rw_draft * draft) { return draft ? static_cast<int32_t>(draft->draft.changes.size()) : 0; }
void rw_draft_free(rw_draft * draft) { delete draft; }

int32_t rw_compare(const rw_review * advert, const rw_review * description, rw_text ** text, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!advert || !description || !text) return fail("expected two reviews and a place for the text, found NULL", out);
        *text = nullptr;
        if (advert->engine != description->engine) return fail("expected reviews of one engine, found two engines", out);
        for (const auto * r : {advert, description})
            if (r->result.adverts.size() != 1) return fail(error{error_code::bad_option, fmt::format("expected one advert, found {}", r->result.adverts.size()), r->result.source}, out);
        const rolewright::rendering::named_advert one{advert->result.adverts.front(), advert->result}, other{description->result.adverts.front(), description->result};
        const auto & with = advert->engine->engine;
        *text = new rw_text{rolewright::rendering::comparison_json(one, other, with.compare(one.advert, other.advert), {with.inside().packs, advert->options})};
        return 0;
    });
}

int32_t rw_team(const rw_review * const * reviews, size_t count, rw_text ** text, rw_error ** out) {
    return guarded(out, [&]() -> int32_t {
        if (!reviews || count == 0 || !text || std::any_of(reviews, reviews + count, [](const rw_review * r) { return !r; })) return fail("expected reviews and a place for the text, found NULL", out);
        *text = nullptr;
        std::vector<rolewright::rendering::named_advert> adverts;
        std::vector<const rolewright::review *> members;
        for (const auto * r : std::span(reviews, count)) {
            if (r->engine != reviews[0]->engine) return fail("expected reviews of one engine, found two engines", out);
            for (const auto & a : r->result.adverts) {
                adverts.push_back({a, r->result});
                members.push_back(&a);
            }
        }
        const auto & with = reviews[0]->engine->engine;
        *text = new rw_text{rolewright::rendering::team_json(adverts, with.team(members), {}, {with.inside().packs, reviews[0]->options})};
        return 0;
    });
}

const char * rw_text_bytes(const rw_text * text) { return text ? text->bytes.c_str() : ""; }
size_t rw_text_size(const rw_text * text) { return text ? text->bytes.size() : 0; }
void rw_text_free(rw_text * text) { delete text; }

const char * rw_error_code(const rw_error * error) { return error ? error->code.c_str() : ""; }
const char * rw_error_message(const rw_error * error) { return error ? error->message.c_str() : ""; }
void rw_error_free(rw_error * error) { delete error; }

}  // extern "C"
