import { useTranslation } from 'react-i18next'
import { ExportOptionsForm } from '../../parts/export/export-options-form.tsx'
import type { ExportWhat } from '../../parts/export/export-what.ts'
import { Select } from '../../ui/select.tsx'
import { ExportPreviewPane } from './export-preview.tsx'
import styles from './export.module.css'
import type { Draft } from './use-draft.ts'
import type { Preview } from './use-preview.ts'
import { labelOf } from './what-words.ts'

export interface ExportFormProps {
  readonly draft: Draft
  /** One at least. */
  readonly choices: readonly ExportWhat[]
  readonly preview: Preview
}

/** What leaves and in which form; beside it what that would be. */
export function ExportForm({ draft, choices, preview }: ExportFormProps) {
  const { t } = useTranslation(['export', 'frame'])
  return (
    <div className={styles.columns}>
      <div className={styles.choices}>
        {choices.length > 1 && (
          <Select
            label={t('whatLabel')}
            value={draft.what.what}
            options={choices.map((choice) => ({ value: choice.what, label: labelOf(choice, t) }))}
            onChange={(chosen) => {
              const found = choices.find(({ what }) => what === chosen)
              if (found) draft.setWhat(found)
            }}
          />
        )}
        <ExportOptionsForm options={draft.options} onChange={draft.setOptions} report />
      </div>
      <ExportPreviewPane preview={preview} root={draft.name} options={draft.options} />
    </div>
  )
}
