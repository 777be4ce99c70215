#include <rolewright.h>

#include <stdio.h>
#include <string.h>

int main(void) {
    static const char advert[] = "Clerk\n\nYou will maintain spreadsheets to track our spending.\n";
    rw_engine *engine = NULL;
    rw_review *review = NULL;
    if (rw_engine_new(NULL, &engine, NULL)) return 1;
    if (rw_review_new(engine, advert, strlen(advert), NULL, NULL, &review, NULL)) return 1;
    puts(strstr(rw_review_json(review), "\"mention\":\"specific\"") ? "specific" : "something else");
    rw_review_free(review);
    rw_engine_free(engine);
    return 0;
}
