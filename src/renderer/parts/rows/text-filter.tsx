import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchedFor } from '../../../shared/contract/search.ts'
import { QueryBox } from '../search/query-box.tsx'

interface TextFilterProps {
  /** The accessible name. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Enter and ↓ go to the rows. */
  readonly onLeave: () => void
  /** Where what could not be taken is said. */
  readonly problemsIn: HTMLElement | null
  /** Nothing fits this very text. */
  readonly foundNothing: boolean
  /** What the text was taken for where nothing fits it. */
  readonly searchedFor?: SearchedFor | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLInputElement> | undefined
}

/** Narrows a list while one types, in the language of the search. */
export function TextFilter(props: TextFilterProps) {
  const { t } = useTranslation('lists')
  return <QueryBox {...props} placeholder={t('filter.placeholder')} maxLength={500} />
}
