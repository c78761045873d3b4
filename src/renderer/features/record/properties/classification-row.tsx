import { Globe, Lock, LockKeyhole, Shield } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classifications } from '../../../../shared/model/vocabulary.ts'
import type { Classification } from '../../../../shared/model/common.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Field } from '../../../ui/field.tsx'
import { QuietSelect } from '../controls/quiet-select.tsx'
import styles from './properties-form.module.css'
import { useOptions } from './text-rows.tsx'
import { useField } from './use-field.ts'

const icons = { public: Globe, internal: Lock, confidential: LockKeyhole, 'strictly confidential': LockKeyhole } as const satisfies Record<
  Classification,
  unknown
>

/** The level as an icon and a word. */
export function ClassificationRow() {
  const { t } = useTranslation('fields')
  const field = useField('note', 'classification')
  const options = useOptions(classifications, 'classification')
  const Icon = icons[field.value]
  const tone = field.value === 'internal' ? styles.internal : field.value === 'public' ? undefined : styles.confidential
  return (
    <Field label={t('label.classification')} icon={<Shield />}>
      <span className={classNames(styles.classification, tone)}>
        <Icon />
        {field.locked ? (
          <span className={styles.label}>{t(`classification.${field.value}`)}</span>
        ) : (
          <QuietSelect
            label={t('label.classification')}
            value={field.value}
            options={options}
            onChange={field.set}
            error={field.problemAt()}
          />
        )}
      </span>
    </Field>
  )
}
