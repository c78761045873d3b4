import { BookText, FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { exportLanguages, exportLayouts, frontMatterStyles, linkStyles } from '../../../shared/model/export-presets.ts'
import { classifications } from '../../../shared/model/vocabulary.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { Fold } from '../../ui/fold.tsx'
import { Select } from '../../ui/select.tsx'
import { presetOf, presets, withPreset } from './export-format.ts'
import styles from './export-options-form.module.css'

const icons = { obsidian: <BookText />, plain: <FileText /> }

export interface ExportOptionsFormProps {
  readonly options: ExportOptions
  readonly onChange: (options: ExportOptions) => void
  /** Whether a proof may be asked for as a file. */
  readonly report: boolean
}

/** In which form records leave as markdown: a preset, up to which level, and the rest unfolded. Its words are those of `export`. */
export function ExportOptionsForm({ options, onChange, report }: ExportOptionsFormProps) {
  const { t } = useTranslation(['export', 'common'])
  const [open, setOpen] = useState(false)
  const preset = presetOf(options)
  const set = (change: Partial<ExportOptions>) => onChange({ ...options, ...change })
  const optionsOf = <T extends string>(group: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value as string}`) }))
  const summary = [
    t(`short.layout.${options.layout}`),
    t(`short.links.${options.links}`),
    t(`short.frontMatter.${options.frontMatter}`),
    t(options.attachments ? 'short.attachments' : 'short.noAttachments'),
  ].join(' · ')
  return (
    <>
      <ChoiceCards
        label={t(preset === null ? 'formatCustom' : 'format')}
        value={preset}
        options={presets.map((value) => ({ value, label: t(`preset.${value}`), detail: t(`presetDetail.${value}`), icon: icons[value] }))}
        onChange={(chosen) => onChange(withPreset(options, chosen))}
      />
      <Select
        label={t('upTo')}
        hint={t('upToHint')}
        value={options.upTo}
        options={classifications.map((value) => ({ value, label: t(`common:classification.${value}`) }))}
        onChange={(upTo) => set({ upTo })}
      />
      <Fold label={t('options')} summary={summary} open={open} onOpenChange={setOpen}>
        <div className={styles.options}>
          <Select
            label={t('layoutLabel')}
            value={options.layout}
            options={optionsOf('layout', exportLayouts)}
            onChange={(layout) => set({ layout })}
          />
          <Select
            label={t('linksLabel')}
            value={options.links}
            options={optionsOf('links', linkStyles)}
            onChange={(links) => set({ links })}
          />
          <Select
            label={t('frontMatterLabel')}
            value={options.frontMatter}
            options={optionsOf('frontMatter', frontMatterStyles)}
            onChange={(frontMatter) => set({ frontMatter })}
          />
          <Select
            label={t('languageLabel')}
            value={options.language}
            options={optionsOf('language', exportLanguages)}
            onChange={(language) => set({ language })}
          />
          <Checkbox
            className={styles.check}
            label={t('attachments')}
            checked={options.attachments}
            onChange={(attachments) => set({ attachments })}
          />
          {report && (
            <Checkbox
              className={styles.check}
              label={t('report')}
              checked={options.report}
              onChange={(wanted) => set({ report: wanted })}
            />
          )}
        </div>
      </Fold>
    </>
  )
}
