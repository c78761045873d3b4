import { CircleCheck, CircleSlash, Plus, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react'
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
export function ActionTag({ action, words }: { readonly action: ImportAction; readonly words: string }) {
  const [Icon, tone] = looks[action]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden="true" />}>
      {words}
    </Tag>
  )
}
