/* Rolewright: reads job adverts, says what they ask of people's digital skills, and writes better ones.
 *
 * The C API, in order of use:
 *
 *     rw_options *options = rw_options_new();
 *     rw_options_set(options, "role", "caseworker", NULL);
 *     rw_engine *engine = NULL;
 *     rw_error *error = NULL;
 *     if (rw_engine_new(options, &engine, &error) != 0) { puts(rw_error_message(error)); … }
 *     rw_review *review = NULL;
 *     if (rw_review_new(engine, bytes, size, "advert.txt", options, &review, &error) == 0) puts(rw_review_json(review));
 *     rw_review_free(review); rw_engine_free(engine); rw_options_free(options); rw_error_free(error);
 *
 * Functions that can fail return 0, or another number and an error in *error (error may be NULL).
 * What comes out of a `T **` belongs to the caller, who frees it with rw_T_free (NULL is allowed).
 * A returned `const char *` belongs to the object it came from and ends in a zero byte.
 * Input is a pointer and a size; it is never kept. Text is UTF-8.
 * An engine may be used from several threads at once; every other object from one at a time.
 * Functions are only ever added. New needs are met by new option names and new JSON members first.
 */
#ifndef ROLEWRIGHT_H
#define ROLEWRIGHT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RW_API __attribute__((visibility("default")))
#else
#define RW_API
#endif

typedef struct rw_options rw_options;
typedef struct rw_engine rw_engine;
typedef struct rw_review rw_review;
typedef struct rw_draft rw_draft;
typedef struct rw_text rw_text;
typedef struct rw_error rw_error;

/* --- the library --- */

/* The version, e.g. "0.1.0". */
RW_API const char *rw_version(void);

/* --- options: what an engine or a review is told --- */

RW_API rw_options *rw_options_new(void);

/* Sets one option. Names, as on the command line:
 *   for engines:  "data" (folder instead of the built-in packs)
 *   for reviews:  "role", "lang", "country", "date" (YYYY-MM-DD), "jurisdiction", "help-contact",
 *                 "input" (a format: "auto", "text", "html", "markdown", "docx", "odt", "pdf", "email", "json", … as
 *                 lib/read/README.md lists them), "pdf-program" (pdftotext, which reads PDF files; without it they are refused),
 *                 "map" (path of a mapping file), "with-text" ("yes", "no"),
 *                 "tools" ("yes", "no": kinds of tool for what the advert asks)
 *   for drafts:   "format" ("md", "html", "txt"), "template"
 * An unknown name or a value that is not allowed is an error. */
RW_API int32_t rw_options_set(rw_options *options, const char *name, const char *value, rw_error **error);

/* Adds a folder with a pack, for engines. */
RW_API int32_t rw_options_add_pack(rw_options *options, const char *folder, rw_error **error);

RW_API void rw_options_free(rw_options *options);

/* --- the engine: packs, loaded and compiled once --- */

/* `options` may be NULL. */
RW_API int32_t rw_engine_new(const rw_options *options, rw_engine **out, rw_error **error);

/* A hash over all packs, the same wherever they were read from. */
RW_API const char *rw_engine_packs_hash(const rw_engine *engine);

RW_API void rw_engine_free(rw_engine *engine);

/* --- reviews --- */

/* Reviews the bytes of one input (text or HTML). `source` is its name, echoed in the result; NULL is "". */
RW_API int32_t rw_review_new(const rw_engine *engine, const char *bytes, size_t size, const char *source,
                             const rw_options *options, rw_review **out, rw_error **error);

/* The result as JSON, the same bytes as `rolewright review --format json`. */
RW_API const char *rw_review_json(const rw_review *review);
RW_API size_t rw_review_json_size(const rw_review *review);

/* How many adverts the input held: none, one or many. */
RW_API int32_t rw_review_advert_count(const rw_review *review);

/* 1 if some finding is at or above `severity` ("error", "warning", "advice", "hint"), else 0. */
RW_API int32_t rw_review_has_findings(const rw_review *review, const char *severity);

/* The review as text for people, `width` columns wide, without colour. */
RW_API int32_t rw_review_text(const rw_review *review, int32_t width, rw_text **out, rw_error **error);

RW_API void rw_review_free(rw_review *review);

/* --- drafts --- */

/* The improved advert number `advert` (from 0) of a review, in the "format" of `options`. */
RW_API int32_t rw_draft_new(const rw_review *review, int32_t advert, const rw_options *options, rw_draft **out,
                            rw_error **error);
RW_API const char *rw_draft_text(const rw_draft *draft);
RW_API size_t rw_draft_size(const rw_draft *draft);
RW_API int32_t rw_draft_change_count(const rw_draft *draft);
RW_API void rw_draft_free(rw_draft *draft);

/* --- several adverts together, all reviewed by one engine --- */

/* An advert beside the description of its job, each review of one advert: what the description asks that the advert leaves
 * out or says less clearly. The text is JSON, the same bytes as `rolewright compare --format json`; options are those of
 * the advert's review. */
RW_API int32_t rw_compare(const rw_review *advert, const rw_review *description, rw_text **out, rw_error **error);

/* The adverts of one office as a team: which digital basics they ask for, of whom, and which of nobody. The text is JSON,
 * the same bytes as `rolewright team --format json`; options are those of the first review. */
RW_API int32_t rw_team(const rw_review *const *reviews, size_t count, rw_text **out, rw_error **error);

/* --- text --- */

RW_API const char *rw_text_bytes(const rw_text *text);
RW_API size_t rw_text_size(const rw_text *text);
RW_API void rw_text_free(rw_text *text);

/* --- errors --- */

/* The code's name, e.g. "binary-input". */
RW_API const char *rw_error_code(const rw_error *error);
/* One line: "file:line:column: expected …, found …". */
RW_API const char *rw_error_message(const rw_error *error);
RW_API void rw_error_free(rw_error *error);

#ifdef __cplusplus
}
#endif

#endif
