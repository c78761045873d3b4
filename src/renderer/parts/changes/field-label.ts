import { useTranslation } from 'react-i18next'

/** What a field is called, also those that no form shows. */
export function useFieldLabel(): (field: string) => string {
  const { t } = useTranslation(['history', 'fields'])
  return (field) => (field === 'trashed' ? t('history:trash') : t(`fields:label.${field}`, { defaultValue: field }))
}
