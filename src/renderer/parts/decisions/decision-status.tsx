import { Check, CircleCheckBig, Replace } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DecisionStatus } from '../../../shared/markdown/follow-up.ts'
import { Tag, type TagTone } from '../../ui/tag.tsx'

const looks = {
  'in force': { tone: 'good', Icon: Check },
  implemented: { tone: 'neutral', Icon: CircleCheckBig },
  superseded: { tone: 'warn', Icon: Replace },
} as const satisfies Record<DecisionStatus, { readonly tone: TagTone; readonly Icon: typeof Check }>

/** What became of a decision, in a word. */
export function DecisionStatusTag({ status }: { readonly status: DecisionStatus }) {
  const { t } = useTranslation('decisions')
  const { tone, Icon } = looks[status]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Tag>
  )
}
