/* Prints as JSON what several files say together: `compare ADVERT DESCRIPTION` or `team FILE...`, then name=value options. */
#include <rolewright.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 16 };

static int fail(rw_error *error) {
    fprintf(stderr, "%s\n", rw_error_message(error));
    rw_error_free(error);
    return 2;
}

static int32_t review_file(const rw_engine *engine, const char *path, const rw_options *options, rw_review **review, rw_error **error) {
    FILE *file = fopen(path, "rb");
    char *bytes;
    size_t size;
    int32_t code;
    if (!file) exit(2);
    fseek(file, 0, SEEK_END);
    size = (size_t)ftell(file);
    rewind(file);
    bytes = malloc(size ? size : 1);
    if (!bytes || fread(bytes, 1, size, file) != size) exit(2);
    fclose(file);
    code = rw_review_new(engine, bytes, size, path, options, review, error);
    free(bytes);
    return code;
}

int main(int argc, char **argv) {
    rw_options *options = rw_options_new();
    rw_engine *engine = NULL;
    rw_review *reviews[most];
    rw_text *text = NULL;
    rw_error *error = NULL;
    size_t count = 0, i;
    int next, first_option = 2;
    if (argc < 3) return 2;
    while (first_option < argc && !strchr(argv[first_option], '=')) ++first_option;
    if (first_option - 2 > most) return 2;
    for (next = first_option; next < argc; ++next) {
        char *value = strchr(argv[next], '=');
        if (!value) return 2;
        *value++ = '\0';
        if (rw_options_set(options, argv[next], value, &error)) return fail(error);
    }
    if (rw_engine_new(options, &engine, &error)) return fail(error);
    for (next = 2; next < first_option; ++next)
        if (review_file(engine, argv[next], options, &reviews[count++], &error)) return fail(error);
    if (strcmp(argv[1], "team") == 0) {
        if (rw_team((const rw_review *const *)reviews, count, &text, &error)) return fail(error);
    } else if (count != 2) return 2;
    else if (rw_compare(reviews[0], reviews[1], &text, &error)) return fail(error);
    fwrite(rw_text_bytes(text), 1, rw_text_size(text), stdout);
    rw_text_free(text);
    for (i = 0; i < count; ++i) rw_review_free(reviews[i]);
    rw_engine_free(engine);
    rw_options_free(options);
    return 0;
}
