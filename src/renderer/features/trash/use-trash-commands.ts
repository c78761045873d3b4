import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '../../../shared/errors.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { single } from '../../i18n/single.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'

export interface TrashTarget {
  readonly id: string
  readonly rev: number
}

/** The record that bears the name of one that was to be restored. */
export interface RestoreClash {
  readonly id: string
  readonly kind: Kind
  readonly title: string
}

/** What is to be confirmed: these records, or all there are. */
export type Erasure = { readonly records: readonly TrashTarget[]; readonly title: string } | { readonly everything: number }

const textOf = (value: unknown, key: string): string => {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof part === 'string' ? part : ''
}

function clashOf(error: AppError): RestoreClash | null {
  const other = error.details['other']
  const kind = kinds.find((known) => known === textOf(other, 'kind'))
  const id = textOf(other, 'id')
  return kind && id ? { id, kind, title: textOf(other, 'title') } : null
}

const versions = (records: readonly TrashTarget[]) => records.map(({ id, rev }) => ({ id, baseRev: rev }))

/** Restoring, erasing and emptying, with what they answer. */
export function useTrashCommands() {
  const { t } = useTranslation('trash')
  const [clash, setClash] = useState<RestoreClash | null>(null)
  const [erasure, setErasure] = useState<Erasure | null>(null)
  const failed = (error: unknown) => showToast({ message: formatError(error), tone: 'bad' })

  const restore = async (records: readonly TrashTarget[], title: string): Promise<boolean> => {
    try {
      const { commit } = await client.call('records.restore', { records: versions(records) })
      if (commit) {
        offerUndo({
          revision: commit.revision,
          label: t('restored', { count: records.length, context: single(records.length), formatted: formatNumber(records.length), title }),
        })
      }
      return true
    } catch (error) {
      const taken = error instanceof AppError && error.code === 'TITLE_TAKEN' ? clashOf(error) : null
      if (taken) setClash(taken)
      else failed(error)
      return false
    }
  }
  const erase = async (): Promise<void> => {
    if (!erasure) return
    setErasure(null)
    try {
      const { erased } =
        'everything' in erasure
          ? await client.call('records.emptyTrash', {})
          : await client.call('records.erase', { records: versions(erasure.records) })
      showToast({ message: t('erased', { count: erased, formatted: formatNumber(erased) }) })
    } catch (error) {
      failed(error)
    }
  }
  return { restore, clash, closeClash: () => setClash(null), erasure, askToErase: setErasure, keep: () => setErasure(null), erase }
}
