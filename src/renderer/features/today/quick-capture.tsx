import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { localDay } from '../../i18n/dates.ts'
import { useAppState } from '../../store/session.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Select } from '../../ui/select.tsx'
import { problemOf, type NewRecordFields } from '../../parts/new-record/record-input.ts'
import { TitleClash } from '../../parts/new-record/title-clash.tsx'
import { useCreateRecord } from '../../parts/new-record/use-create-record.ts'
import styles from './today-page.module.css'

const offered = ['note', 'contact', 'meeting'] as const
type Offered = (typeof offered)[number]

const fieldsOf = (kind: Offered, title: string): NewRecordFields => ({
  kind,
  title,
  contactType: 'person',
  country: null,
  // what is jotted down today is of today; when a meeting is, nobody has said yet
  date: kind === 'note' ? localDay() : '',
  countries: [],
})

/** One line and Enter: a record that is open for the rest. */
export function QuickCapture() {
  const { t } = useTranslation('today')
  const { platform } = useAppState()
  const [kind, setKind] = useState<Offered>('note')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const { create, busy, clash, failure, forget } = useCreateRecord()
  const submit = (title: string) => {
    if (title.trim() === '' || busy) return
    const fields = fieldsOf(kind, title)
    const found = problemOf(fields)
    if (found?.field === 'title') return setProblem(t(`new-record:problem.${found.problem}`, { length: title.length }))
    void create(fields)
  }
  const change = (next: string) => {
    setText(next)
    setProblem('')
    forget()
  }
  const chooseKind = shortcutOf('record.chooseKind', platform)
  const wrong = problem || failure
  return (
    <form
      className={styles.capture}
      onSubmit={(event) => {
        event.preventDefault()
        submit(text)
      }}
    >
      <div className={styles.captureLine}>
        <Plus aria-hidden="true" />
        <input
          type="text"
          aria-label={t('capture.label')}
          aria-invalid={wrong !== '' || undefined}
          placeholder={t(`capture.placeholder.${kind}`)}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.target.value)}
          className={styles.captureInput}
        />
        <Select<Offered>
          label={t('capture.kind')}
          hideLabel
          bare
          value={kind}
          options={offered.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
          onChange={setKind}
        />
        <Kbd>{text.trim() === '' ? chooseKind : t('capture.enter')}</Kbd>
      </div>
      {clash && (
        <TitleClash
          clash={clash}
          onLeave={forget}
          onUse={(suggestion) => {
            change(suggestion)
            submit(suggestion)
          }}
        />
      )}
      {wrong && (
        <p role="alert" className={styles.wrong}>
          {wrong}
        </p>
      )}
    </form>
  )
}
