import { LayoutList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../parts/commands/commands.ts'
import { useOpenRecords } from '../../../store/records.ts'
import { Button } from '../../../ui/button.tsx'
import { canMakeSkeleton } from './minutes-texts.ts'
import css from './skeleton-offer.module.css'

export interface SkeletonOfferProps {
  readonly id: string
  /** The text. */
  readonly value: string
  readonly onMake: () => void
}

/** No provisional agenda is longer. */
const LONGEST = 20_000

/** In a meeting without a text yet, or with nothing but its provisional agenda: offers the headings to begin with. */
export function SkeletonOffer({ id, value, onMake }: SkeletonOfferProps) {
  const { t } = useTranslation('editor')
  const isMeeting = useOpenRecords((records) => records[id]?.record?.kind === 'meeting')
  const offered = isMeeting && value.length < LONGEST && canMakeSkeleton(value)
  useCommand('text.skeleton', onMake, { enabled: offered })
  if (!offered) return null
  return (
    <p className={css['offer']}>
      <Button onClick={onMake} icon={<LayoutList />}>
        {t('skeleton.make')}
      </Button>
      <span>{t(value.trim() === '' ? 'skeleton.empty' : 'skeleton.agenda')}</span>
    </p>
  )
}
