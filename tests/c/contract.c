/* What the header promises beyond the happy path: NULL is allowed where it says so, errors carry code and message. */
#include <rolewright.h>

#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char *what) {
    if (holds) return;
    printf("does not hold: %s\n", what);
    ++failures;
}

int main(void) {
    static const char advert[] = "Office assistant\n\nYou will maintain spreadsheets to track our spending.\n";
    rw_options *options = rw_options_new();
    rw_engine *engine = NULL, *other = NULL;
    rw_review *review = NULL, *elsewhere = NULL;
    rw_draft *draft = NULL;
    rw_text *text = NULL;
    rw_error *error = NULL;

    check(strlen(rw_version()) >= 5, "a version");
    rw_options_free(NULL);
    rw_engine_free(NULL);
    rw_review_free(NULL);
    rw_draft_free(NULL);
    rw_text_free(NULL);
    rw_error_free(NULL);

    check(rw_options_set(options, "colour", "red", &error) != 0, "an unknown option is refused");
    check(error && strcmp(rw_error_code(error), "bad-option") == 0, "its code");
    check(error && strstr(rw_error_message(error), "colour") != NULL, "its message names it");
    rw_error_free(error);
    error = NULL;
    check(rw_options_set(options, "date", "31.12.2026", NULL) != 0, "a bad date is refused, and error may be NULL");
    check(rw_options_set(options, "date", "2026-12-31", &error) == 0 && !error, "a good date is taken");

    check(rw_options_set(options, "map", "no/such/map.xml", &error) != 0 && error && strcmp(rw_error_code(error), "cannot-read-file") == 0, "a map that is not there is an error");
    rw_error_free(error);
    error = NULL;

    check(rw_engine_new(NULL, &engine, &error) == 0 && engine, "an engine without options");
    check(strlen(rw_engine_packs_hash(engine)) == 16, "a hash of 16 digits");
    check(rw_review_new(engine, "\x89PNG\r\n", 6, NULL, NULL, &review, &error) != 0 && !review, "a picture is refused");
    check(error && strcmp(rw_error_code(error), "binary-input") == 0, "with its code");
    rw_error_free(error);
    error = NULL;
    check(rw_review_new(engine, "", 0, NULL, NULL, &review, NULL) != 0, "nothing at all is refused");
    check(rw_review_new(engine, advert, sizeof advert - 1, "advert.txt", options, &review, &error) == 0 && review, "an advert is reviewed");
    check(rw_review_advert_count(review) == 1, "it is one advert");
    check(strlen(rw_review_json(review)) == rw_review_json_size(review), "the size of the JSON");
    check(strstr(rw_review_json(review), "\"spreadsheets\"") != NULL, "the JSON names the criterion");
    check(rw_review_has_findings(review, "hint") == 1 && rw_review_has_findings(review, "never") == 0, "findings by severity");
    check(rw_review_text(review, 80, &text, &error) == 0 && rw_text_size(text) > 100, "the text for people");
    check(rw_draft_new(review, 7, options, &draft, NULL) != 0 && !draft, "there is no eighth advert");
    check(rw_draft_new(review, 0, NULL, &draft, &error) == 0, "a draft");
    check(strstr(rw_draft_text(draft), "maintain spreadsheets") != NULL && rw_draft_change_count(draft) > 0, "keeps the line and adds others");
    rw_text_free(text);
    text = NULL;
    check(rw_compare(review, NULL, &text, NULL) != 0 && !text, "a comparison needs two reviews");
    check(rw_compare(review, review, &text, &error) == 0 && strstr(rw_text_bytes(text), "\"kept\"") != NULL, "an advert keeps what it asks itself");
    rw_text_free(text);
    text = NULL;
    check(rw_team(NULL, 1, &text, NULL) != 0 && !text, "a team needs adverts");
    check(rw_team((const rw_review *const *)&review, 0, &text, NULL) != 0 && !text, "and at least one");
    check(rw_team((const rw_review *const *)&review, 1, &text, &error) == 0 && strstr(rw_text_bytes(text), "\"asked_by\"") != NULL, "a team of one");
    check(rw_engine_new(NULL, &other, &error) == 0 && rw_review_new(other, advert, sizeof advert - 1, NULL, options, &elsewhere, &error) == 0, "a second engine");
    rw_text_free(text);
    text = NULL;
    check(rw_compare(review, elsewhere, &text, &error) != 0 && !text && strstr(rw_error_message(error), "one engine") != NULL, "reviews of two engines do not mix");
    rw_error_free(error);
    error = NULL;
    rw_review_free(elsewhere);
    rw_engine_free(other);
    rw_draft_free(draft);
    rw_review_free(review);
    rw_engine_free(engine);
    rw_options_free(options);
    printf("%d promises broken\n", failures);
    return failures ? 1 : 0;
}
