import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/errors.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { RecordInput } from '../../../shared/model/record.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { arriveAt } from '../places/arrival.ts'
import { openRecord } from '../../store/navigation.ts'
import { rememberUndo } from '../../store/undo-commands.ts'
import { countryAliases, recordInputOf, type NewRecordFields } from './record-input.ts'

/** The title belongs to another record already. */
export interface TitleClash {
  readonly other: { readonly id: string; readonly kind: Kind; readonly title: string } | null
  /** A title that is free; empty when the host proposes none. */
  readonly suggestion: string
}

const textOf = (value: unknown, key: string): string => {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof part === 'string' ? part : ''
}

/** What the host says of a title that is taken. */
export function clashOf(error: AppError): TitleClash {
  const other = error.details['other']
  const kind = kinds.find((known) => known === textOf(other, 'kind'))
  const id = textOf(other, 'id')
  return { other: kind && id ? { id, kind, title: textOf(other, 'title') } : null, suggestion: textOf(error.details, 'suggestion') }
}

/** Aliases that no other record bears: a country must not fail to be made because of a former name. */
async function freeAliases(fields: NewRecordFields): Promise<string[]> {
  if (fields.kind !== 'country' || !fields.country) return []
  const aliases = countryAliases(fields.country)
  const taken = await client.call('links.resolve', { names: aliases })
  return aliases.filter((_, index) => !taken[index])
}

/** Makes a record and opens it. */
export function useCreateRecord() {
  const { t } = useTranslation('new-record')
  const [busy, setBusy] = useState(false)
  const [clash, setClash] = useState<TitleClash | null>(null)
  const [failure, setFailure] = useState('')

  const make = async (inputOf: () => Promise<RecordInput>): Promise<boolean> => {
    setBusy(true)
    setClash(null)
    setFailure('')
    try {
      const { record, commit } = await client.call('records.create', { record: await inputOf() })
      rememberUndo({ revision: commit.revision, label: t('made', { title: record.title }) })
      openRecord(record.kind, record.id)
      arriveAt(record.kind, record.id)
      return true
    } catch (error) {
      if (error instanceof AppError && error.code === 'TITLE_TAKEN') setClash(clashOf(error))
      else setFailure(formatError(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const create = (fields: NewRecordFields) => make(async () => recordInputOf(fields, await freeAliases(fields)))
  /** Makes a record of all its fields. */
  const createOf = (input: RecordInput) => make(() => Promise.resolve(input))
  const forget = () => {
    setClash(null)
    setFailure('')
  }
  return { create, createOf, busy, clash, failure, forget }
}
