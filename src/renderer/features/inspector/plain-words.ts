/** A line of markdown as plain words, for rows that show no formatting. */
import { excerpt } from '../../../shared/markdown/excerpt.ts'

const LONGEST = 300

export const plainWords = (markdown: string): string => excerpt(markdown, LONGEST) || markdown
