import { Check, CircleCheckBig, CircleDashed, Replace } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import type { ShownStatus } from '../../../shared/model/shown-status.ts'

const looks = {
  provisional: { tone: 'neutral', Icon: CircleDashed },
  'in force': { tone: 'good', Icon: Check },
  implemented: { tone: 'neutral', Icon: CircleCheckBig },
  superseded: { tone: 'warn', Icon: Replace },
} as const satisfies Record<ShownStatus, { readonly tone: TagTone; readonly Icon: typeof Check }>

/** What became of a decision, in a word. */
export function DecisionStatusTag({ status }: { readonly status: ShownStatus }) {
  const { t } = useTranslation('decisions')
  const { tone, Icon } = looks[status]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`status.${status}`)}
    </Tag>
  )
}
