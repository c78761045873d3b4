import { words } from '../../../shared/text/fold.ts'

/**
 * The keyword of a document whose record is called `text` as a whole: its title, an alias, a country's name in any
 * language. A query that is nothing but such a name finds it first.
 */
export const calledKeyword = (text: string): string => `called:${words(text).join(' ')}`
