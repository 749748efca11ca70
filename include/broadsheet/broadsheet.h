/** @file
 *  Broadsheet for C and for every language that calls C: the raw text of newspaper pages back into articles.
 *
 *      broadsheet_document *page = NULL;
 *      char *message = NULL;
 *      if (broadsheet_extract(bytes, size, NULL, &page, &message) != BROADSHEET_OK)
 *          fprintf(stderr, "%s\n", message ? message : "?");
 *      for (size_t a = 0; a < broadsheet_article_count(page); ++a)
 *          for (size_t b = 0; b < broadsheet_block_count(page, a); ++b)
 *              puts(broadsheet_block_text(page, a, b, NULL));
 *      broadsheet_document_free(page);
 *      broadsheet_text_free(message);
 *
 *  Rules for all functions
 *    - Text is UTF-8 and ends with a NUL that its size does not count; text of a page may hold NULs of its own.
 *    - What a function hands over through a `char **` belongs to the caller: broadsheet_text_free(). What it returns as
 *      `const char *` belongs to the document, or to the library where no document is named; it is not to be freed.
 *    - A function that can fail returns one of enum broadsheet_status. Only then it sets *message to a text for people,
 *      or to NULL where there is no memory for one; `message` itself may be NULL. Its other results are then NULL or 0.
 *    - NULL where something is needed is BROADSHEET_BAD_ARGUMENT, and an index out of range finds nothing: NULL, 0.
 *      The functions named ..._free take NULL.
 *    - Nothing is thrown through this interface, and no function prints, exits, or asks for the locale; nor for
 *      the clock, or a thread, unless the option timeout is set.
 *    - Different documents and options may be used in different threads at the same time; one document may be read, and
 *      one options object used, by several threads as long as none changes or frees it.
 *
 *  What is here is only added to: no function changes its meaning or goes away, no status its number. (The shared
 *  library's own name changes with each minor version before 1.0, since the C++ interface in it may.) */
#ifndef BROADSHEET_BROADSHEET_H
#define BROADSHEET_BROADSHEET_H

/* NOLINTBEGIN: C, not C++ */

#include <stddef.h>
#include <stdint.h>

#include "broadsheet/export.hpp" /* a macro; plain C as well */
#include "broadsheet/version.h"

#ifdef __cplusplus
extern "C" {
#endif

/** "0.1.0": of the library that runs; BROADSHEET_VERSION_TEXT is that of the header. */
BROADSHEET_API const char* broadsheet_version(void);
/** 10000 * major + 100 * minor + patch. */
BROADSHEET_API unsigned broadsheet_version_number(void);

enum broadsheet_status {
    BROADSHEET_OK = 0,
    BROADSHEET_BAD_ARGUMENT = 1, /**< NULL where something is needed */
    BROADSHEET_NO_MEMORY = 2,
    BROADSHEET_BAD_OPTION = 3,   /**< an option that does not exist, or a value that it does not take */
    BROADSHEET_BAD_FORMAT = 4,   /**< the input is of no format that can be read (a binary file) */
    BROADSHEET_BAD_ENCODING = 5, /**< the encoding asked for is not known */
    BROADSHEET_LIMIT = 6,        /**< the input is larger than max-bytes */
    BROADSHEET_INTERNAL = 7,     /**< a bug: please report it */
    BROADSHEET_TIMEOUT = 8       /**< it takes longer than timeout */
};
/** A few words for a status; never NULL. */
BROADSHEET_API const char* broadsheet_status_text(int status);

/** Frees what a function handed over through a `char **`. */
BROADSHEET_API void broadsheet_text_free(char* text);

/* ---- Options ---- */

/** All options of a run. Wherever they are asked for, NULL means the defaults. */
typedef struct broadsheet_options broadsheet_options;

/** NULL: no memory. */
BROADSHEET_API broadsheet_options* broadsheet_options_new(void);
BROADSHEET_API void broadsheet_options_free(broadsheet_options* options);

/** Sets an option by its name on the command line (`man broadsheet`):
 *    - input: from, encoding, lang, writing, articles, max-bytes (digits); name (what messages and output call it);
 *      timeout (seconds, digits; 0, the default: none): a call that takes longer ends with BROADSHEET_TIMEOUT, that of
 *      broadsheet_pipe() with an *error whose code is "timeout". It is looked at between pages, passes and lines, so a
 *      call may take a moment longer. broadsheet_write() is not limited.
 *    - repair: skip (a pass; may be set again); words (a text as `broadsheet words` writes it; may be set again)
 *    - output: to, spacing, width, source, added, created
 *    - records of pipelines: text-field, id-field, max-line-bytes (digits)
 *    - pretty, inline-provenance, explain (notes of each decision): "true" or "false"
 *  An option that fails stays as it was. */
BROADSHEET_API int broadsheet_options_set(broadsheet_options* options, const char* name, const char* value,
                                          char** message);

/* ---- From bytes to articles ---- */

/** A page or an issue with its articles. It keeps no pointer into the bytes it was made from. */
typedef struct broadsheet_document broadsheet_document;

/** Reads, repairs and segments the bytes of a file; its format and encoding are found by content. Faults of the input
 *  are notes of the document, not failures. */
BROADSHEET_API int broadsheet_extract(const void* bytes, size_t size, const broadsheet_options* options,
                                      broadsheet_document** document, char** message);
BROADSHEET_API void broadsheet_document_free(broadsheet_document* document);

/** The page's text, its lines repaired, not segmented: what `broadsheet repair` prints. */
BROADSHEET_API int broadsheet_repair(const void* bytes, size_t size, const broadsheet_options* options, char** text,
                                     size_t* text_size, char** message);

/** The document as the option `to` says: text (the default), markdown, json, jsonl, tei ... `options` need not be those
 *  of broadsheet_extract(); it looks at those for output alone. */
BROADSHEET_API int broadsheet_write(const broadsheet_document* document, const broadsheet_options* options, char** text,
                                    size_t* text_size, char** message);

/** A record of a data pipeline, one line of JSON (`man broadsheet-pipe`), becomes records of articles, whole lines. A
 * bad record is no failure: then *records is empty and *error one line of JSON that says why; *error is NULL where all
 * is well. What comes out depends on the line and the options alone.
 *  @param number of the line in its input, from 1: for *error only */
BROADSHEET_API int broadsheet_pipe(const char* line, size_t size, uint64_t number, const broadsheet_options* options,
                                   char** records, size_t* records_size, char** error, char** message);

/* ---- Walking over a document. Articles, blocks and spans are counted from 0, in reading order. ---- */

BROADSHEET_API size_t broadsheet_article_count(const broadsheet_document* document);
BROADSHEET_API const char* broadsheet_article_id(const broadsheet_document* document, size_t article);
/** BCP 47: "zh-Hans", "en"; empty where it is not known. */
BROADSHEET_API const char* broadsheet_article_lang(const broadsheet_document* document, size_t article);
/** article, ad, notice, photo, masthead, unknown */
BROADSHEET_API const char* broadsheet_article_type(const broadsheet_document* document, size_t article);
/** 0 to 1. */
BROADSHEET_API double broadsheet_article_confidence(const broadsheet_document* document, size_t article);

BROADSHEET_API size_t broadsheet_block_count(const broadsheet_document* document, size_t article);
/** headline, kicker, deck, byline, dateline, paragraph, subhead, caption, credit, note, list, table, section */
BROADSHEET_API const char* broadsheet_block_role(const broadsheet_document* document, size_t article, size_t block);
BROADSHEET_API double broadsheet_block_confidence(const broadsheet_document* document, size_t article, size_t block);
/** Its text; NULL also where there is no memory for it. `size` may be NULL. */
BROADSHEET_API const char* broadsheet_block_text(const broadsheet_document* document, size_t article, size_t block,
                                                 size_t* size);

/** A place in the source; it lies in one physical line. */
typedef struct broadsheet_span {
    size_t struct_size; /**< set it to sizeof(broadsheet_span) before the call */
    uint64_t begin;     /**< bytes [begin, end) of the file as it is on disk */
    uint64_t end;
    uint32_t page;                  /**< from 1 */
    uint32_t line;                  /**< from 1 */
    uint32_t file;                  /**< 0: the input itself, else one of the files it was made of, from 1 */
    uint32_t has_box;               /**< 1 where the source has geometry */
    float left, top, right, bottom; /**< in the unit of the page */
} broadsheet_span;

BROADSHEET_API size_t broadsheet_span_count(const broadsheet_document* document, size_t article, size_t block);
/** Fills *span as far as its struct_size goes. */
BROADSHEET_API int broadsheet_span_get(const broadsheet_document* document, size_t article, size_t block, size_t index,
                                       broadsheet_span* span);

/** Faults of the input that did not stop the run, and decisions where `explain` asked for them. */
BROADSHEET_API size_t broadsheet_note_count(const broadsheet_document* document);
BROADSHEET_API const char* broadsheet_note_message(const broadsheet_document* document, size_t note);
/** 1: a warning, 0: an information. */
BROADSHEET_API int broadsheet_note_is_warning(const broadsheet_document* document, size_t note);
/** The physical line that it is about; 0: the page or the input as a whole. */
BROADSHEET_API uint32_t broadsheet_note_line(const broadsheet_document* document, size_t note);

#ifdef __cplusplus
}
#endif

/* NOLINTEND */

#endif
