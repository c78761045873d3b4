import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { formatError } from '../../api/format-error.ts'
import { chooseAndAdd } from '../../parts/attachments/choose-files.ts'
import { saveCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { copyLink } from '../../parts/clipboard/copy-link.ts'
import { useCommand } from '../../parts/commands/commands.ts'
import { openDialog } from '../../parts/dialogs/dialogs.ts'
import { exportsOf } from '../../parts/export/export-what.ts'
import { navigate, recordAddress, sectionOf } from '../../store/navigation.ts'
import { openRecords, useOpenRecords } from '../../store/records.ts'
import { useReadOnly } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { FindInRecord } from '../find/find-in-record.tsx'
import { ConflictDialog } from './conflict/conflict-dialog.tsx'
import { MissingRecord } from './page/missing-record.tsx'
import { Notices } from './page/notices.tsx'
import styles from './page/page.module.css'
import { toggleReading } from './page/reading-mode.ts'
import { RecordBar } from './page/record-bar.tsx'
import { RecordContent } from './page/record-content.tsx'
import { RecordScopeContext, type Lock } from './properties/record-scope.ts'
import { SlowSkeleton } from './page/slow-skeleton.tsx'

/** Where a record belongs, in a word or two. */
function crumbOf(record: AnyRecord): string {
  if (record.kind === 'meeting') return record.partOf || record.meetingBody
  if (record.kind === 'country') return record.group
  return ''
}

const lockOf = (record: AnyRecord, writable: boolean): Lock | null =>
  record.trashed ? 'trashed' : !writable ? 'workspace' : record.kind === 'meeting' && record.stage === 'adopted' ? 'adopted' : null

/** Goes back to the list, unless somebody has gone elsewhere meanwhile. */
async function moveToTrash(kind: Kind, id: string) {
  try {
    await openRecords.trash(id)
    if (location.pathname === recordAddress(kind, id)) navigate(`/${sectionOf(kind)}`)
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

/** What few need is fetched when they need it. */
async function handOver(how: 'copyMarkdown' | 'copyRichText' | 'printRecord', record: AnyRecord) {
  try {
    const ways = await import('./hand-over/hand-over.ts')
    await ways[how](record)
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

function LoadedRecord({ record, id }: { readonly record: AnyRecord; readonly id: string }) {
  const { t } = useTranslation('record')
  const writable = useReadOnly() === null
  const lock = lockOf(record, writable)
  const title = useRef<HTMLTextAreaElement>(null)
  const conflict = useOpenRecords((records) => records[id]?.conflict !== null)
  const [comparing, setComparing] = useState(false)
  const compare = () => setComparing(true)

  useCommand('record.rename', () => title.current?.select(), { enabled: lock === null })
  useCommand('record.toggleReading', toggleReading, { enabled: lock === null })
  useCommand('record.addFiles', () => void chooseAndAdd(id), { enabled: lock === null })
  useCommand('record.copyMarkdown', () => void handOver('copyMarkdown', record))
  useCommand('record.copyRichText', () => void handOver('copyRichText', record))
  useCommand('record.copyLink', () => void copyLink(record.title))
  useCommand('record.print', () => void handOver('printRecord', record))
  useCommand('meeting.saveCalendar', () => void saveCalendarFile([id]), { enabled: record.kind === 'meeting' && !record.trashed })
  const exported = exportsOf(record)
  useCommand('record.export', () => openDialog({ name: 'export', what: exported }), { enabled: !record.trashed })
  useCommand('record.trash', () => void moveToTrash(record.kind, id), { enabled: writable && !record.trashed })

  return (
    <RecordScopeContext value={{ id, kind: record.kind, lock }}>
      <RecordBar
        kind={record.kind}
        id={id}
        crumb={crumbOf(record)}
        locked={lock !== null}
        deletable={writable && !record.trashed}
        exported={record.trashed ? [] : exported}
        readOnly={lock === 'workspace' || lock === 'trashed'}
      />
      <Notices id={id} lock={lock} writable={writable} conflict={conflict} onCompare={compare} />
      <FindInRecord id={id} />
      <div className={styles.scroll}>
        <RecordContent record={record} titleField={title} locked={lock !== null} label={t('text')} />
      </div>
      {comparing && <ConflictDialog id={id} onClose={() => setComparing(false)} />}
    </RecordScopeContext>
  )
}

/** A record's page: its bar, title, properties and text. */
export function RecordPage({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  useEffect(() => {
    void openRecords.open(id)
    return () => openRecords.release(id)
  }, [id])
  const record = useOpenRecords((records) => records[id]?.record ?? null)
  const error = useOpenRecords((records) => records[id]?.error ?? null)
  useEffect(() => {
    // an address that names another section leads to the record all the same
    if (record && record.kind !== kind) navigate(recordAddress(record.kind, id), { replace: true })
  }, [record, kind, id])
  if (record) return <LoadedRecord record={record} id={id} />
  if (error) return <MissingRecord kind={kind} id={id} error={error} />
  return <SlowSkeleton />
}
