/** What is asked at each stage: in the dialog that moves the minutes there, and in the fold of details. */
import { useTranslation } from 'react-i18next'
import type { AdoptionProblem } from '../../../../shared/meetings/adoption-problem.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { recordOptions } from '../../../parts/records/record-options.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'
import { Warning } from '../properties/warning.tsx'
import { useOptions } from '../properties/text-rows.tsx'
import styles from './meeting.module.css'

export type Clearance = MeetingRecord['clearance']
export type Circulation = MeetingRecord['circulation']
export type Adoption = MeetingRecord['adoption']

/** Somebody is recorded as having cleared the draft, or a day on which it was. */
export const isCleared = ({ by, on }: Clearance): boolean => by !== '' || on !== ''

interface StageFieldsProps<T> {
  readonly value: T
  readonly onChange: (value: T) => void
}

export function ClearanceFields({ value, onChange }: StageFieldsProps<Clearance>) {
  const { t } = useTranslation('fields')
  return (
    <div className={styles.stageFields}>
      <Combobox
        label={t('part.clearedBy')}
        freeText
        value={value.by}
        load={(text) => recordOptions(text, { kinds: ['contact'], contactTypes: ['person'] })}
        onChange={(by) => onChange({ ...value, by })}
      />
      <PartialDateField label={t('part.clearedOn')} value={value.on} onChange={(on) => onChange({ ...value, on })} />
    </div>
  )
}

export function CirculationFields({ value, onChange }: StageFieldsProps<Circulation>) {
  const { t } = useTranslation(['fields', 'minutes'])
  return (
    <div className={styles.stageFields}>
      <TextField label={t('part.circulatedTo')} value={value.to} onChange={(to) => onChange({ ...value, to })} />
      <PartialDateField label={t('part.circulatedOn')} value={value.on} onChange={(on) => onChange({ ...value, on })} />
      <PartialDateField
        label={t('part.commentsBy')}
        value={value.deadline}
        error={endsBeforeStart(value.on, value.deadline) ? t('warning.comments') : undefined}
        onChange={(deadline) => onChange({ ...value, deadline })}
      />
      {value.deadline === '' && <small>{t('minutes:noDeadlineHint')}</small>}
    </div>
  )
}

const hows = ['meeting', 'silence'] as const

interface AdoptionFieldsProps extends StageFieldsProps<Adoption> {
  /** When the meeting began. */
  readonly start: string
  /** For comments. */
  readonly deadline: string
  readonly problem: AdoptionProblem | null
}

/** How, where and when, and what speaks against it. */
export function AdoptionFields({ value, onChange, start, deadline, problem }: AdoptionFieldsProps) {
  const { t } = useTranslation(['fields', 'minutes'])
  const ofDate = problem === 'beforeMeeting' || problem === 'future' || problem === 'beforeDeadline'
  const sentence = problem && t(`minutes:problem.${problem}`, { date: formatDate(problem === 'beforeMeeting' ? start : deadline) })
  return (
    <div className={styles.stageFields}>
      <Select
        label={t('part.adoptedHow')}
        value={value.how === '' ? 'meeting' : value.how}
        options={useOptions(hows, 'adoptedHow')}
        onChange={(how) => onChange({ ...value, how })}
      />
      {value.how === 'meeting' && (
        <Combobox
          label={t('part.adoptedAt')}
          freeText
          hint={value.meeting === '' ? t('part.adoptedAtHint') : undefined}
          value={value.meeting}
          load={(text) => recordOptions(text, { kinds: ['meeting'] })}
          onChange={(meeting) => onChange({ ...value, meeting })}
        />
      )}
      {sentence && !ofDate && <Warning>{sentence}</Warning>}
      <PartialDateField
        label={t('part.adoptedOn')}
        value={value.on}
        error={ofDate && sentence ? sentence : undefined}
        onChange={(on) => onChange({ ...value, on })}
      />
    </div>
  )
}
