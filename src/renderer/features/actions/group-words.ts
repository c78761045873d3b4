import type { TFunction } from 'i18next'
import type { ActionGroup } from '../../../shared/contract/actions.ts'
import type { ActionGrouping } from '../../../shared/model/action-lists.ts'
import { formatDate, formatNumber } from '../../i18n/dates.ts'

const named = ['overdue', 'today', 'week'] as const

function nameOf({ key, title, date, unknown }: ActionGroup, grouping: ActionGrouping, t: TFunction<'actions'>): string {
  if (key === '') return t(`group.none.${grouping}`)
  if (grouping === 'due') {
    const known = named.find((name) => name === key)
    return known ? t(`group.${known}`) : formatDate(key)
  }
  if (grouping === 'record') return date === '' ? title : `${title}, ${formatDate(date)}`
  return unknown ? `${title} (${t('unknown')})` : title
}

/** The heading of a group: what they have in common, how many, and how many of these are late. */
export function groupWords(group: ActionGroup, grouping: ActionGrouping, t: TFunction<'actions'>): string {
  const late = group.overdue > 0 && group.key !== 'overdue' ? t('group.late', { count: group.overdue }) : ''
  return [nameOf(group, grouping, t), formatNumber(group.count), late].filter(Boolean).join(' · ')
}
