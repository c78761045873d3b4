/** Up to which classification a file is made, chosen in the menu that makes it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Classification } from '../../../shared/model/common.ts'
import { classifications } from '../../../shared/model/vocabulary.ts'
import type { MenuItem } from '../../ui/menu.tsx'

export function useLevel(): { readonly upTo: Classification; readonly items: readonly MenuItem[] } {
  const { t } = useTranslation(['common', 'fields'])
  const [upTo, setUpTo] = useState<Classification>('internal')
  const levels = classifications.map((level) => ({
    label: t(`fields:classification.${level}`),
    checked: level === upTo,
    staysOpen: true,
    onSelect: () => setUpTo(level),
  }))
  return { upTo, items: ['separator', { heading: t('common:upToLevel') }, ...levels] }
}
