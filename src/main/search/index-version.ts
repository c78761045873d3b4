/** The name of its file. */
export const INDEX_FILE = 'search'
/**
 * Raise it when documents, folding, keys of names, stems or the form of the file change: what was written before is then
 * built anew. tests/unit/main/search/index-version.test.ts fails until that is done.
 */
export const INDEX_VERSION = 2
