import { CircleCheck, CircleSlash, Plus, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportAction } from '../../../shared/model/import-mapping.ts'
import { Tag, type TagTone } from '../../ui/tag.tsx'

const looks: Readonly<Record<ImportAction, readonly [LucideIcon, TagTone]>> = {
  create: [Plus, 'good'],
  update: [RefreshCw, 'note'],
  same: [CircleCheck, 'neutral'],
  skip: [CircleSlash, 'neutral'],
  refused: [TriangleAlert, 'bad'],
}

/** What becomes of a file, in a word. */
export function ActionTag({ action }: { readonly action: ImportAction }) {
  const { t } = useTranslation('import')
  const [Icon, tone] = looks[action]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`action.${action}`)}
    </Tag>
  )
}
