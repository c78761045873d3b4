import { useMemo, useRef, useEffect, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { dateInWords, documentLanguage } from '../../../shared/text/dates-in-words.ts'
import { client } from '../../api/client.ts'
import { formatError } from '../../api/format-error.ts'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { addFile } from '../../parts/attachments/additions.ts'
import { openAttachment } from '../../parts/attachments/attachment-commands.ts'
import { createEmbed } from '../../parts/attachments/embed-element.ts'
import { showMissingFile } from '../../parts/attachments/missing-file.ts'
import { offerUndo } from '../../store/undo-commands.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { showToast } from '../../store/toasts.ts'
import type { EditorHost } from './codemirror/editor-host.ts'
import { attendanceText, canMakeSkeleton, mattersText } from './minutes/minutes-texts.ts'
import { suggestNames, textDay, textLanguage, textRecord } from './text-context.ts'
import { inserts, type Insert } from './text/inserts.ts'
import { copyIcon } from './widget-icons.tsx'

/** Offered in meetings only. */
const OF_MEETINGS: ReadonlySet<Insert> = new Set(['agenda', 'matters', 'attendance'])
/** No list of items of an agenda is longer. */
const LONGEST_AGENDA = 20_000

export interface EditorHostOptions {
  /** Of the record. */
  readonly id: string
  readonly icons: RefObject<HTMLDivElement | null>
  readonly onFollowLink: (name: string) => void
  readonly onOpenAddress: (address: string) => void
  readonly onMakeSkeleton: () => void
  readonly onAskAction: EditorHost['askAction']
  readonly onAskDecision: EditorHost['askDecision']
}

/** What the editor's extensions ask for, bound to the contract and the reader's language. Stable over renders. */
export function useEditorHost({ id, icons, ...asks }: EditorHostOptions): EditorHost {
  const { t } = useTranslation(['editor', 'common', 'fields'])
  const { platform } = useAppState()
  const latest = useRef(asks)
  useEffect(() => {
    latest.current = asks
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
        tableHeading: (column) => t('editor:tableHeading', { column }),
        insert: (insert) => t(`editor:insert.${insert}`),
        insertDetail: (insert) =>
          insert === 'action' || insert === 'decision' || insert === 'table' ? (shortcutOf(`text.${insert}`, platform) ?? '') : '',
        offer: (date) => t('editor:offer', { date }),
        missingDay: t('fields:problem.noSuchDate'),
        taken: (taken) => t(`editor:taken.${taken}`),
        createNote: (title) => t('editor:create.note', { title }),
        createContact: (title) => t('editor:create.contact', { title }),
        kind: (kind) => t(`common:kind.${kind}`),
        signifier: (kind, date) => t(`editor:signifier.${kind}`, { date }),
      },
      icon: (name) => copyIcon(icons.current, name),
      formatDate,
      today: localDay,
      day: () => textDay(id),
      language: () => textLanguage(id),
      inserts: (doc) => {
        const isMeeting = textRecord(id)?.kind === 'meeting'
        return inserts.filter((insert) => {
          if (insert === 'skeleton')
            return isMeeting && doc.length < LONGEST_AGENDA && canMakeSkeleton(doc.toString().replace(/^[ \t]*\/.*$/m, ''))
          return isMeeting || !OF_MEETINGS.has(insert)
        })
      },
      todayInWords: () => dateInWords(localDay(), documentLanguage([textLanguage(id)])),
      attendanceList: () => attendanceText(id),
      mattersArising: () => mattersText(id),
      makeSkeleton: () => latest.current.onMakeSkeleton(),
      askAction: (at, focus) => latest.current.onAskAction(at, focus),
      askDecision: (at) => latest.current.onAskDecision(at),
      follow: (name) => latest.current.onFollowLink(name),
      openAddress: (address) => latest.current.onOpenAddress(address),
      suggest: (text, sought) => suggestNames(id, text, sought),
      embed: (attachment, onResize) =>
        createEmbed({ id, attachment, icon: () => copyIcon(icons.current, 'paperclip'), button: false, onResize }),
      showMissingFile,
      openAttachment: (name) => void openAttachment(id, name),
      addFile: async (file, name) => (await addFile(id, file, name))?.attachment.name ?? null,
      create: (kind, title) => void create(kind, title),
      resolve: (names) => client.call('links.resolve', { names: [...names] }).catch(() => []),
    }
  }, [id, icons, t, platform])
}
