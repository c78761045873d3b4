import { useMemo, useRef, useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { addFile } from '../../parts/attachments/additions.ts'
import { openAttachment } from '../../parts/attachments/attachment-commands.ts'
import { createEmbed } from '../../parts/attachments/embed-element.ts'
import { showMissingFile } from '../../parts/attachments/missing-file.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { showToast } from '../../store/toasts.ts'
import type { EditorHost } from './codemirror/editor-host.ts'
import { copyIcon } from './widget-icons.tsx'

/** Names shown while completing. */
const OFFERED = 8

export interface EditorHostOptions {
  /** Of the record. */
  readonly id: string
  readonly icons: RefObject<HTMLDivElement | null>
  readonly onFollowLink: (name: string) => void
  readonly onOpenAddress: (address: string) => void
}

/** What the editor's extensions ask for, bound to the contract and the reader's language. Stable over renders. */
export function useEditorHost({ id, icons, onFollowLink, onOpenAddress }: EditorHostOptions): EditorHost {
  const { t } = useTranslation(['editor', 'common'])
  const latest = useRef({ onFollowLink, onOpenAddress })
  useEffect(() => {
    latest.current = { onFollowLink, onOpenAddress }
  })
  return useMemo<EditorHost>(() => {
    const create = async (kind: 'note' | 'contact', title: string) => {
      try {
        const { commit } = await client.call('records.create', { record: { kind, title } })
        offerUndo({ revision: commit.revision, label: t(`editor:created.${kind}`, { title }) })
      } catch (error) {
        showToast({ message: formatError(error), tone: 'bad' })
      }
    }
    return {
      words: {
        unresolved: t('editor:unresolved'),
        taskOpen: t('editor:task.open'),
        taskDone: t('editor:task.done'),
        taskCancelled: t('editor:task.cancelled'),
        decision: t('editor:decision'),
        createNote: (title) => t('editor:create.note', { title }),
        createContact: (title) => t('editor:create.contact', { title }),
        kind: (kind) => t(`common:kind.${kind}`),
        signifier: (kind, date) => t(`editor:signifier.${kind}`, { date }),
      },
      icon: (name) => copyIcon(icons.current, name),
      formatDate,
      today: localDay,
      follow: (name) => latest.current.onFollowLink(name),
      openAddress: (address) => latest.current.onOpenAddress(address),
      // a lost host offers nothing and marks nothing; the frame says that it is lost
      suggest: (text, only) =>
        client
          .call('links.suggest', { text, limit: OFFERED, ...(only === 'people' && { kinds: ['contact'], contactTypes: ['person'] }) })
          .catch(() => []),
      embed: (attachment, onResize) =>
        createEmbed({ id, attachment, icon: () => copyIcon(icons.current, 'paperclip'), button: false, onResize }),
      showMissingFile,
      openAttachment: (name) => void openAttachment(id, name),
      addFile: async (file, name) => (await addFile(id, file, name))?.attachment.name ?? null,
      create: (kind, title) => void create(kind, title),
      resolve: (names) => client.call('links.resolve', { names: [...names] }).catch(() => []),
    }
  }, [id, icons, t])
}
