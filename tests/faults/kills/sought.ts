/** Words that the records of `search-writer.ts` are made of. */
export const SOUGHT = ['alpha', 'Байменов', 'steppe', 'степь', 'valley', 'Астана', 'merit'] as const
