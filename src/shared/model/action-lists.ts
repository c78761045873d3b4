/** How lists of actions can be narrowed and grouped. No zod: the page offers them too. */

export const actionFilters = ['open', 'overdue', 'done', 'all'] as const
export type ActionFilter = (typeof actionFilters)[number]

/**
 * `responsible`: under each who answers for it. `country`: under each country that these speak for. `recordCountry`: under
 * each country its text is about. `record`: by meeting, or other text. `due`: by deadline.
 */
export const actionGroupings = ['responsible', 'country', 'recordCountry', 'record', 'due'] as const
export type ActionGrouping = (typeof actionGroupings)[number]
