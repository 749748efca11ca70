/* The same in C: the articles of a page, with the place of each headline in the file. */
#include <broadsheet/broadsheet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char bytes[1 << 20];

int main(int argc, char** argv) {
    broadsheet_document* page = NULL;
    char* message = NULL;
    FILE* const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: example_c FILE\n");
        return 2;
    }
    const size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);

    if (broadsheet_extract(bytes, size, NULL, &page, &message) != BROADSHEET_OK) {
        fprintf(stderr, "%s\n", message != NULL ? message : "no memory");
        broadsheet_text_free(message);
        return 1;
    }
    for (size_t a = 0; a < broadsheet_article_count(page); ++a) {
        printf("== %s %s\n", broadsheet_article_id(page, a), broadsheet_article_lang(page, a));
        for (size_t b = 0; b < broadsheet_block_count(page, a); ++b) {
            if (strcmp(broadsheet_block_role(page, a, b), "headline") == 0) {
                broadsheet_span place = {.struct_size = sizeof place};
                if (broadsheet_span_get(page, a, b, 0, &place) == BROADSHEET_OK)
                    printf("line %u: ", (unsigned)place.line);
            }
            puts(broadsheet_block_text(page, a, b, NULL));
        }
    }
    broadsheet_document_free(page);
    return 0;
}
