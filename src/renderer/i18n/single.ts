/**
 * Context for a sentence that names the one thing: `t('trashed', { count, context: single(count), title })`. The plural form
 * `_one` of Russian is that of 21 and 31 too, so it cannot name it; its words for exactly one stand under `_single`.
 */
export const single = (count: number): string => (count === 1 ? 'single' : '')
