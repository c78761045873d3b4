import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { DueAction } from '../../../shared/contract/today.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { tickAction } from '../../parts/actions/change-action.ts'
import { DueWords } from '../../parts/actions/due-words.tsx'
import { plainWords } from '../../parts/actions/plain-words.ts'
import { ResponsibleNames } from '../../parts/actions/responsible-names.tsx'
import { useCountryWords } from '../../parts/countries/country-options.ts'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { recordAddress } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Entry } from '../../ui/entry.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import { keyOfAction, withKept } from './kept-actions.ts'
import styles from './today-page.module.css'

interface TickedEntryProps {
  readonly action: DueAction
  readonly now: string
  readonly onTick: () => void
}

function TickedEntry({ action, now, onTick }: TickedEntryProps) {
  const { t } = useTranslation('today')
  const { nameOf } = useCountryWords()
  const readOnly = useReadOnly() !== null
  const words = plainWords(action.text)
  const open = action.state === 'open'
  return (
    <Entry
      icon={
        <Checkbox label={t('tick', { action: words })} hideLabel checked={action.state === 'done'} disabled={readOnly} onChange={onTick} />
      }
      done={!open}
      detail={[
        action.responsible.length > 0 && <ResponsibleNames key="who" action={action} />,
        action.countries.map(nameOf).join(', '),
        open && action.due !== '' && <DueWords key="due" due={action.due} today={now} />,
        action.recordTitle,
      ]}
    >
      <PlaceLink address={recordAddress(action.recordKind, action.recordId)}>{words}</PlaceLink>
    </Entry>
  )
}

/** What was agreed to be done, overdue first; ticked here, and the line in its minutes with it. */
export function ActionsColumn({ today }: { readonly today: Output<'today.get'> }) {
  const { t } = useTranslation('today')
  const { now, overdueTotal, actionsTotal } = today
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<{ readonly of: readonly DueAction[]; readonly rows: readonly DueAction[] }>({
    of: today.actions,
    rows: today.actions,
  })
  let rows = shown.rows
  if (shown.of !== today.actions) {
    rows = withKept(shown.rows, today.actions, ticked)
    setShown({ of: today.actions, rows })
  }
  const tick = async (action: DueAction) => {
    // the answer of the host may come after the list without it
    setTicked((before) => new Set(before).add(keyOfAction(action)))
    await tickAction(action)
  }
  return (
    <>
      <SectionTitle
        count={
          overdueTotal > 0 ? (
            <span className={styles.overdue}>{t('overdue', { count: overdueTotal, formatted: formatNumber(overdueTotal) })}</span>
          ) : undefined
        }
      >
        {t('actions')}
      </SectionTitle>
      {rows.length === 0 && <p className={styles.none}>{t('noActions')}</p>}
      {rows.map((action) => (
        <TickedEntry key={keyOfAction(action)} action={action} now={now} onTick={() => void tick(action)} />
      ))}
      {actionsTotal > today.actions.length && (
        <Entry icon={<KindIcon kind="meeting" />}>
          <PlaceLink address="/actions">{t('allActions')}</PlaceLink>
        </Entry>
      )}
    </>
  )
}
