/* The C interface as a program in C sees it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/resource.h>
#endif

#include "broadsheet/broadsheet.h"

static int failures = 0, checks = 0;

#define CHECK(what)                                                    \
    do {                                                               \
        ++checks;                                                      \
        if (!(what)) {                                                 \
            ++failures;                                                \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what); \
        }                                                              \
    } while (0)

static const char page[] =
    "FERRY MAKES ITS LAST CROSSING\n"
    "\n"
    "The new bridge over the mill stream was opened on Mon-\n"
    "day. Carts may pass from both sides, and the ferry has\n"
    "made its last crossing.\n";

static broadsheet_document* extracted(const char* text, const broadsheet_options* options) {
    broadsheet_document* document = NULL;
    char* message = NULL;
    const int status = broadsheet_extract(text, strlen(text), options, &document, &message);
    if (status != BROADSHEET_OK) fprintf(stderr, "extract: %s\n", message ? message : broadsheet_status_text(status));
    broadsheet_text_free(message);
    return document;
}

static int set(broadsheet_options* options, const char* name, const char* value) {
    return broadsheet_options_set(options, name, value, NULL);
}

static void versions(void) {
    CHECK(strcmp(broadsheet_version(), BROADSHEET_VERSION_TEXT) == 0);
    CHECK(broadsheet_version_number() ==
          10000 * BROADSHEET_VERSION_MAJOR + 100 * BROADSHEET_VERSION_MINOR + BROADSHEET_VERSION_PATCH);
    for (int status = -1; status < 100; ++status) CHECK(broadsheet_status_text(status)[0] != '\0');
}

static void walking(void) {
    broadsheet_document* const d = extracted(page, NULL);
    int headlines = 0, paragraphs = 0;
    CHECK(d != NULL);
    CHECK(broadsheet_article_count(d) == 1);
    CHECK(strcmp(broadsheet_article_id(d, 0), "p1-a1") == 0);
    CHECK(strcmp(broadsheet_article_lang(d, 0), "en") == 0);
    CHECK(strcmp(broadsheet_article_type(d, 0), "article") == 0);
    CHECK(broadsheet_article_confidence(d, 0) > 0 && broadsheet_article_confidence(d, 0) <= 1);
    for (size_t b = 0; b < broadsheet_block_count(d, 0); ++b) {
        size_t size = 0;
        const char* const text = broadsheet_block_text(d, 0, b, &size);
        CHECK(text != NULL && strlen(text) == size);
        CHECK(broadsheet_block_confidence(d, 0, b) > 0);
        if (strcmp(broadsheet_block_role(d, 0, b), "headline") == 0) {
            broadsheet_span span;
            ++headlines;
            CHECK(strcmp(text, "FERRY MAKES ITS LAST CROSSING") == 0);
            CHECK(broadsheet_span_count(d, 0, b) == 1);
            span.struct_size = sizeof span;
            CHECK(broadsheet_span_get(d, 0, b, 0, &span) == BROADSHEET_OK);
            CHECK(span.begin == 0 && span.end == 29 && span.page == 1 && span.line == 1 && span.file == 0);
            CHECK(span.has_box == 0);
        } else if (strcmp(broadsheet_block_role(d, 0, b), "paragraph") == 0) {
            ++paragraphs;
            CHECK(strstr(text, "opened on Monday. Carts") != NULL);
            CHECK(broadsheet_span_count(d, 0, b) == 3);
        }
    }
    CHECK(headlines == 1 && paragraphs == 1);
    CHECK(broadsheet_block_text(d, 0, 0, NULL) == broadsheet_block_text(d, 0, 0, NULL));
    broadsheet_document_free(d);
}

static void boxes_and_small_structs(void) {
    static const char hocr[] =
        "<html><body><div class='ocr_page' title='bbox 0 0 500 500'><span class='ocr_line' title='bbox 10 20 110 40'>"
        "<span class='ocrx_word' title='bbox 10 20 50 40'>Ferry</span> "
        "<span class='ocrx_word' title='bbox 60 20 110 40'>closed</span></span></div></body></html>";
    broadsheet_document* const d = extracted(hocr, NULL);
    union {
        broadsheet_span span;
        unsigned char bytes[sizeof(broadsheet_span) + 8];
    } place;
    CHECK(broadsheet_span_count(d, 0, 0) == 2);
    place.span.struct_size = sizeof place.span;
    CHECK(broadsheet_span_get(d, 0, 0, 1, &place.span) == BROADSHEET_OK);
    CHECK(place.span.has_box == 1 && place.span.left == 60 && place.span.bottom == 40);
    CHECK(memcmp(hocr + place.span.begin, "closed", 6) == 0 && place.span.end - place.span.begin == 6);
    /* A caller of another version: nothing behind its struct is touched. */
    memset(&place, 0x55, sizeof place);
    place.span.struct_size = offsetof(broadsheet_span, page);
    CHECK(broadsheet_span_get(d, 0, 0, 0, &place.span) == BROADSHEET_OK);
    CHECK(place.span.page == 0x55555555 && place.span.end > place.span.begin);
    memset(&place, 0x55, sizeof place);
    place.span.struct_size = sizeof place;
    CHECK(broadsheet_span_get(d, 0, 0, 0, &place.span) == BROADSHEET_OK);
    CHECK(place.span.struct_size == sizeof place && place.bytes[sizeof place - 1] == 0x55);
    place.span.struct_size = 0;
    CHECK(broadsheet_span_get(d, 0, 0, 0, &place.span) == BROADSHEET_BAD_ARGUMENT);
    broadsheet_document_free(d);
}

static void writing(void) {
    broadsheet_options* const options = broadsheet_options_new();
    broadsheet_document* const d = extracted(page, NULL);
    char* text = NULL;
    size_t size = 0;
    CHECK(broadsheet_write(d, NULL, &text, &size, NULL) == BROADSHEET_OK);
    CHECK(text != NULL && strlen(text) == size && strstr(text, "FERRY MAKES") == text);
    broadsheet_text_free(text);
    CHECK(set(options, "to", "json") == BROADSHEET_OK);
    CHECK(broadsheet_write(d, options, &text, &size, NULL) == BROADSHEET_OK);
    CHECK(strstr(text, "\"schema\":\"broadsheet/document/1\"") != NULL && text[size - 1] == '\n');
    broadsheet_text_free(text);
    CHECK(set(options, "to", "jsonl") == BROADSHEET_OK && set(options, "source", "gazette") == BROADSHEET_OK);
    CHECK(broadsheet_write(d, options, &text, NULL, NULL) == BROADSHEET_OK);
    CHECK(strstr(text, "\"source\":\"gazette\"") != NULL);
    broadsheet_text_free(text);
    CHECK(broadsheet_repair(page, strlen(page), NULL, &text, &size, NULL) == BROADSHEET_OK);
    CHECK(strstr(text, "opened on Monday. Carts") != NULL && strlen(text) == size);
    broadsheet_text_free(text);
    broadsheet_document_free(d);
    broadsheet_options_free(options);
}

static void piping(void) {
    static const char line[] = "{\"id\":\"7\",\"page\":\"FERRY CLOSED\\n\\nThe ferry has made its last crossing.\"}";
    broadsheet_options* const options = broadsheet_options_new();
    char *records = NULL, *error = NULL;
    size_t size = 0;
    CHECK(set(options, "text-field", "page") == BROADSHEET_OK);
    CHECK(broadsheet_pipe(line, strlen(line), 1, options, &records, &size, &error, NULL) == BROADSHEET_OK);
    CHECK(error == NULL && records != NULL && strlen(records) == size && records[size - 1] == '\n');
    CHECK(strstr(records, "FERRY CLOSED") != NULL && strstr(records, "broadsheet/article/1") != NULL);
    broadsheet_text_free(records);
    /* Without the option the record has no text; that is its fault and not the call's. */
    CHECK(broadsheet_pipe(line, strlen(line), 12, NULL, &records, &size, &error, NULL) == BROADSHEET_OK);
    CHECK(size == 0 && records != NULL && error != NULL && strstr(error, "\"record\":12") != NULL);
    broadsheet_text_free(records);
    broadsheet_text_free(error);
    CHECK(broadsheet_pipe(NULL, 1, 1, NULL, &records, &size, &error, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_pipe(line, 1, 1, NULL, NULL, &size, &error, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_pipe(line, 1, 1, NULL, &records, &size, NULL, NULL) == BROADSHEET_BAD_ARGUMENT);
    broadsheet_options_free(options);
}

/* Every option once with a value that it takes and once with one that it does not, where there is such a value. */
static void options_by_name(void) {
    static const char* const rows[][3] = {{"added", "2020-01-01", NULL},
                                          {"articles", "detect", "guess"},
                                          {"created", "1901-01-01", NULL},
                                          {"encoding", "UTF-8", NULL},
                                          {"explain", "true", "yes"},
                                          {"from", "text", "telegram"},
                                          {"id-field", "key", NULL},
                                          {"inline-provenance", "false", ""},
                                          {"lang", "en", "tlh"},
                                          {"max-bytes", "100000", "10x"},
                                          {"max-line-bytes", "100", "many"},
                                          {"name", "page 1", NULL},
                                          {"pretty", "true", "1"},
                                          {"skip", "duplicates", "lunch"},
                                          {"source", "gazette", NULL},
                                          {"spacing", "loose", "wide"},
                                          {"text-field", "body", NULL},
                                          {"timeout", "1000000", "1000001"},
                                          {"to", "json", "paper"},
                                          {"width", "full", "half"},
                                          {"words", "# broadsheet words 1\nmonday\t2\n", "monday 2"},
                                          {"writing", "horizontal", "upwards"}};
    broadsheet_options* const options = broadsheet_options_new();
    char* message = NULL;
    broadsheet_document* d = NULL;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
        CHECK(set(options, rows[i][0], rows[i][1]) == BROADSHEET_OK);
        if (rows[i][2] == NULL) continue;
        CHECK(broadsheet_options_set(options, rows[i][0], rows[i][2], &message) != BROADSHEET_OK);
        CHECK(message != NULL && message[0] != '\0');
        broadsheet_text_free(message);
    }
    CHECK(broadsheet_options_set(options, "colour", "red", &message) == BROADSHEET_BAD_OPTION);
    CHECK(message != NULL && strstr(message, "colour") != NULL);
    broadsheet_text_free(message);
    d = extracted(page, options);
    CHECK(broadsheet_article_count(d) == 1);
    CHECK(broadsheet_note_count(d) > 0); /* explain */
    CHECK(broadsheet_note_message(d, 0)[0] != '\0' && broadsheet_note_is_warning(d, 0) == 0);
    broadsheet_document_free(d);
    broadsheet_options_free(options);
}

static void failing(void) {
    broadsheet_options* const options = broadsheet_options_new();
    broadsheet_document* d = NULL;
    char* message = NULL;
    CHECK(broadsheet_extract("\x7f"
                             "ELF\2\1\1\0\0\0\0\0\0\0\0\0",
                             16, NULL, &d, &message) == BROADSHEET_BAD_FORMAT);
    CHECK(d == NULL && message != NULL);
    broadsheet_text_free(message);
    CHECK(set(options, "encoding", "cuneiform") == BROADSHEET_OK);
    CHECK(broadsheet_extract(page, strlen(page), options, &d, &message) == BROADSHEET_BAD_ENCODING);
    CHECK(d == NULL && message != NULL && strstr(message, "cuneiform") != NULL);
    broadsheet_text_free(message);
    CHECK(set(options, "encoding", "") == BROADSHEET_OK && set(options, "max-bytes", "8") == BROADSHEET_OK);
    CHECK(broadsheet_extract(page, strlen(page), options, &d, NULL) == BROADSHEET_LIMIT);
    /* What went well leaves no message behind. */
    message = (char*)page;
    CHECK(broadsheet_extract(page, strlen(page), NULL, &d, &message) == BROADSHEET_OK && message == NULL);
    broadsheet_document_free(d);
    /* An empty page is a page. */
    CHECK(broadsheet_extract(NULL, 0, NULL, &d, NULL) == BROADSHEET_OK && broadsheet_article_count(d) == 0);
    broadsheet_document_free(d);
    broadsheet_options_free(options);
}

static void nulls_and_ranges(void) {
    broadsheet_document* const d = extracted(page, NULL);
    broadsheet_document* other = d;
    broadsheet_span span;
    char *text = (char*)page, *message = NULL;
    size_t size = 1;
    CHECK(broadsheet_extract(NULL, 1, NULL, &other, &message) == BROADSHEET_BAD_ARGUMENT && other == NULL);
    CHECK(message != NULL);
    broadsheet_text_free(message);
    CHECK(broadsheet_extract(page, 1, NULL, NULL, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_repair(NULL, 1, NULL, &text, &size, NULL) == BROADSHEET_BAD_ARGUMENT && !text && size == 0);
    CHECK(broadsheet_repair(page, 1, NULL, NULL, NULL, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_write(NULL, NULL, &text, NULL, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_write(d, NULL, NULL, NULL, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(set(NULL, "to", "json") == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_article_count(NULL) == 0 && broadsheet_block_count(NULL, 0) == 0);
    CHECK(!broadsheet_article_id(NULL, 0) && !broadsheet_article_id(d, 1) && !broadsheet_article_id(d, (size_t)-1));
    CHECK(!broadsheet_article_lang(d, 1) && !broadsheet_article_type(d, 1));
    CHECK(broadsheet_article_confidence(d, 1) == 0 && broadsheet_block_count(d, 1) == 0);
    CHECK(!broadsheet_block_role(d, 0, 99) && !broadsheet_block_role(NULL, 0, 0));
    CHECK(broadsheet_block_confidence(d, 0, 99) == 0);
    size = 1;
    CHECK(!broadsheet_block_text(d, 0, 99, &size) && size == 0 && !broadsheet_block_text(NULL, 0, 0, NULL));
    CHECK(broadsheet_span_count(d, 0, 99) == 0 && broadsheet_span_count(NULL, 0, 0) == 0);
    span.struct_size = sizeof span;
    CHECK(broadsheet_span_get(d, 0, 0, 99, &span) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_span_get(NULL, 0, 0, 0, &span) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_span_get(d, 0, 0, 0, NULL) == BROADSHEET_BAD_ARGUMENT);
    CHECK(broadsheet_note_count(NULL) == 0 && !broadsheet_note_message(d, 9999));
    CHECK(broadsheet_note_is_warning(d, 9999) == 0 && broadsheet_note_line(NULL, 0) == 0);
    broadsheet_document_free(d);
    broadsheet_document_free(NULL);
    broadsheet_options_free(NULL);
    broadsheet_text_free(NULL);
}

/* A page of 64 MB takes some seconds, and may take one. */
static void timeout(void) {
    const size_t size = (size_t)64 << 20;
    static const char before[] = "{\"id\":\"7\",\"text\":\"";
    broadsheet_options* const options = broadsheet_options_new();
    char *const bytes = malloc(size), *text = (char*)page, *error = NULL, *message = NULL;
    broadsheet_document* d = NULL;
    CHECK(bytes != NULL);
    if (bytes == NULL) return;
    memset(bytes, 'a', size);
    for (size_t i = 60; i < size; i += 60) bytes[i] = '\n';
    CHECK(set(options, "timeout", "1") == BROADSHEET_OK && set(options, "name", "page 1") == BROADSHEET_OK);
    CHECK(broadsheet_extract(bytes, size, options, &d, &message) == BROADSHEET_TIMEOUT && d == NULL);
    CHECK(message != NULL && strcmp(message, "page 1: it was stopped before it was done") == 0);
    broadsheet_text_free(message);
    CHECK(broadsheet_repair(bytes, size, options, &text, NULL, NULL) == BROADSHEET_TIMEOUT && text == NULL);
    /* A record that takes too long is a bad record. */
    for (size_t i = 60; i < size; i += 60) bytes[i] = ' ';
    for (size_t i = 60; i + 1 < size; i += 60) memcpy(bytes + i - 1, "\\n", 2);
    memcpy(bytes, before, sizeof before - 1);
    memcpy(bytes + size - 2, "\"}", 2);
    CHECK(set(options, "max-line-bytes", "1000000000") == BROADSHEET_OK);
    CHECK(broadsheet_pipe(bytes, size, 1, options, &text, NULL, &error, NULL) == BROADSHEET_OK);
    CHECK(text != NULL && text[0] == '\0' && error != NULL && strstr(error, "\"code\":\"timeout\"") != NULL);
    broadsheet_text_free(text);
    broadsheet_text_free(error);
    free(bytes);
    /* What is done in time is not touched by the limit. */
    d = extracted(page, options);
    CHECK(broadsheet_article_count(d) == 1);
    broadsheet_document_free(d);
    broadsheet_options_free(options);
}

/* Last: there is little room left afterwards. (The sanitizers need all the room there is.) */
static void no_memory(void) {
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const size_t size = (size_t)1 << 26;
    char* const bytes = malloc(size);
    const struct rlimit limit = {(rlim_t)160 << 20, (rlim_t)160 << 20};
    broadsheet_document* d = NULL;
    char* message = NULL;
    CHECK(bytes != NULL);
    if (bytes == NULL) return;
    memset(bytes, 'a', size);
    for (size_t i = 60; i < size; i += 60) bytes[i] = '\n';
    CHECK(setrlimit(RLIMIT_AS, &limit) == 0);
    CHECK(broadsheet_extract(bytes, size, NULL, &d, &message) == BROADSHEET_NO_MEMORY);
    CHECK(d == NULL && message != NULL && strcmp(message, "not enough memory") == 0);
    broadsheet_text_free(message);
    free(bytes);
    /* What did not fit has left the rest usable. */
    d = extracted(page, NULL);
    CHECK(broadsheet_article_count(d) == 1);
    broadsheet_document_free(d);
#endif
}

int main(void) {
    versions();
    walking();
    boxes_and_small_structs();
    writing();
    piping();
    options_by_name();
    failing();
    nulls_and_ranges();
    timeout();
    no_memory();
    printf("%d checks, %d failed\n", checks, failures);
    return failures != 0;
}
