import { Ellipsis, Unlink } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { findLinks } from '../../../shared/markdown/links.ts'
import type { FollowUpEntry } from '../../../shared/model/follow-up.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { formatDate } from '../../i18n/dates.ts'
import { useReadOnly } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { MiniRow } from './mini-row.tsx'
import { plainWords } from './plain-words.ts'
import { settleRecorded, type RecordedTarget } from './settle-recorded.ts'

/** What an entry says, in words. */
function saidBy(t: TFunction<'inspector'>, { change, value }: FollowUpEntry): string {
  if (change === 'due') return value === '' ? t('recorded.noDeadline') : t('recorded.due', { date: formatDate(value) })
  if (change === 'responsible') {
    const names = findLinks(value).map(({ target }) => target)
    return names.length === 0 ? t('recorded.nobody') : t('recorded.responsible', { names: names.join(', ') })
  }
  if (change === 'remark') return plainWords(value)
  if (value === 'done' || value === 'open' || value === 'cancelled' || value === 'in force' || value === 'implemented')
    return t(`recorded.${value}`)
  return value.startsWith('superseded ') ? t('recorded.superseded', { by: value.slice('superseded '.length) }) : value
}

const SHOWN = { row: 300, choice: 80 }
const shortened = (words: string, most: number) => (words.length > most ? `${words.slice(0, most).trimEnd()}…` : words)

interface OrphanRowsProps {
  readonly record: AnyRecord
  readonly entries: readonly FollowUpEntry[]
  /** Items of the text that can have what was recorded. */
  readonly targets: readonly RecordedTarget[]
}

/**
 * What was recorded for actions or decisions that the text has no more; it is kept, and goes back to them when they come back. By hand
 * it goes to another one, or away.
 */
export function OrphanRows({ record, entries, targets }: OrphanRowsProps) {
  const { t } = useTranslation('inspector')
  const settled = useReadOnly() === null && !record.trashed
  const items = new Map<string, FollowUpEntry[]>()
  for (const entry of entries) {
    const name = `${entry.nth} ${entry.key}`
    items.set(name, [...(items.get(name) ?? []), entry])
  }
  const choices = (entry: FollowUpEntry): MenuItem[] => [
    ...(targets.length > 0 ? [{ heading: t('recorded.giveTo') }] : []),
    ...targets.map((target) => ({
      label: shortened(target.words, SHOWN.choice),
      onSelect: () => void settleRecorded(record.id, entry, target),
    })),
    ...(targets.length > 0 ? (['separator'] as const) : []),
    { label: t('recorded.dismiss'), onSelect: () => void settleRecorded(record.id, entry, null) },
  ]
  return [...items].map(([name, own]) => (
    <MiniRow
      key={name}
      mark={<Unlink aria-hidden="true" />}
      title={shortened(plainWords(own[0]?.key ?? ''), SHOWN.row)}
      detail={[
        t(own[0]?.of === 'action' ? 'recorded.goneAction' : 'recorded.goneDecision'),
        ...own.map((entry) => `${formatDate(entry.on)}: ${saidBy(t, entry)}`),
      ].join(' · ')}
      action={
        settled &&
        own[0] && (
          <Menu
            trigger={<IconButton size="small" label={t('recorded.settle')} icon={<Ellipsis />} />}
            items={choices(own[0])}
            align="end"
          />
        )
      }
    />
  ))
}
