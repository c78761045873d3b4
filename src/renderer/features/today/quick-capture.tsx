import { Plus } from 'lucide-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { countryNamed } from '../../parts/countries/country-names.ts'
import { useCountries } from '../../parts/countries/country-options.ts'
import { TitleClash } from '../../parts/new-record/title-clash.tsx'
import { PlaceLink } from '../../parts/places/place-link.tsx'
import { recordAddress } from '../../store/navigation.ts'
import { useAppState } from '../../store/session.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Select } from '../../ui/select.tsx'
import { CapturePreview } from './capture-preview.tsx'
import { actionIn, capturedKinds, contactIn, contactInput, kindOf, noteInput, type CapturedKind } from './captured.ts'
import { PeopleList } from './people-list.tsx'
import styles from './today-page.module.css'
import { useCapture } from './use-capture.ts'
import { usePeople } from './use-people.ts'

interface QuickCaptureProps {
  /** The host's day. */
  readonly now: string
  readonly meetingNow: Output<'today.get'>['meetingNow']
  /** The line is gone to: which meeting is on may be another than a while ago. */
  readonly onBegin: () => void
}

/** One line and Enter: a note, a contact or an action. What it will become is said while it is typed. */
export function QuickCapture({ now, meetingNow, onBegin }: QuickCaptureProps) {
  const { t } = useTranslation('today')
  const { platform } = useAppState()
  const listId = useId()
  const previewId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [line, setLine] = useState('')
  const [caret, setCaret] = useState(0)
  /** What the person said it is; null: what it looks like. */
  const [chosen, setChosen] = useState<CapturedKind | null>(null)
  const [people, setPeople] = useState<readonly string[]>([])
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState('')
  const options = useCountries(line !== '')
  const named = useMemo(() => (text: string) => countryNamed(options, text), [options])
  const { busy, clash, failure, made, forget, makeRecord, makeAction, forgetMade } = useCapture()
  const { found, typed } = usePeople(dismissed === line ? '' : line.slice(0, caret), people)

  const text = line.trim()
  const action = useMemo(() => actionIn(text, { today: now, people }), [text, now, people])
  const contact = useMemo(() => contactIn(text, named), [text, named])
  const kind = chosen ?? (text === '' ? 'note' : kindOf(text, { today: now, people, countryNamed: named }))
  const note = t('capture.captured', { date: now })

  const change = (next: string, at: number = next.length) => {
    setLine(next)
    setCaret(at)
    setActive(0)
    forget()
    forgetMade()
    if (next === '') {
      setChosen(null)
      setPeople([])
    }
  }
  const take = (index: number) => {
    const person = found[index]
    if (!person) return
    const before = `${line.slice(0, caret - typed.length)}${person.title} `
    // the line is there, with its caret, before the next key
    flushSync(() => {
      setPeople([...people.filter((name) => name !== person.title), person.title])
      change(before + line.slice(caret), before.length)
    })
    input.current?.setSelectionRange(before.length, before.length)
  }
  const make = (title: string): Promise<boolean> => {
    if (kind === 'action') return makeAction(action, meetingNow?.id ?? null, note)
    if (kind === 'contact') return makeRecord(contactInput({ ...contact, title: title || contact.title }))
    const record = noteInput(text, now)
    return makeRecord(title ? { ...record, title } : record)
  }
  const submit = async (title = '') => {
    if (text === '' || busy || (kind === 'action' && action.text === '')) return
    if (!(await make(title))) return
    // what was typed while it was made stays
    if (input.current?.value !== line) return
    setLine('')
    setChosen(null)
    setPeople([])
  }
  const turn = (step: number) => {
    const at = capturedKinds.indexOf(kind) + step + capturedKinds.length
    setChosen(capturedKinds[at % capturedKinds.length] ?? kind)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length)
    else if (step !== 0 && text !== '') turn(step)
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && found.length > 0) take(active)
    else if (event.key === 'Escape' && found.length > 0) setDismissed(line)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={styles.capture}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={styles.captureBox}>
        <div className={styles.captureLine}>
          <Plus aria-hidden="true" />
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label={t('capture.label')}
            aria-autocomplete="list"
            aria-expanded={found.length > 0}
            aria-controls={found.length > 0 ? listId : undefined}
            aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
            aria-describedby={previewId}
            aria-invalid={failure !== '' || undefined}
            placeholder={t('capture.placeholder')}
            autoComplete="off"
            value={line}
            onFocus={onBegin}
            onChange={({ target }) => change(target.value, target.selectionStart ?? target.value.length)}
            onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? currentTarget.value.length)}
            onKeyDown={onKeyDown}
            className={styles.captureInput}
          />
          <Select<CapturedKind>
            label={t('capture.kind')}
            hideLabel
            bare
            value={kind}
            options={capturedKinds.map((value) => ({ value, label: t(`capture.kinds.${value}`) }))}
            onChange={setChosen}
          />
          <Kbd>{text === '' ? shortcutOf('record.chooseKind', platform) : t('capture.enter')}</Kbd>
        </div>
        {found.length > 0 && <PeopleList id={listId} people={found} active={active} onTake={take} />}
      </div>
      <p id={previewId} className={styles.preview} aria-live="polite">
        {text !== '' && <CapturePreview kind={kind} action={action} contact={contact} into={meetingNow?.title ?? note} />}
        {text === '' && made && (
          <>
            {t('capture.lies')} <PlaceLink address={recordAddress(made.kind, made.id)}>{made.title}</PlaceLink>
          </>
        )}
      </p>
      {clash && <TitleClash clash={clash} onLeave={forget} onUse={(suggestion) => void submit(suggestion)} />}
      {failure && (
        <p role="alert" className={styles.wrong}>
          {failure}
        </p>
      )}
    </form>
  )
}
