import { UserPlus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { followLink } from '../../../parts/places/place-link.tsx'
import { recordAddress } from '../../../store/navigation.ts'
import { Chip } from '../../../ui/chip.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { createLinked, type Creatable } from './create-linked.ts'
import { useLinkTarget } from './link-targets.ts'
import styles from './controls.module.css'

export interface LinkChipProps {
  readonly name: string
  readonly onRemove?: (() => void) | undefined
  readonly creates?: Creatable | undefined
}

/** The name of another record: opens it, or offers to create it. */
export function LinkChip({ name, onRemove, creates }: LinkChipProps) {
  const { t } = useTranslation('record')
  const target = useLinkTarget(name)
  const address = target ? recordAddress(target.kind, target.id) : undefined
  const missing = target === null
  const absent = creates?.kind === 'contact' ? t('link.notInContacts') : t('link.noRecord')
  return (
    <span className={styles.link}>
      <Chip
        href={address}
        onOpen={address === undefined ? undefined : (event) => followLink(event, address)}
        missing={missing}
        title={missing ? absent : undefined}
        onRemove={onRemove}
        removeLabel={t('remove', { name })}
      >
        {name}
      </Chip>
      {missing && <small className={styles.absent}>{absent}</small>}
      {missing && creates && onRemove && (
        <IconButton
          size="small"
          label={creates.kind === 'contact' ? t('link.createContact', { name }) : t('link.create', { name })}
          icon={creates.kind === 'contact' ? <UserPlus /> : <Plus />}
          onClick={() => void createLinked(name, creates)}
        />
      )}
    </span>
  )
}
