/* Reviews the file named by the first argument and prints the JSON; further arguments are name=value options. */
#include <rolewright.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(rw_error *error) {
    fprintf(stderr, "%s\n", rw_error_message(error));
    rw_error_free(error);
    return 2;
}

int main(int argc, char **argv) {
    rw_options *options = rw_options_new();
    rw_engine *engine = NULL;
    rw_review *review = NULL;
    rw_error *error = NULL;
    FILE *file;
    char *bytes;
    size_t size;
    int i;
    if (argc < 2) return 2;
    for (i = 2; i < argc; ++i) {
        char *value = strchr(argv[i], '=');
        if (!value) return 2;
        *value++ = '\0';
        if (rw_options_set(options, argv[i], value, &error)) return fail(error);
    }
    file = fopen(argv[1], "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    size = (size_t)ftell(file);
    rewind(file);
    /* An exactly sized buffer, so that a sanitizer sees every over-read. */
    bytes = malloc(size ? size : 1);
    if (!bytes || fread(bytes, 1, size, file) != size) return 2;
    fclose(file);
    if (rw_engine_new(options, &engine, &error)) return fail(error);
    if (rw_review_new(engine, bytes, size, argv[1], options, &review, &error)) return fail(error);
    free(bytes);
    fwrite(rw_review_json(review), 1, rw_review_json_size(review), stdout);
    rw_review_free(review);
    rw_engine_free(engine);
    rw_options_free(options);
    return 0;
}
