import { FileQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Location } from '../../ui/location.tsx'
import { IgnoredFiles } from './ignored-files.tsx'
import styles from './import.module.css'
import { MappingPane } from './mapping-pane.tsx'
import { Notes } from './notes.tsx'
import { PlanTable } from './plan-table.tsx'
import { startOver } from './run-import.ts'
import { useImport } from './session.ts'

/** What was found, how it is taken, and what will happen. */
export function CheckStep({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('import')
  const name = useImport((session) => session.name)
  const { actions, from, files, attachments, ignored } = plan
  const counted = (key: 'notes' | 'files', count: number) => t(`found.${key}`, { count, number: formatNumber(count) })
  if (files === 0)
    return (
      <div className={styles.waiting}>
        <Notes />
        <EmptyState
          icon={<FileQuestion />}
          title={t('nothing.title')}
          text={t('nothing.text', { location: plan.location })}
          actions={
            <Button variant="primary" data-takes-keys onClick={startOver}>
              {t('another')}
            </Button>
          }
        />
      </div>
    )
  const found =
    attachments > 0 ? t('found.both', { notes: counted('notes', files), files: counted('files', attachments) }) : counted('notes', files)
  return (
    <div className={styles.check}>
      <div className={styles.summary}>
        <h2 className={styles.heading} tabIndex={-1} data-takes-keys>
          {t(`found.from.${from}`, { name, found })}
        </h2>
        <p className={styles.figures}>
          <Location path={plan.location} />
          {actions.create + actions.update === 0 && ` · ${t(actions.same > 0 ? 'found.allSame' : 'found.none')}`}
        </p>
        {ignored > 0 && <IgnoredFiles plan={plan} />}
        <Notes />
      </div>
      <div className={styles.halves}>
        <MappingPane plan={plan} />
        <PlanTable plan={plan} />
      </div>
    </div>
  )
}
