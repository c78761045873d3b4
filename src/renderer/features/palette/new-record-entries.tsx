import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { classNames } from '../../ui/class-names.ts'
import { PaletteGroup, PaletteOption } from './palette-option.tsx'
import styles from './palette.module.css'

/** Kinds that a typed text can be the name of; a country is chosen from the list of countries. */
const offered = ['contact', 'note', 'meeting', 'study'] as const

/** What a text can become: a contact or a note, or the kind that is being searched. */
export const newKindsFor = (scope: Kind | null): readonly (typeof offered)[number][] =>
  scope === null ? offered.slice(0, 2) : offered.filter((kind) => kind === scope)

export const newKindValue = (kind: Kind): string => `new-${kind}`

export interface NewRecordEntriesProps {
  readonly text: string
  readonly kinds: readonly (typeof offered)[number][]
  readonly selected: string
}

/** Takes what has been typed as the name of a new record. */
export function NewRecordEntries({ text, kinds, selected }: NewRecordEntriesProps) {
  const { t } = useTranslation('palette')
  if (kinds.length === 0) return null
  return (
    <PaletteGroup heading={t('create')}>
      {kinds.map((kind) => (
        <PaletteOption key={kind} value={newKindValue(kind)} selected={selected === newKindValue(kind)}>
          <KindIcon kind={kind} />
          <span className={classNames(styles.words, styles.line)}>{t(`new.${kind}`, { text })}</span>
        </PaletteOption>
      ))}
    </PaletteGroup>
  )
}
