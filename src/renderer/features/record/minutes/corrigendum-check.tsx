import { useTranslation } from 'react-i18next'
import { endsBeforeStart, partialDateSpan } from '../../../../shared/model/partial-date.ts'
import type { DraftCorrigendum } from '../../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { MAX_LINE } from '../../../../shared/model/vocabulary.ts'
import { formatError } from '../../../api/format-error.ts'
import { useQuery } from '../../../api/use-query.ts'
import { formatDate, localDay } from '../../../i18n/dates.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PartialDateField } from '../../../parts/dates/partial-date-field.tsx'
import { CorrigendumChanges } from './corrigendum-changes.tsx'
import { correctionOf } from './corrigendum-draft.ts'
import styles from './minutes.module.css'

export interface CorrigendumCheckProps {
  readonly id: string
  readonly adopted: MeetingRecord
  readonly draft: DraftCorrigendum
  readonly onChange: (part: Partial<Pick<DraftCorrigendum, 'on' | 'reason'>>) => void
}

/** A day on which it cannot have been issued: before what it corrects, or to come. */
export function dateProblem({ adoption, corrigenda }: MeetingRecord, on: string): 'future' | 'before' | null {
  if (partialDateSpan(on).first > localDay()) return 'future'
  return endsBeforeStart(corrigenda.at(-1)?.on || adoption.on, on) ? 'before' : null
}

/** When and why, and every word that changes. */
export function CorrigendumCheck({ id, adopted, draft, onChange }: CorrigendumCheckProps) {
  const { t } = useTranslation('minutes')
  const { data, error } = useQuery(
    'meetings.compareCorrection',
    { id, ...correctionOf(draft) },
    { dependsOn: 'records', kinds: ['meeting'] },
  )
  const problem = dateProblem(adopted, draft.on)
  return (
    <>
      <div className={styles.issuing}>
        <TextField
          label={t('corrigendum.reason')}
          value={draft.reason}
          maxLength={MAX_LINE}
          required
          onChange={(reason) => onChange({ reason })}
        />
        <PartialDateField
          label={t('corrigendum.on')}
          value={draft.on}
          error={
            problem
              ? t(`corrigendum.date.${problem}`, { date: formatDate(adopted.corrigenda.at(-1)?.on || adopted.adoption.on) })
              : undefined
          }
          onChange={(on) => onChange({ on })}
        />
      </div>
      {error && <p role="alert">{formatError(error)}</p>}
      {data ? <CorrigendumChanges changes={data} /> : !error && <Skeleton lines={4} />}
    </>
  )
}
