import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isDecisionNumber } from '../../../../shared/markdown/decisions.ts'
import { takenWays, type Taken } from '../../../../shared/markdown/taken-words.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { DecisionAt } from '../codemirror/decision-commands.ts'
import css from './line-form.module.css'

export interface DecisionFormProps {
  readonly decision: DecisionAt
  /** How the rules of the body have decisions taken; stands first. */
  readonly rule: Taken
  /** Each writes at once; false when the line cannot hold it. */
  readonly onTaken: (taken: Taken) => boolean
  readonly onNumber: (number: string) => boolean
  readonly onPlain: () => void
  readonly onDone: () => void
}

/** How a decision was taken, and its number. What is chosen stands in the text at once. */
export function DecisionForm({ decision, rule, onTaken, onNumber, onPlain, onDone }: DecisionFormProps) {
  const { t } = useTranslation('editor')
  const group = useId()
  /** What is typed as the number; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const chosen = useRef<HTMLInputElement>(null)
  // the rule of the body comes a moment later than the form
  useEffect(() => {
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.name === group) chosen.current?.focus()
  })
  const ways: readonly Taken[] = [...takenWays.toSorted((a, b) => Number(b === rule) - Number(a === rule)), '']
  const takeNumber = (): boolean => {
    const number = typed?.trim() ?? decision.number
    const taken = number === decision.number || ((number === '' || isDecisionNumber(number)) && onNumber(number))
    setRefused(!taken)
    if (taken) setTyped(null)
    return taken
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (takeNumber()) onDone()
  }
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <fieldset className={css['ways']}>
        <legend>{t('decisionForm.taken')}</legend>
        {ways.map((way) => (
          <label key={way} className={css['way']}>
            <input
              ref={decision.taken === way ? chosen : undefined}
              type="radio"
              name={group}
              value={way}
              checked={decision.taken === way}
              autoFocus={decision.taken === way}
              onChange={() => onTaken(way)}
            />
            {way === '' ? t('decisionForm.unsaid') : t(`taken.${way}`)}
            {way !== '' && way === rule && <small>{t('decisionForm.rule')}</small>}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('decisionForm.number')}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? decision.number}
        onChange={(next) => {
          setTyped(next)
          setRefused(false)
        }}
        onBlur={() => typed !== null && takeNumber()}
        error={refused ? t('decisionForm.refused') : undefined}
        hint={t('decisionForm.numberHint')}
      />
      <div className={css['buttons']}>
        <Button onClick={onPlain}>{t('decisionForm.plain')}</Button>
        <Button type="submit" variant="primary">
          {t('action.done')}
        </Button>
      </div>
    </form>
  )
}
