import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadOnly } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import { PageBar } from '../../ui/page-bar.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CheckCommands } from './check-commands.tsx'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { DoneStep } from './done-step.tsx'
import styles from './import.module.css'
import { resumeImport, startOver } from './run-import.ts'
import { stepOf, useImport, type ImportStep } from './session.ts'
import { StepsList } from './steps-list.tsx'
import { WorkingStep } from './working-step.tsx'

/** Markdown of other programs into the workspace: chosen, looked through and corrected, taken in. */
export function ImportPage() {
  const { t } = useTranslation(['import', 'fields'])
  const session = useImport()
  const step = stepOf(session)
  const readOnly = useReadOnly() !== null
  const page = useRef<HTMLDivElement>(null)
  const [resumed, setResumed] = useState(false)
  useEffect(() => {
    void resumeImport().finally(() => setResumed(true))
  }, [])
  const before = useRef<ImportStep | null>(null)
  useEffect(() => {
    if (!resumed || before.current === step) return
    const { activeElement } = document
    // what had the focus went with the step before; who has just come is left where they are, unless that is nowhere
    const isNowhere = activeElement === null || activeElement === document.body || activeElement.id === 'content'
    if (before.current !== null || isNowhere) page.current?.querySelector<HTMLElement>('[data-takes-keys]')?.focus({ preventScroll: true })
    before.current = step
  }, [step, resumed])
  const { job, result, plan } = session
  return (
    <div ref={page} className={styles.page}>
      <PageBar title={t('title')}>
        <StepsList step={step} />
        <span className={styles.space} />
        {step === 'check' && plan && <CheckCommands plan={plan} readOnly={readOnly} />}
        {step === 'done' && <Button onClick={startOver}>{t('another')}</Button>}
      </PageBar>
      {!resumed && step === 'choose' ? (
        <div className={styles.waiting} role="status">
          <span className="visually-hidden">{t('common:loading')}</span>
          <Skeleton lines={4} />
        </div>
      ) : step === 'choose' ? (
        <ChooseStep readOnly={readOnly} />
      ) : step === 'check' && plan ? (
        <CheckStep plan={plan} />
      ) : step === 'done' && result?.imported ? (
        <DoneStep report={result.imported} />
      ) : (
        job && <WorkingStep job={job} />
      )}
    </div>
  )
}
