import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionRow } from '../../../shared/contract/actions.ts'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { i18n } from '../../i18n/index.ts'
import { changeAction, standingWords, type ActionChange } from '../../parts/actions/change-action.ts'
import { DeadlineField } from '../../parts/actions/deadline-field.tsx'
import { plainWords } from '../../parts/actions/plain-words.ts'
import { ResponsibleField } from '../../parts/actions/responsible-field.tsx'
import { parseDate } from '../../parts/dates/parse-date.ts'
import { readDeadline } from '../../parts/dates/read-deadline.ts'
import { actionDraft, forgetActionDraft, keepActionDraft, newActionDraft, type ActionDraft } from '../../store/action-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changeOf, refilled, remarkDayProblem } from './action-change.ts'
import styles from './action-change-form.module.css'

/** The field that the keyboard begins in. */
export type ActionField = 'responsible' | 'due' | 'remark'

interface ActionChangeFormProps {
  readonly action: ActionRow
  readonly field: ActionField
  readonly onDone: () => void
}

const states = ['open', 'done', 'cancelled'] as const

/** What can be changed of an action: who, until when, where it stands, and what was noted. */
export function ActionChangeForm({ action, field, onDone }: ActionChangeFormProps) {
  const { t } = useTranslation(['actions', 'common', 'fields'])
  const [earlier] = useState(() => actionDraft(action.recordId, action))
  const [draft, setDraft] = useState(() => earlier ?? newActionDraft(action))
  const [refused, setRefused] = useState(false)
  const [changedSince, setChangedSince] = useState(false)
  const [busy, setBusy] = useState(false)
  const dueInput = useRef<HTMLInputElement>(null)
  const { seen, responsible, due, state, remark, on } = draft
  const dueRead = readDeadline(due, { today: localDay(), language: i18n.language })
  const onRead = parseDate(on)
  const dayProblem = remarkDayProblem(onRead, localDay())
  const needsDay = remark.trim() !== '' && dayProblem !== undefined

  const set = (typed: Partial<ActionDraft>) => {
    const next = { ...draft, ...typed }
    keepActionDraft(action.recordId, next)
    setDraft(next)
  }
  const leave = () => {
    forgetActionDraft(action.recordId, draft)
    onDone()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // the form stands in the page's tree inside others
    event.stopPropagation()
    if (busy) return
    if (!dueRead.ok || needsDay) return setRefused(true)
    const filled = { responsible, due: dueRead.value, state, remark, on: onRead.ok ? onRead.value : '' }
    const change: ActionChange = changeOf(seen, filled)
    if (Object.keys(change).length === 0) return leave()
    setBusy(true)
    const done = await changeAction({ ...seen, recordId: action.recordId }, change, (now) => {
      const next = refilled(filled, seen, now)
      forgetActionDraft(action.recordId, draft)
      set({ seen: now, responsible: next.responsible, due: formatDate(next.due), state: next.state })
      setChangedSince(true)
    })
    setBusy(false)
    if (done) leave()
  }

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={styles.action}>{plainWords(action.text)}</p>
      {earlier && <p className={styles.note}>{t('form.kept')}</p>}
      <ResponsibleField
        names={responsible}
        onNames={(names) => set({ responsible: names })}
        unknown={action.unknown}
        autoFocus={field === 'responsible'}
        onEnd={() => dueInput.current?.focus()}
      />
      <div className={styles.pair}>
        <DeadlineField
          field={dueInput}
          text={due}
          read={dueRead}
          onText={(typed) => set({ due: typed })}
          tells={refused}
          autoFocus={field === 'due'}
        />
        <Select
          label={t('column.state')}
          value={state}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(chosen) => set({ state: chosen })}
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
          onChange={(typed) => set({ remark: typed })}
        />
        <TextField
          label={t('form.remarkOn')}
          autoComplete="off"
          spellCheck={false}
          value={on}
          onChange={(typed) => set({ on: typed })}
          error={refused && needsDay ? t(dayProblem) : undefined}
        />
      </div>
      {changedSince && (
        <p role="alert" className={styles.changed}>
          {t('form.changedSince', { now: standingWords(seen) })}
        </p>
      )}
      {action.adopted && <p className={styles.note}>{t('adoptedHint')}</p>}
      <div className={styles.buttons}>
        <Button onClick={leave}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" disabled={busy}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  )
}
