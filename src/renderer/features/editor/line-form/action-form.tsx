import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { formatDate, formatDayOfWeek } from '../../../i18n/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Combobox, type ComboboxOption } from '../../../ui/combobox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ActionAt } from '../codemirror/action-commands.ts'
import { readDeadline } from '../text/read-deadline.ts'
import css from './line-form.module.css'

export interface ActionFormProps {
  readonly action: ActionAt
  /** Where the focus begins. An action without words is asked for them first. */
  readonly focus: 'responsible' | 'due'
  /** From which day "next Friday" is reckoned, and the language of the text. */
  readonly from: { readonly today: string; readonly language: string }
  readonly load: (text: string) => Promise<readonly ComboboxOption[]>
  /** Each writes at once; false when the line cannot hold it. */
  readonly onResponsible: (names: readonly string[]) => boolean
  readonly onDue: (due: string) => boolean
  readonly onWords: (words: string) => boolean
  readonly onPlain: () => void
  readonly onDone: () => void
}

/** Who is responsible for an action, and by when. What is chosen stands in the text at once; Enter goes on to the next field. */
export function ActionForm({ action, focus, from, load, onResponsible, onDue, onWords, onPlain, onDone }: ActionFormProps) {
  const { t } = useTranslation(['editor', 'fields'])
  const [asksWords] = useState(action.words === '')
  const [words, setWords] = useState('')
  const [text, setText] = useState(() => formatDate(action.due))
  const [refused, setRefused] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const read = readDeadline(text, from)
  const unreadable = read.ok ? undefined : t(`fields:problem.${read.problem === 'unreadable' ? 'date' : read.problem}`)

  const goTo = (name: string) => form.current?.querySelector<HTMLElement>(`[data-field="${name}"] input`)?.focus()
  const takeWords = () => words.trim() === '' || action.words !== '' || onWords(words.trim())
  const takeDue = (): boolean => {
    const taken = read.ok && (read.value === action.due || onDue(read.value))
    setRefused(taken ? null : (unreadable ?? t('editor:action.refused')))
    return taken
  }
  const setResponsible = (names: readonly string[]) => {
    if (!onResponsible(names)) setRefused(t('editor:action.refused'))
  }
  const add = (name: string) => {
    if (name !== '' && !action.responsible.some((known) => linkKey(known) === linkKey(name))) setResponsible([...action.responsible, name])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // the form stands in the page's tree inside others
    event.stopPropagation()
    if (takeWords() && takeDue()) onDone()
  }

  return (
    <form ref={form} className={css['form']} onSubmit={submit} noValidate>
      {asksWords && (
        <div data-field="words">
          <TextField
            label={t('editor:action.words')}
            autoFocus
            autoComplete="off"
            value={words}
            onChange={setWords}
            onBlur={takeWords}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              takeWords()
              goTo('responsible')
            }}
          />
        </div>
      )}
      <div data-field="responsible">
        <Combobox
          label={t('editor:action.responsible')}
          hint={t('editor:action.responsibleHint')}
          value=""
          freeText
          autoFocus={!asksWords && focus === 'responsible'}
          placeholder={t('editor:action.name')}
          load={load}
          onChange={add}
          onEnter={(typed) => {
            if (typed === '') goTo('due')
          }}
        />
      </div>
      {action.responsible.length > 0 && (
        <div role="group" aria-label={t('editor:action.responsible')} className={css['chips']}>
          {action.responsible.map((name) => (
            <Chip
              key={name}
              removeLabel={t('editor:action.remove', { name })}
              onRemove={() => setResponsible(action.responsible.filter((other) => other !== name))}
            >
              {name}
            </Chip>
          ))}
        </div>
      )}
      <div data-field="due">
        <TextField
          label={t('editor:deadline.label')}
          autoFocus={!asksWords && focus === 'due'}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('editor:deadline.example')}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setRefused(null)
          }}
          onFocus={(event) => event.target.select()}
          error={refused ?? undefined}
          hint={read.ok && read.value !== '' ? formatDayOfWeek(read.value) : t('editor:deadline.hint')}
        />
      </div>
      <div className={css['buttons']}>
        <Button onClick={onPlain}>{t('editor:action.plain')}</Button>
        <Button type="submit" variant="primary">
          {t('editor:action.done')}
        </Button>
      </div>
    </form>
  )
}
