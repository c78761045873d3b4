import { ArrowUpRight, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openRecord } from '../../../store/navigation.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { createLinked, type Creatable } from './create-linked.ts'
import { useLinkTarget } from './link-targets.ts'

export interface LinkMarkProps {
  readonly name: string
  readonly creates?: Creatable | undefined
  /** Tab passes it by. */
  readonly skipped?: boolean | undefined
}

/** Beside a name in a row: opens what it names, or creates it. Nothing while it is not known. */
export function LinkMark({ name, creates, skipped }: LinkMarkProps) {
  const { t } = useTranslation('record')
  const target = useLinkTarget(name)
  if (name === '' || target === undefined) return null
  if (target) {
    return (
      <IconButton
        size="small"
        tabIndex={skipped ? -1 : undefined}
        label={t('link.open', { name })}
        icon={<ArrowUpRight />}
        onClick={() => openRecord(target.kind, target.id)}
      />
    )
  }
  if (!creates) return null
  return (
    <IconButton
      size="small"
      tabIndex={skipped ? -1 : undefined}
      label={t(creates.kind === 'contact' ? 'link.createContact' : 'link.create', { name })}
      icon={<UserPlus />}
      onClick={() => void createLinked(name, creates)}
    />
  )
}
