import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/use-query.ts'
import type { AttendanceView } from '../../store/attendance-address.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Pills } from '../../ui/pills.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './attendance.module.css'

/** Bodies to choose from: an organisation has few. */
const MOST_BODIES = 500

const bodies = {
  kind: 'contact',
  contactType: 'body',
  sort: { key: 'title', direction: 'ascending' },
} as const

interface AttendanceControlsProps {
  readonly view: AttendanceView
  /** In which there were meetings. */
  readonly years: readonly string[]
  readonly onChange: (change: Partial<AttendanceView>) => void
}

/** Of whom, and of which meetings. */
export function AttendanceControls({ view, years, onChange }: AttendanceControlsProps) {
  const { t } = useTranslation('attendance')
  const { data } = useQuery('list.query', { query: bodies, from: 0, count: MOST_BODIES }, { dependsOn: 'records', kinds: ['contact'] })
  const { by, body, year, meetings, parts } = view
  const all = { value: '', label: t('allBodies') }
  const known = (data?.rows ?? []).map(({ head }) => ({ value: head.id, label: head.title }))
  const yearOptions = [...new Set([...(year === '' ? [] : [year]), ...years])].toSorted().toReversed()
  return (
    <>
      <div className={styles.views}>
        <Pills
          label={t('by')}
          value={by}
          options={[
            { value: 'country', label: t('countries') },
            { value: 'person', label: t('people') },
          ]}
          onChange={(value) => onChange({ by: value })}
        />
      </div>
      <Select
        label={t('body')}
        hideLabel
        className={styles.select}
        value={body ?? ''}
        options={[all, ...known]}
        onChange={(value) => onChange({ body: value || null })}
      />
      <Select
        label={t('year')}
        hideLabel
        className={styles.year}
        value={year}
        options={[{ value: '', label: t('allYears') }, ...yearOptions.map((value) => ({ value, label: value }))]}
        onChange={(value) => onChange({ year: value })}
      />
      <Checkbox className={styles.parts} label={t('parts')} checked={parts} onChange={(checked) => onChange({ parts: checked })} />
      {meetings && (
        <Chip removeLabel={t('notChosen')} onRemove={() => onChange({ meetings: null })}>
          {t('chosen', { count: meetings.length })}
        </Chip>
      )}
    </>
  )
}
