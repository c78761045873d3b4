import { useTranslation } from 'react-i18next'
import { formatError } from '../../api/format-error.ts'
import { languageNames, languages, systemLanguage, type Language } from '../../i18n/index.ts'
import { updateSettings, useSettings } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import { Select } from '../../ui/select.tsx'

/** The language of the interface; each by its own name, for whoever cannot read the other. */
export function LanguageSelect({ hideLabel, className }: { readonly hideLabel?: boolean; readonly className?: string | undefined }) {
  const { t } = useTranslation()
  const { language } = useSettings()
  return (
    <Select<'system' | Language>
      label={t('language.label')}
      hideLabel={hideLabel}
      className={className}
      value={language}
      options={[
        { value: 'system', label: t('language.system', { language: languageNames[systemLanguage()] }) },
        ...languages.map((value) => ({ value, label: languageNames[value] })),
      ]}
      onChange={(value) => {
        updateSettings({ language: value }).catch((error: unknown) => showToast({ message: formatError(error), tone: 'bad' }))
      }}
    />
  )
}
