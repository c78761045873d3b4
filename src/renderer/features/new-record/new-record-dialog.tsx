import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kinds, contactTypes } from '../../../shared/model/vocabulary.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { ContactType } from '../../../shared/model/contact.ts'
import type { NewRecordPreset } from '../../parts/dialogs/dialogs.ts'
import { formatNumber, localDay } from '../../i18n/dates.ts'
import { openRecord } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CountryField } from '../../parts/countries/country-field.tsx'
import { parseDate } from '../../parts/dates/parse-date.ts'
import styles from '../../parts/new-record/new-record.module.css'
import { problemOf, type FieldProblem, type NewRecordFields } from '../../parts/new-record/record-input.ts'
import { NotCreated } from '../../parts/new-record/not-created.tsx'
import { useCreateRecord } from '../../parts/new-record/use-create-record.ts'

interface NewRecordDialogProps {
  /** null: the person chooses it. */
  readonly kind: Kind | null
  readonly title: string
  readonly preset?: NewRecordPreset | undefined
  readonly onClose: () => void
}

/** Asks for as little as a record needs; everything else is filled in on its page. */
export function NewRecordDialog({ kind: givenKind, title: givenTitle, preset, onClose }: NewRecordDialogProps) {
  const { t } = useTranslation('new-record')
  const formId = useId()
  const [fields, setFields] = useState<NewRecordFields>({
    kind: givenKind ?? 'note',
    contactType: preset?.contactType ?? 'person',
    title: givenTitle,
    country: null,
    date: '',
    countries: preset?.countries ?? [],
    partOf: preset?.partOf,
  })
  const [problem, setProblem] = useState<FieldProblem | undefined>()
  const { create, busy, clash, failure, forget } = useCreateRecord()
  const { kind, contactType, title, country, date } = fields

  const change = (next: Partial<NewRecordFields>) => {
    setFields((now) => ({ ...now, ...next }))
    setProblem(undefined)
    forget()
  }
  const submit = async (typed: NewRecordFields) => {
    const read = parseDate(typed.date)
    // what is noted today is of today; when a meeting is, only the person knows
    const date = typed.kind === 'note' ? localDay() : read.ok ? read.value : typed.date
    const next = { ...typed, date }
    const found = problemOf(next)
    setProblem(found)
    if (found || busy) return
    if (next.kind === 'country' && next.country?.recordId) {
      onClose()
      return openRecord('country', next.country.recordId)
    }
    if (await create(next)) onClose()
  }
  const titleError = problem?.field === 'title' ? t(`problem.${problem.problem}`, { length: formatNumber(title.length) }) : undefined
  const heading =
    givenKind === null
      ? t('heading.record')
      : kind === 'contact' && preset?.contactType
        ? t(`heading.${contactType}`)
        : t(`heading.${kind}`)

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={heading}
      size="small"
      footer={
        <Button variant="primary" type="submit" form={formId} disabled={busy}>
          {t('create')}
        </Button>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit(fields)
        }}
      >
        {givenKind === null && (
          <Select<Kind>
            label={t('kindLabel')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(value) => change({ kind: value })}
          />
        )}
        {kind === 'contact' && (
          <Select<ContactType>
            label={t('typeLabel')}
            value={contactType}
            options={contactTypes.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(value) => change({ contactType: value })}
          />
        )}
        {kind === 'country' ? (
          <CountryField
            label={t('countryName')}
            hint={t('countryHint')}
            error={problem?.field === 'country' ? t('chooseCountry') : undefined}
            value={country?.code ?? null}
            onChange={(option) => change({ country: option, title: '' })}
            marksRecords
            autoFocus
          />
        ) : (
          <TextField
            label={kind === 'contact' ? t('name') : t('title')}
            error={titleError}
            value={title}
            onChange={(value) => change({ title: value })}
            autoComplete="off"
            autoFocus
          />
        )}
        {kind === 'meeting' && (
          <TextField
            label={t('date')}
            hint={t('dateHint')}
            error={problem?.field === 'date' ? t('dateBad') : undefined}
            value={date}
            onChange={(value) => change({ date: value })}
            autoComplete="off"
          />
        )}
        <NotCreated
          clash={clash}
          failure={failure}
          onLeave={onClose}
          onUse={(suggestion) => {
            const next = { ...fields, title: suggestion }
            change(next)
            void submit(next)
          }}
        />
      </form>
    </Dialog>
  )
}
