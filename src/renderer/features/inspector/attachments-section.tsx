import { ImageIcon, Paperclip, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isAdoptedText } from '../../../shared/model/adopted-text.ts'
import { isShownInPlace } from '../../../shared/model/pictures.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { useQuery } from '../../api/use-query.ts'
import { useAdditions } from '../../parts/attachments/additions.ts'
import { openAttachment } from '../../parts/attachments/attachment-commands.ts'
import { AttachmentMenu } from '../../parts/attachments/attachment-menu.tsx'
import { chooseAndAdd } from '../../parts/attachments/choose-files.ts'
import { useFileDrop } from '../../parts/attachments/use-file-drop.ts'
import { useFocusAfterRemoval } from './use-focus-after-removal.ts'
import { useOpenBody } from '../../parts/bodies/open-bodies.ts'
import { useReadOnly } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SectionTitle } from '../../ui/section-title.tsx'
import { formatNumber } from '../../i18n/dates.ts'
import { FileDetail } from './file-detail.tsx'
import css from './inspector.module.css'
import { MiniRow } from './mini-row.tsx'

/** The files of a record: each can be opened, saved, renamed and removed; more can be chosen or dropped here. */
export function AttachmentsSection({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation('attachments')
  const { id, attachments } = record
  const writable = useReadOnly() === null && record.trashed === null && !isAdoptedText(record)
  const additions = useAdditions((store) => store.additions).filter((addition) => addition.id === id)
  const { data: unsound, refetch } = useQuery('attachments.unsound', attachments.length > 0 ? { id } : null, {
    dependsOn: 'records',
    kinds: [record.kind],
    keepPrevious: false,
  })
  const isAdding = additions.length > 0
  useEffect(() => {
    // the same file again mends its content, and the record stays as it is
    if (!isAdding) refetch()
  }, [isAdding, refetch])
  const body = useOpenBody(id)
  const section = useRef<HTMLElement>(null)
  const removed = useFocusAfterRemoval(section, attachments.length)
  const { over, props } = useFileDrop(id, writable)
  return (
    <section ref={section} {...props} data-over={over || undefined} className={css['files']} aria-label={t('section')}>
      <div className={css['filesHead']}>
        <SectionTitle count={attachments.length === 0 ? undefined : formatNumber(attachments.length)}>{t('section')}</SectionTitle>
        {writable && <IconButton size="small" data-add-files label={t('add')} icon={<Plus />} onClick={() => void chooseAndAdd(id)} />}
      </div>
      {over && <p className={css['empty']}>{t('drop')}</p>}
      {!over && attachments.length === 0 && additions.length === 0 && <p className={css['empty']}>{t(writable ? 'none' : 'noneLocked')}</p>}
      <ul>
        {attachments.map((attachment, index) => (
          <MiniRow
            // a renamed file is the same row
            key={attachments.findIndex(({ sha256 }) => sha256 === attachment.sha256) === index ? attachment.sha256 : attachment.name}
            mark={isShownInPlace(attachment) ? <ImageIcon aria-hidden="true" /> : <Paperclip aria-hidden="true" />}
            title={attachment.name}
            detail={<FileDetail bytes={attachment.bytes} state={unsound?.find(({ name }) => name === attachment.name)?.state} />}
            onClick={() => void openAttachment(id, attachment.name)}
            action={
              <AttachmentMenu
                id={id}
                name={attachment.name}
                others={attachments.flatMap(({ name }) => (name === attachment.name ? [] : [name]))}
                writable={writable}
                onInsert={body?.insertEmbed}
                onRemove={() => removed.note(index)}
              />
            }
          />
        ))}
        {additions.map(({ key, name, done, total, stop }) => (
          <MiniRow
            key={key}
            mark={<Paperclip aria-hidden="true" />}
            title={name}
            detail={<ProgressBar label={t('adding', { name })} value={done} max={total} />}
            action={<IconButton size="small" label={t('stop', { name })} icon={<X />} onClick={stop} />}
          />
        ))}
      </ul>
    </section>
  )
}
