import { Download, Ellipsis, ExternalLink, Pencil, TextCursorInput, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { useAppState } from '../../store/session.ts'
import { openAttachment, removeAttachment, saveAttachment } from './attachment-commands.ts'
import { RenameDialog } from './rename-dialog.tsx'

export interface AttachmentMenuProps {
  /** Of the record. */
  readonly id: string
  readonly name: string
  /** Names of the record's other files. */
  readonly others: readonly string[]
  /** It can be renamed and removed. */
  readonly writable: boolean
  /** Shows it in the text where the caret is; left out where no text is being written. */
  /** It is about to be removed. */
  readonly onRemove?: (() => void) | undefined
  readonly onInsert?: ((name: string) => void) | undefined
}

/** All that can be done with one file. */
export function AttachmentMenu({ id, name, others, writable, onInsert, onRemove }: AttachmentMenuProps) {
  const { t } = useTranslation('attachments')
  const [renaming, setRenaming] = useState(false)
  const host = useAppState().capabilities.files === 'host'
  const open: MenuItem[] = host
    ? [
        { label: t('open'), icon: <ExternalLink />, onSelect: () => void openAttachment(id, name) },
        { label: t('save'), icon: <Download />, onSelect: () => void saveAttachment(id, name) },
      ]
    : [{ label: t('download'), icon: <Download />, onSelect: () => void saveAttachment(id, name) }]
  const remove = () => {
    onRemove?.()
    void removeAttachment(id, name)
  }
  const change: MenuItem[] = [
    ...(onInsert ? [{ label: t('insert'), icon: <TextCursorInput />, movesFocus: true, onSelect: () => onInsert(name) }] : []),
    { label: t('rename'), icon: <Pencil />, opensDialog: true, onSelect: () => setRenaming(true) },
    'separator',
    { label: t('remove'), icon: <Trash2 />, tone: 'bad', onSelect: remove },
  ]
  return (
    <>
      <Menu
        trigger={<IconButton size="small" label={t('menu', { name })} icon={<Ellipsis />} />}
        items={writable ? [...open, ...change] : open}
      />
      {renaming && <RenameDialog id={id} name={name} others={others} onClose={() => setRenaming(false)} />}
    </>
  )
}
