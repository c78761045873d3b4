import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import type { SeenAction } from '../../../shared/markdown/as-seen.ts'
import { formatDate, formatDayOfWeek, localDay } from '../../i18n/dates.ts'
import { changeAction, standingWords, type ActionChange } from '../../parts/actions/change-action.ts'
import { plainWords } from '../../parts/actions/plain-words.ts'
import { parseDate } from '../../parts/dates/parse-date.ts'
import { recordOptions } from '../../parts/records/record-options.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changeOf, refilled } from './action-change.ts'
import styles from './action-form.module.css'

/** The field that the keyboard begins in. */
export type ActionField = 'responsible' | 'due' | 'remark'

interface ActionFormProps {
  readonly action: ActionRow
  readonly field: ActionField
  readonly onDone: () => void
}

const states = ['open', 'done', 'cancelled'] as const

/** What can be changed of an action: who, until when, where it stands, and what was noted. */
export function ActionForm({ action, field, onDone }: ActionFormProps) {
  const { t } = useTranslation(['actions', 'common', 'fields'])
  const [responsible, setResponsible] = useState<readonly string[]>(action.responsible)
  const [due, setDue] = useState(() => formatDate(action.due))
  const [state, setState] = useState(action.state)
  const [remark, setRemark] = useState('')
  const [on, setOn] = useState(() => formatDate(localDay()))
  const [refused, setRefused] = useState(false)
  const [seen, setSeen] = useState<SeenAction>(action)
  const [busy, setBusy] = useState(false)
  const dueRead = parseDate(due)
  const onRead = parseDate(on)
  const problemOf = (read: ReturnType<typeof parseDate>) =>
    read.ok ? undefined : t(`fields:problem.${read.problem === 'unreadable' ? 'date' : read.problem}`)
  const remarkDay = onRead.ok && onRead.value.length === 10 ? onRead.value : null
  const needsDay = remark.trim() !== '' && remarkDay === null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // the form stands in the page's tree inside others
    event.stopPropagation()
    if (busy) return
    if (!dueRead.ok || needsDay) return setRefused(true)
    const filled = { responsible, due: dueRead.value, state, remark, on: remarkDay ?? '' }
    const change: ActionChange = changeOf(seen, filled)
    if (Object.keys(change).length === 0) return onDone()
    setBusy(true)
    const done = await changeAction({ ...seen, recordId: action.recordId }, change, (now) => {
      const next = refilled(filled, seen, now)
      setResponsible(next.responsible)
      setDue(formatDate(next.due))
      setState(next.state)
      setSeen(now)
    })
    setBusy(false)
    if (done) onDone()
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={styles.action}>{plainWords(action.text)}</p>
      <div role="group" aria-label={t('column.responsible')} className={styles.responsible}>
        {responsible.map((name) => (
          <Chip
            key={name}
            missing={action.unknown.includes(name)}
            title={action.unknown.includes(name) ? t('unknownHint', { name }) : undefined}
            onRemove={() => setResponsible(responsible.filter((other) => other !== name))}
            removeLabel={t('form.remove', { name })}
          >
            {name}
          </Chip>
        ))}
        <Combobox
          label={t('form.addResponsible')}
          hideLabel
          freeText
          autoFocus={field === 'responsible'}
          placeholder={t('form.addResponsible')}
          value=""
          load={(text) => recordOptions(text, { kinds: ['contact', 'country'] })}
          onChange={(name) => {
            if (name !== '' && !responsible.includes(name)) setResponsible([...responsible, name])
          }}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('column.due')}
          autoFocus={field === 'due'}
          autoComplete="off"
          spellCheck={false}
          value={due}
          onChange={setDue}
          onFocus={(event) => event.target.select()}
          error={refused ? problemOf(dueRead) : undefined}
          hint={dueRead.ok && dueRead.value !== '' ? formatDayOfWeek(dueRead.value) : t('form.dueHint')}
        />
        <Select
          label={t('column.state')}
          value={state}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={setState}
        />
      </div>
      {action.remarks.length > 0 && (
        <ul className={styles.remarks} aria-label={t('form.remarks')}>
          {action.remarks.map((each, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- remarks have no identity but their place
            <li key={at}>
              <span className={styles.day}>{formatDate(each.on)}</span> {plainWords(each.text)}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.remark}>
        <TextField
          label={t('form.remark')}
          autoFocus={field === 'remark'}
          autoComplete="off"
          maxLength={2_000}
          placeholder={t('form.remarkExample')}
          value={remark}
          onChange={setRemark}
        />
        <TextField
          label={t('form.remarkOn')}
          autoComplete="off"
          spellCheck={false}
          value={on}
          onChange={setOn}
          error={refused && needsDay ? (problemOf(onRead) ?? t('form.wholeDay')) : undefined}
        />
      </div>
      {seen !== action && (
        <p role="alert" className={styles.changed}>
          {t('form.changedSince', { now: standingWords(seen) })}
        </p>
      )}
      {action.adopted && <p className={styles.note}>{t('adoptedHint')}</p>}
      <div className={styles.buttons}>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" disabled={busy}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}
