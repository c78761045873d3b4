import { Unlink } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { findLinks } from '../../../shared/markdown/links.ts'
import type { FollowUpEntry } from '../../../shared/model/meeting.ts'
import { formatDate } from '../../i18n/dates.ts'
import { MiniRow } from './mini-row.tsx'
import { plainWords } from './plain-words.ts'

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

const SHOWN = 300
const shortened = (words: string) => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words)

/** What was recorded for actions or decisions that the text has no more; it is kept, and goes back to them when they come back. */
export function OrphanRows({ entries }: { readonly entries: readonly FollowUpEntry[] }) {
  const { t } = useTranslation('inspector')
  const items = new Map<string, FollowUpEntry[]>()
  for (const entry of entries) {
    const name = `${entry.nth} ${entry.key}`
    items.set(name, [...(items.get(name) ?? []), entry])
  }
  return [...items].map(([name, own]) => (
    <MiniRow
      key={name}
      mark={<Unlink aria-hidden="true" />}
      title={shortened(plainWords(own[0]?.key ?? ''))}
      detail={[
        t(own[0]?.of === 'action' ? 'recorded.goneAction' : 'recorded.goneDecision'),
        ...own.map((entry) => `${formatDate(entry.on)}: ${saidBy(t, entry)}`),
      ].join(' · ')}
    />
  ))
}
