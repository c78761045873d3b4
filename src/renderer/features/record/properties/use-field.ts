/** One field of the open record: its value with the draft over it, how it is changed, and what was refused of it. */
import { useTranslation } from 'react-i18next'
import type { FieldIssue } from '../../../../shared/errors.ts'
import { MAX_ITEMS, MAX_LINE, MAX_TEXT, openAfterAdoption } from '../../../../shared/model/vocabulary.ts'
import type { Kind } from '../../../../shared/model/common.ts'
import type { RecordOf } from '../../../../shared/model/record.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { issuesOf, shownValue } from '../../../store/records/open-record.ts'
import { useRecordScope } from './record-scope.ts'
import { hostWords } from '../../../i18n/host-words.ts'

export interface FieldHandle<T> {
  readonly name: string
  readonly value: T
  /** The value at this moment: a field that was just left may have changed it since the last paint. */
  readonly current: () => T
  readonly set: (value: T) => void
  readonly locked: boolean
  /** The sentence about what was refused at a place inside the value; without a place, about the value as a whole. */
  readonly problemAt: (place?: string) => string | undefined
}

const limits: Readonly<Record<string, number>> = { abstract: MAX_TEXT, address: MAX_TEXT, 'circulation.to': MAX_TEXT }
const known = new Set(['reserved', 'control', 'date', 'taken', 'empty', 'tooLong'])

/** Where a message of zod says what is wrong, the reader's language says it. */
function useProblemSentence() {
  const { t } = useTranslation('fields')
  return (issue: FieldIssue): string => {
    if (issue.problem === 'too_big') {
      const isList = !issue.message.includes('character')
      return t('problem.tooLong', { count: isList ? MAX_ITEMS : (limits[issue.path] ?? MAX_LINE) })
    }
    if (known.has(issue.problem)) return t(`problem.${issue.problem}`, { count: MAX_LINE })
    return hostWords(issue.message)
  }
}

export function useField<K extends Kind, F extends keyof RecordOf<K> & string>(_kind: K, name: F): FieldHandle<RecordOf<K>[F]> {
  const { id, lock } = useRecordScope()
  const value = useOpenRecords((records) => {
    const entry = records[id]
    return entry && shownValue(entry, name)
  }) as RecordOf<K>[F]
  const issues = useOpenRecords((records) => {
    const entry = records[id]
    return entry && issuesOf(entry, name)
  })
  const sentence = useProblemSentence()
  return {
    name,
    value,
    current: () => {
      const entry = openRecords.store.getState()[id]
      return (entry ? shownValue(entry, name) : value) as RecordOf<K>[F]
    },
    locked: lock !== null && !(lock === 'adopted' && openAfterAdoption.has(name)),
    set: (next) => openRecords.edit(id, { [name]: next }),
    problemAt: (place) => {
      const path = place === undefined ? name : `${name}.${place}`
      const issue = issues?.find((candidate) => candidate.path === path)
      return issue && sentence(issue)
    },
  }
}

/** A part of a field that is an object or a list, handled like a field of its own. */
export function partOf<T extends object, P extends keyof T & (string | number)>(field: FieldHandle<T>, part: P): FieldHandle<T[P]> {
  return {
    name: `${field.name}.${part}`,
    value: field.value[part],
    current: () => field.current()[part],
    locked: field.locked,
    set: (next) => {
      const whole = field.current()
      field.set(Array.isArray(whole) ? (whole.with(Number(part), next) as unknown as T) : { ...whole, [part]: next })
    },
    problemAt: (place) => field.problemAt(place === undefined ? String(part) : `${part}.${place}`),
  }
}
