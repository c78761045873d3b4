/** Deadlines in words, as people type them: "by 30 June", "до конца мая", "30 маусымға дейін". Offered, never applied by itself. */
import { parsePartialDate } from '../model/partial-date.ts'
import { dayAfter, deadlineDay } from './deadlines/days.ts'
import { english } from './deadlines/english.ts'
import { kazakh } from './deadlines/kazakh.ts'
import { russian } from './deadlines/russian.ts'
import type { DeadlinePart, DeadlineTable, DeadlineUnit } from './deadlines/table.ts'

/** Words of a text that give a deadline. */
export interface DeadlineWords {
  /** UTF-16 offsets of all the words: "by 30 June". */
  readonly from: number
  readonly to: number
  /** A partial date. */
  readonly due: string
}

/** What words are read from. */
export interface DeadlineFrom {
  /** `YYYY-MM-DD`, the day from which "next Friday" is reckoned. */
  readonly today: string
  /** Of the text: its words are looked for before those of the others. */
  readonly language?: string
}

const TABLES: Readonly<Record<string, DeadlineTable>> = { en: english, ru: russian, kk: kazakh }
/** Code, links and addresses: what stands in them is no sentence. */
const NO_WORDS = /`[^`]*`|!?\[\[[^[\]]*\]\]|\]\([^()]*\)|https?:\S+/gu
/** "From 1 until 5 June" is how long something lasts, "not before 5 June" when it may begin. */
const NO_DEADLINE = /(?<![\p{L}\p{N}])(?:(?:from|between|со?|от)\s+\d[\p{L}\p{N} .-]{0,20}|(?:not|не)\s+)$/iu

/**
 * The first words of `text` (one line) that give a deadline, and which; null when there are none, or when they name a
 * day that does not exist. Without a year the next such day counts.
 */
export function deadlineIn(text: string, from: DeadlineFrom): DeadlineWords | null {
  return firstWords(text, from, (due) => parsePartialDate(due) !== undefined)
}

/** The first words of `text` that name a day or month which no calendar has, such as "by 31 February"; null when none do. */
export function missingDayIn(text: string, from: DeadlineFrom): DeadlineWords | null {
  return firstWords(text, from, (due) => parsePartialDate(due) === undefined)
}

function firstWords(text: string, { today, language = '' }: DeadlineFrom, fits: (due: string) => boolean): DeadlineWords | null {
  const words = text.replace(NO_WORDS, (hidden) => '\uFFFC'.repeat(hidden.length))
  const own = TABLES[language.slice(0, 2).toLowerCase()]
  const first = own && earliest(words, [own], today, fits)
  return first ?? earliest(words, Object.values(TABLES), today, fits)
}

/** The one that begins first; of those the longest. */
function earliest(text: string, tables: readonly DeadlineTable[], today: string, fits: (due: string) => boolean): DeadlineWords | null {
  let found = null as DeadlineWords | null
  for (const table of tables) {
    for (const pattern of table.patterns) {
      for (const match of text.matchAll(pattern)) {
        if (found && match.index > found.from) break
        const to = match.index + match[0].length
        if (found?.from === match.index && found.to >= to) continue
        const due: string = NO_DEADLINE.test(text.slice(Math.max(0, match.index - 30), match.index)) ? '' : dueOf(text, match, table, today)
        if (due !== '' && fits(due)) found = { from: match.index, to, due }
      }
    }
  }
  return found
}

const whole = (source: string) => new RegExp(`^(?:${source.replaceAll(' ', '\\s+')})$`, 'iu')
const among = (sources: readonly string[], word: string) => sources.findIndex((source) => whole(source).test(word))

function dueOf(text: string, match: RegExpExecArray, table: DeadlineTable, today: string): string {
  const groups = (match.groups ?? {}) as Partial<Record<DeadlinePart, string>>
  if (groups.iso !== undefined) return groups.iso
  const which = groups.which !== undefined && whole(table.next).test(groups.which) ? 'next' : groups.which === undefined ? '' : 'this'
  if (groups.weekday !== undefined) return deadlineDay(today, { weekday: among(table.weekdays, groups.weekday), which })
  if (groups.relative !== undefined) return dayAfter(today, whole(table.dayAfterTomorrow).test(groups.relative) ? 2 : 1)
  if (groups.unit !== undefined) {
    const names = Object.keys(table.units) as DeadlineUnit[]
    const unit = names[among(Object.values(table.units), groups.unit)]
    if (!unit) return ''
    if (groups.end !== undefined) return deadlineDay(today, { endOf: unit, which })
    const count = groups.count === undefined ? 1 : Number(groups.count) || among(table.numbers, groups.count) + 1
    return deadlineDay(today, { count, unit })
  }
  // where the month may stand first
  if (groups.separator === '/' && Number(groups.day) <= 12 && groups.day !== groups.monthDigits) return ''
  const year = groups.year === undefined ? undefined : Number(groups.year) + (groups.year.length === 2 ? 2000 : 0)
  const month =
    groups.month !== undefined ? among(table.months, groups.month) + 1 : groups.monthDigits === undefined ? 0 : Number(groups.monthDigits)
  if (month === 0) return year === undefined ? '' : groups.end === undefined ? String(year) : `${year}-12-31`
  if (groups.end !== undefined) return deadlineDay(today, { month, year, day: 'last' })
  if (groups.day !== undefined) return deadlineDay(today, { month, year, day: Number(groups.day) })
  if (year === undefined && isName(text, match, groups.month ?? '', table)) return ''
  return deadlineDay(today, { month, year, day: undefined })
}

/** "by May Chen", "it was done by march". */
function isName(text: string, match: RegExpExecArray, month: string, { alsoNames, alsoWords }: DeadlineTable): boolean {
  const behind = text.slice(match.index + match[0].length)
  if (alsoWords !== '' && whole(alsoWords).test(month) && !/^\p{Lu}/u.test(month)) return true
  return alsoNames !== '' && whole(alsoNames).test(month) && /^\s+\p{Lu}/u.test(behind)
}
