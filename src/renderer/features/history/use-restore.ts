import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/contract/history.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { formatError } from '../../api/format-error.ts'
import { formatInstant } from '../../i18n/dates.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { showToast } from '../../store/toasts.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { restoreVersion } from './restore-version.ts'

/** The version's title is another record's by now. */
export interface Clash {
  readonly title: string
  /** A title that is free. */
  readonly suggestion: string
}

function clashOf(error: unknown): Clash | null {
  if (!(error instanceof AppError) || error.code !== 'TITLE_TAKEN') return null
  const { suggestion, name } = error.details
  return typeof suggestion === 'string' && typeof name === 'string' ? { title: name, suggestion } : null
}

export interface Restore {
  readonly busy: boolean
  readonly clash: Clash | null
  readonly run: (title?: string) => Promise<void>
  readonly giveUp: () => void
}

/** Restores a version, says so with an undo, and shows the record; asks for another title when the old one is given away. */
export function useRestore(kind: Kind, id: string, rev: number, compared: Comparison | undefined, savedAt: string): Restore {
  const { t } = useTranslation('history')
  const [busy, setBusy] = useState(false)
  const [clash, setClash] = useState<Clash | null>(null)
  const run = async (title?: string) => {
    if (!compared || busy) return
    setBusy(true)
    try {
      const restored = await restoreVersion({ id, rev, baseRev: compared.current.rev, title })
      if (!restored) return void showToast({ message: t('unsaved', { title: compared.current.title }), tone: 'bad' })
      const { commit, record, leftOut } = restored
      setClash(null)
      navigate(recordAddress(kind, id))
      if (commit)
        offerUndo({
          revision: commit.revision,
          label: t('restored', { title: record.title, at: formatInstant(savedAt) }),
          place: recordAddress(kind, id),
        })
      else showToast({ message: t('sameAlready', { title: record.title }) })
      if (leftOut.length > 0) showToast({ message: t('leftOut', { count: leftOut.length, names: leftOut.join(', ') }) })
    } catch (error) {
      const taken = clashOf(error)
      if (taken) setClash(taken)
      else showToast({ message: formatError(error), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return { busy, clash, run, giveUp: () => setClash(null) }
}
