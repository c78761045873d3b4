import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportStep } from './session.ts'
import styles from './steps-list.module.css'

const steps = ['choose', 'check', 'take'] as const
const at: Readonly<Record<ImportStep, number>> = { choose: 0, reading: 1, check: 1, importing: 2, done: 2 }

/** Where one is on the way: choose, check, import. */
export function StepsList({ step }: { readonly step: ImportStep }) {
  const { t } = useTranslation('import')
  const now = at[step]
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {steps.map((name, index) => {
        const isDone = index < now || step === 'done'
        return (
          <li key={name} className={styles.step} aria-current={index === now ? 'step' : undefined}>
            <span className={styles.mark} aria-hidden="true">
              {isDone ? <Check /> : index + 1}
            </span>
            {t(`step.${name}`)}
            {isDone && <span className="visually-hidden">{t('stepDone')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
