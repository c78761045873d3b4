/** What a row of a list says: what it is, and what tells it apart from its neighbours. */
import type { TFunction } from 'i18next'
import type { ListRow } from '../../../shared/contract/lists.ts'
import type { HeadOf } from '../../../shared/model/head.ts'
import type { TagTone } from '../../ui/tag.tsx'

export interface RowFacts {
  readonly title: string
  /** On the right; empty for none. */
  readonly date: string
  /** The same in full, for who does not see the heading over the row. */
  readonly spokenDate: string
  readonly tag: { readonly word: string; readonly tone: TagTone } | null
  readonly facts: readonly string[]
  /** ISO 3166-1 alpha-2 of a flag before the title. */
  readonly flag: string
  readonly part: boolean
}

export interface RowWords {
  readonly t: TFunction<'lists'>
  /** A partial date. */
  readonly date: (partial: string) => string
  /** The local day of an instant. */
  readonly day: (instant: string) => string
  readonly range: (start: string, end: string, year: boolean) => string
  readonly countryName: (code: string) => string
  readonly alpha2: (code: string) => string
}

/** More countries than this are counted, not named. */
const NAMED = 4

const countries = (codes: readonly string[], { t }: RowWords): string =>
  codes.length === 0 ? '' : codes.length <= NAMED ? codes.join(', ') : t('row.countries', { count: codes.length })

const given = (facts: readonly string[]) => facts.filter((fact) => fact !== '')

/** A second line that says something, also where nothing has been recorded yet. */
const givenOr = (otherwise: string, facts: readonly string[]) => (given(facts).length > 0 ? given(facts) : [otherwise])

function meeting(head: HeadOf<'meeting'>, row: ListRow, grouped: boolean, words: RowWords): RowFacts {
  const { t } = words
  const circulated = head.stage === 'circulated'
  const tag = circulated
    ? ({ word: t('stage.circulated'), tone: 'warn' } as const)
    : head.stage === 'adopted'
      ? ({ word: t('stage.adopted'), tone: 'good' } as const)
      : null
  return {
    title: head.title,
    date: words.range(head.start, head.end, !grouped),
    spokenDate: words.range(head.start, head.end, true),
    tag,
    facts: given([
      tag ? '' : t(`stage.${head.stage}`),
      circulated && head.commentsBy ? t('row.commentsBy', { date: words.date(head.commentsBy) }) : '',
      row.related > 0 ? t('row.actions', { count: row.related }) : '',
      head.form === 'minutes' ? '' : t(`form.${head.form}`),
      row.depth > 0 ? '' : head.place,
      countries(head.countries, words),
      row.depth > 0 && head.participants > 0 ? t('row.participants', { count: head.participants }) : '',
    ]),
    flag: '',
    part: row.depth > 0,
  }
}

function contact(head: HeadOf<'contact'>, row: ListRow, words: RowWords): RowFacts {
  const { t } = words
  const facts =
    head.contactType === 'person'
      ? [head.post, head.organisation || head.represents.organisation]
      : head.contactType === 'organisation'
        ? [head.shortName, head.seat ? words.countryName(head.seat) : '']
        : [head.symbol]
  return {
    title: head.listName,
    date: row.lastMet ? words.date(row.lastMet) : '',
    spokenDate: row.lastMet ? t('row.lastMet', { date: words.date(row.lastMet) }) : '',
    tag: null,
    facts: givenOr(t(`row.nothing.${head.contactType}`), facts),
    flag: words.alpha2(head.represents.country || head.seat),
    part: false,
  }
}

export function rowFacts(row: ListRow, grouped: boolean, words: RowWords): RowFacts {
  const { head } = row
  const { t } = words
  switch (head.kind) {
    case 'meeting':
      return meeting(head, row, grouped, words)
    case 'contact':
      return contact(head, row, words)
    case 'country':
      return {
        title: head.title,
        date: '',
        spokenDate: '',
        tag: head.participation === 'participating' ? { word: t('stage.participating'), tone: 'good' } : null,
        facts: given([
          head.code,
          head.participation === 'participating' || head.participation === '' ? '' : t(`stage.${head.participation}`),
          head.since ? t('row.since', { date: words.date(head.since) }) : '',
          head.group,
          row.related > 0 ? t('row.notes', { count: row.related }) : '',
        ]),
        flag: words.alpha2(head.code),
        part: false,
      }
    case 'study': {
      const tag = head.stage === 'published' ? ({ word: t('stage.published'), tone: 'good' } as const) : null
      return {
        title: head.title,
        // the day of the last change beside "published" would be read as the day of publication
        date: '',
        spokenDate: '',
        tag,
        facts: given([
          tag ? '' : t(`stage.${head.stage}`),
          head.deadline ? t('row.due', { date: words.date(head.deadline) }) : '',
          head.authors.join(', '),
          countries(head.countries, words),
          t('row.changed', { date: words.day(head.updatedAt) }),
        ]),
        flag: '',
        part: false,
      }
    }
    case 'note':
      return {
        title: head.title,
        date: words.range(head.date, '', !grouped),
        spokenDate: words.date(head.date),
        tag: null,
        facts: given([
          head.countries.length > 0 && head.countries.length <= 2
            ? head.countries.map(words.countryName).join(', ')
            : countries(head.countries, words),
          t(`stage.${head.noteType}`),
          head.topic,
        ]),
        flag: '',
        part: false,
      }
  }
}
