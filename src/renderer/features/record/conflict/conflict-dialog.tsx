import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../../i18n/dates.ts'
import { openRecords, useOpenRecord } from '../../../store/records.ts'
import type { Conflict, OpenRecord } from '../../../store/records/open-record.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ConflictField, type Choice } from './conflict-field.tsx'
import { mergeText } from '../../../store/records/merge-text.ts'

type Fields = Readonly<Record<string, unknown>>
const proseFields = new Set(['body', 'abstract', 'address'])

function Choices({ entry, conflict, onClose }: { readonly entry: OpenRecord; readonly conflict: Conflict; readonly onClose: () => void }) {
  const { t } = useTranslation('record')
  const { draft, record } = entry
  const theirs = record as unknown as Fields
  const base = conflict.base as unknown as Fields
  const proposals = useMemo(
    () =>
      Object.fromEntries(
        conflict.fields
          .filter((field) => proseFields.has(field))
          .map((field) => [field, mergeText(String(base[field]), String(draft[field]), String(theirs[field]))]),
      ),
    [conflict, base, draft, theirs],
  )
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>(() =>
    // texts changed in different places go together by themselves; the person only confirms
    Object.fromEntries(
      Object.entries(proposals)
        .filter(([, { overlaps }]) => overlaps === 0)
        .map(([field, { text }]) => [field, { take: 'merged', text }]),
    ),
  )
  const chosen = conflict.fields.every((field) => choices[field])
  const settle = () => {
    const values = conflict.fields.map((field) => {
      const choice = choices[field]
      const value = choice?.take === 'merged' ? choice.text : choice?.take === 'theirs' ? theirs[field] : draft[field]
      return [field, value] as const
    })
    void openRecords.resolve(entry.id, Object.fromEntries(values))
    onClose()
  }
  const author = record?.updatedBy.name ?? ''
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('conflict.title')}
      description={t('conflict.text', { name: author, at: record ? formatInstant(record.updatedAt) : '' })}
      footer={
        <>
          <Button onClick={onClose}>{t('conflict.later')}</Button>
          <Button variant="primary" disabled={!chosen} onClick={settle}>
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      {conflict.fields.map((field) => (
        <ConflictField
          key={field}
          name={field}
          mine={draft[field]}
          theirs={theirs[field]}
          theirName={author}
          merged={proposals[field]}
          choice={choices[field]}
          onChoose={(choice) => setChoices((now) => ({ ...now, [field]: choice }))}
        />
      ))}
    </Dialog>
  )
}

/** Two versions of a record side by side. Closing it chooses nothing and loses nothing. */
export function ConflictDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const entry = useOpenRecord(id)
  if (!entry?.conflict) return null
  return <Choices key={entry.baseRev} entry={entry} conflict={entry.conflict} onClose={onClose} />
}
