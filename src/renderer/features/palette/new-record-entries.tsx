import { Command } from 'cmdk'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import { KindIcon } from '../../app/kind-icons.tsx'
import { askNewRecord } from '../../app/dialogs.ts'
import styles from './palette.module.css'

/** Kinds that a typed text can be the name of; a country is chosen from the list of countries. */
const offered = ['contact', 'note', 'meeting', 'study'] as const satisfies readonly Kind[]

export interface NewRecordEntriesProps {
  readonly text: string
  readonly scope: Kind | null
  readonly onClose: () => void
}

/** Takes what has been typed as the name of a new record: a contact first, or the kind that is being searched. */
export function NewRecordEntries({ text, scope, onClose }: NewRecordEntriesProps) {
  const { t } = useTranslation('palette')
  const kinds = scope === null ? offered.slice(0, 2) : offered.filter((kind) => kind === scope)
  if (kinds.length === 0) return null
  return (
    <Command.Group className={styles.group} heading={t('create')}>
      {kinds.map((kind) => (
        <Command.Item
          key={kind}
          value={`new-${kind}`}
          className={styles.hit}
          onSelect={() => {
            onClose()
            askNewRecord(kind, text)
          }}
        >
          <KindIcon kind={kind} />
          <span className={styles.words}>{t(`new.${kind}`, { text })}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
