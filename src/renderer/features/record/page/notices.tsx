import { GitCompareArrows, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatError } from '../../../api/format-error.ts'
import { formatInstant } from '../../../i18n/dates.ts'
import { openRecords, useOpenRecords } from '../../../store/records.ts'
import { useWorkspace } from '../../../store/session.ts'
import { Button } from '../../../ui/button.tsx'
import { AdoptedNotice } from '../minutes/adopted-notice.tsx'
import type { Lock } from '../properties/record-scope.ts'
import styles from './page.module.css'

function TrashedNotice({ id, writable }: { readonly id: string; readonly writable: boolean }) {
  const { t } = useTranslation('record')
  const trashed = useOpenRecords((records) => records[id]?.record?.trashed ?? null)
  const [failure, setFailure] = useState('')
  if (!trashed) return null
  const restore = async () => {
    try {
      await openRecords.restore(id)
    } catch (error) {
      setFailure(formatError(error))
    }
  }
  return (
    <div className={styles.notice} role="status">
      <Trash2 />
      <span className={styles.grow}>
        {t('trashed', { at: formatInstant(trashed.at), by: trashed.by.name })} {failure && <span role="alert">{failure}</span>}
      </span>
      {writable && (
        <Button variant="primary" onClick={() => void restore()}>
          {t('restore')}
        </Button>
      )}
    </div>
  )
}

export interface NoticesProps {
  readonly id: string
  readonly lock: Lock | null
  readonly writable: boolean
  readonly conflict: boolean
  readonly onCompare: () => void
}

/** What stands in the way of editing, and what to do about it. */
export function Notices({ id, lock, writable, conflict, onCompare }: NoticesProps) {
  const { t } = useTranslation('record')
  const workspace = useWorkspace()
  // a text is put together line by line, so what is left is the same lines
  const inText = useOpenRecords((records) => records[id]?.conflict?.fields.every((field) => field === 'body') ?? false)
  const isDamaged = workspace?.problems.some((problem) => problem.id === id) ?? false
  return (
    <>
      {isDamaged && (
        <div className={styles.notice} data-tone="warn" role="status">
          <TriangleAlert />
          <span className={styles.grow}>{t('damaged')}</span>
        </div>
      )}
      {lock === 'trashed' && <TrashedNotice id={id} writable={writable} />}
      {lock === 'adopted' && <AdoptedNotice id={id} />}
      {conflict && (
        <div className={styles.notice} data-tone="warn" role="alert">
          <GitCompareArrows />
          <span className={styles.grow}>{t(inText ? 'conflict.noticeInText' : 'conflict.notice')}</span>
          <Button variant="primary" onClick={onCompare}>
            {t('conflict.compare')}
          </Button>
        </div>
      )}
    </>
  )
}
