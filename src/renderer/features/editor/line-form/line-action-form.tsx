import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/dates.ts'
import { DeadlineField } from '../../../parts/actions/deadline-field.tsx'
import { ResponsibleField } from '../../../parts/actions/responsible-field.tsx'
import { readDeadline } from '../../../parts/dates/read-deadline.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ActionAt } from '../codemirror/action-commands.ts'
import css from './line-form.module.css'

export interface LineActionFormProps {
  readonly action: ActionAt
  /** The deadline that its words give; empty when they give none, or it has one. */
  readonly offered: string
  /** Where the focus begins. An action without words is asked for them first. */
  readonly focus: 'responsible' | 'due'
  /** From which day "next Friday" is reckoned, and the language of the text. */
  readonly from: { readonly today: string; readonly language: string }
  /** The day of the text: a partial date. */
  readonly on: string | undefined
  /** Each writes at once; false when the line cannot hold it. */
  readonly onResponsible: (names: readonly string[]) => boolean
  readonly onDue: (due: string) => boolean
  /** Takes what the words give: they go. */
  readonly onOffered: () => boolean
  readonly onWords: (words: string) => boolean
  readonly onPlain: () => void
  readonly onDone: () => void
}

/** Who is responsible for an action, and by when. What is chosen stands in the text at once; Enter goes on to the next field. */
export function LineActionForm(props: LineActionFormProps) {
  const { action, offered, focus, from, on, onResponsible, onDue, onOffered, onWords, onPlain, onDone } = props
  const { t } = useTranslation('editor')
  const [asksWords] = useState(action.words === '')
  const [words, setWords] = useState('')
  /** What is typed as the deadline; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<'responsible' | 'due' | null>(null)
  const fields = useRef<HTMLFormElement>(null)
  const dueInput = useRef<HTMLInputElement>(null)
  const text = typed ?? formatDate(action.due || offered)
  const read = readDeadline(text, from)

  const takeWords = () => words.trim() === '' || action.words !== '' || onWords(words.trim())
  const takeDue = (): boolean => {
    const isOffered = typed === null && offered !== ''
    const taken = isOffered ? onOffered() : read.ok && (read.value === action.due || onDue(read.value))
    setRefused(taken ? null : 'due')
    if (taken) setTyped(null)
    return taken
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // the form stands in the page's tree inside others
    event.stopPropagation()
    if (takeWords() && takeDue()) onDone()
  }

  return (
    <form ref={fields} className={css['form']} onSubmit={submit} noValidate>
      {asksWords && (
        <TextField
          label={t('action.words')}
          autoFocus
          autoComplete="off"
          value={words}
          onChange={setWords}
          onBlur={takeWords}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            takeWords()
            fields.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus()
          }}
        />
      )}
      <ResponsibleField
        names={action.responsible}
        onNames={(names) => setRefused(onResponsible(names) ? null : 'responsible')}
        on={on}
        autoFocus={!asksWords && focus === 'responsible'}
        onEnd={() => dueInput.current?.focus()}
      />
      <DeadlineField
        field={dueInput}
        text={text}
        read={read}
        onText={(next) => {
          setTyped(next)
          setRefused(null)
        }}
        tells={refused === 'due'}
        error={refused === null ? undefined : t('action.refused')}
        autoFocus={!asksWords && focus === 'due'}
        onLeave={() => {
          if (typed !== null) takeDue()
        }}
      />
      {typed === null && offered !== '' && <p className={css['note']}>{t('action.offered')}</p>}
      <div className={css['buttons']}>
        <Button onClick={onPlain}>{t('action.plain')}</Button>
        <Button type="submit" variant="primary">
          {t('action.done')}
        </Button>
      </div>
    </form>
  )
}
