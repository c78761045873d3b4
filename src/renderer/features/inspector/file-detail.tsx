import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fileSize } from '../../parts/attachments/file-size.ts'
import { Tag } from '../../ui/tag.tsx'
import css from './inspector.module.css'

export interface FileDetailProps {
  readonly bytes: number
  /** What is wrong with its content; undefined when nothing is known to be. */
  readonly state: 'missing' | 'damaged' | undefined
}

/** How large a file is, and whether it can still be had. */
export function FileDetail({ bytes, state }: FileDetailProps) {
  const { t } = useTranslation('attachments')
  if (!state) return fileSize(bytes)
  return (
    <>
      <span className={css['fileState']}>
        {fileSize(bytes)}
        <Tag tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
          {t(`unsound.${state}`)}
        </Tag>
      </span>
      <span className={css['mention']}>{t('unsound.hint')}</span>
    </>
  )
}
