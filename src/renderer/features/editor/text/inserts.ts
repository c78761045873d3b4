/** What the `/` menu offers, and how it is found. Pure. */
import { otherLayouts } from '../../../../shared/text/keyboard-layouts.ts'

export const inserts = ['agenda', 'action', 'decision', 'table', 'date', 'matters', 'attendance', 'skeleton'] as const
export type Insert = (typeof inserts)[number]

/** Other words by which they are found: people write in three languages whatever the interface speaks. */
const WORDS: Readonly<Record<Insert, readonly string[]>> = {
  agenda: ['agenda item', 'heading', 'пункт повестки', 'повестка дня', 'күн тәртібі'],
  action: ['action', 'task', 'todo', 'поручение', 'задача', 'действие', 'тапсырма'],
  decision: ['decision', 'решение', 'шешім'],
  table: ['table', 'таблица', 'кесте'],
  date: ['date', 'today', 'дата', 'сегодня', 'күні', 'бүгін'],
  matters: ['matters arising', 'open actions', 'выполнение поручений', 'открытые поручения', 'орындалуы'],
  attendance: ['attendance', 'participants', 'present', 'присутствовали', 'участники', 'қатысушылар'],
  skeleton: ['skeleton', 'template', 'шаблон', 'структура', 'үлгі'],
}

const begins = (words: string, query: string): boolean => words === query || words.startsWith(query) || words.includes(` ${query}`)

/** Those of `offered` that the query means, in their order; typed on another layout they are found too. */
export function matchingInserts(offered: readonly Insert[], query: string, labelOf: (insert: Insert) => string): readonly Insert[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return offered
  const found = (typed: string) =>
    offered.filter((insert) => [labelOf(insert).toLowerCase(), ...WORDS[insert]].some((words) => begins(words, typed)))
  const direct = found(wanted)
  if (direct.length > 0) return direct
  return (
    otherLayouts(wanted)
      .map(found)
      .find((each) => each.length > 0) ?? []
  )
}
