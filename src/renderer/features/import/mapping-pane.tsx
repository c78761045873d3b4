import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import { FolderRules } from './folder-rules.tsx'
import { KeyFields } from './key-fields.tsx'
import { KindRules } from './kind-rules.tsx'
import styles from './mapping-pane.module.css'
import { useImport } from './session.ts'

/** How files become records, to be corrected. */
export function MappingPane({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('import')
  const mapping = useImport((session) => session.mapping)
  const valued = plan.keys.filter(({ values }) => values.length > 0)
  if (!mapping) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by key
    <section className={styles.pane} aria-label={t('mapping.title')} tabIndex={0}>
      {plan.from === 'rapporteur' && <p className={styles.hint}>{t('mapping.own')}</p>}
      <FolderRules folders={plan.folders} mapping={mapping} />
      {(valued.length > 0 || mapping.kinds.length > 0) && <KindRules keys={valued} mapping={mapping} />}
      {plan.keys.length > 0 && <KeyFields keys={plan.keys} fields={plan.fields} mapping={mapping} />}
    </section>
  )
}
