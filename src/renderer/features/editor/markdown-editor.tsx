/** The editor of a body. Loaded when a text is first written in. */
import { closeCompletion } from '@codemirror/autocomplete'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../i18n/dates.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'
import { useToasts } from '../../store/toasts.ts'
import { insertEmbed } from './codemirror/attach-files.ts'
import { tickLine } from './codemirror/action-commands.ts'
import { rememberedText, rememberText, withHistory } from './codemirror/editor-memory.ts'
import { editorExtensions } from './codemirror/extensions.ts'
import { attachmentsKnown } from './codemirror/known-attachments.ts'
import { linksStale } from './codemirror/known-links.ts'
import { editorPhrases } from './editor-phrases.ts'
import css from './markdown-editor.module.css'
import { useLineForm } from './line-form/use-line-form.tsx'
import { SkeletonOffer } from './minutes/skeleton-offer.tsx'
import { useSkeleton } from './minutes/use-skeleton.ts'
import { runCommand } from '../../parts/commands/commands.ts'
import { announceBody } from '../../parts/bodies/open-bodies.ts'
import { useAttachments } from '../../parts/attachments/use-attachments.ts'
import { runTextCommand } from './text-commands.ts'
import { findTask } from './text/find-task.ts'
import { plainLines, TextSync } from './text/text-sync.ts'
import { Toolbar, type ToolbarCommand } from './toolbar.tsx'
import { useEditorHost } from './use-editor-host.ts'
import { useTextCommands } from './use-text-commands.ts'
import { WidgetIcons } from './widget-icons.tsx'

export interface MarkdownEditorProps {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly readOnly: boolean
  readonly label: string
  /** The record's files are listed beside the text. */
  readonly filesBeside: boolean
  readonly onFollowLink: (name: string) => void
  readonly onOpenAddress: (address: string) => void
}

/** Marks what came from the owner: it is no typing. */
const fromOwner = Annotation.define<true>()
const writable = new Compartment()
const writableAs = (readOnly: boolean) => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of({ 'aria-readonly': String(readOnly) }),
]

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Brings the owner's value into the editor; what was typed meanwhile stays and is handed over. */
function bringNews(editor: EditorView, texts: TextSync, value: string, onChange: (text: string) => void): void {
  const changes = texts.received(value, () => editor.state.doc.toString())
  if (!changes) return
  editor.dispatch({ changes, annotations: fromOwner.of(true), userEvent: 'set' })
  const merged = editor.state.doc.toString()
  if (merged === plainLines(value)) return
  texts.sent(merged)
  onChange(merged)
}

/** One text; another record is another editor (`key`). */
export default function MarkdownEditor({
  id,
  value,
  onChange,
  readOnly,
  label,
  filesBeside,
  onFollowLink,
  onOpenAddress,
}: MarkdownEditorProps) {
  const { t } = useTranslation('editor')
  const root = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const icons = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const sync = useRef<TextSync | null>(null)
  const help = useId()
  const { askAction, askDecision, follow: followForm, form } = useLineForm(id, root, view)
  const makeSkeleton = useSkeleton(id, view)
  const host = useEditorHost({
    id,
    icons,
    onFollowLink,
    onOpenAddress,
    onAskAction: askAction,
    onAskDecision: askDecision,
    onMakeSkeleton: () => void makeSkeleton(),
  })
  const attachments = useAttachments(id)
  const latest = useRef({ value, onChange, readOnly, attachments })
  useLayoutEffect(() => {
    latest.current = { value, onChange, readOnly, attachments }
  })

  const run = (command: ToolbarCommand | 'followLink') => {
    if (command === 'addFiles') runCommand('record.addFiles')
    else if (command === 'find') runCommand('record.find')
    else if (view.current)
      runTextCommand(view.current, command, { askAction, askDecision, heading: (column) => t('tableHeading', { column }) })
  }
  useTextCommands(root, readOnly, run)

  useLayoutEffect(() => {
    if (!place.current) return
    const remembered = rememberedText(id)
    const doc = remembered?.doc.toString() ?? plainLines(latest.current.value)
    const texts = new TextSync(doc)
    // outside a dialog nothing can be clicked or heard while it is open
    const floatsIn = place.current.closest<HTMLElement>('[role=dialog], [role=alertdialog]') ?? document.body
    sync.current = texts
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc,
        ...(remembered && { selection: remembered.selection }),
        extensions: [
          editorExtensions({ id, host, nonce: nonce(), phrases: editorPhrases(t), label, describedBy: help, floatsIn }),
          writable.of(writableAs(latest.current.readOnly)),
          remembered ? withHistory(remembered) : [],
          EditorView.updateListener.of((update) => {
            followForm(update)
            if (!update.docChanged || update.transactions.every((transaction) => transaction.annotation(fromOwner))) return
            const text = update.state.doc.toString()
            texts.sent(text)
            latest.current.onChange(text)
          }),
        ],
      }),
    })
    view.current = editor
    editor.dispatch({ effects: attachmentsKnown.of(latest.current.attachments) })
    bringNews(editor, texts, latest.current.value, latest.current.onChange)
    return () => {
      rememberText(id, editor.state)
      editor.destroy()
      view.current = null
    }
  }, [id, host, label, help, t, followForm])

  useLayoutEffect(() => {
    if (view.current && sync.current) bringNews(view.current, sync.current, value, latest.current.onChange)
  }, [value])

  useLayoutEffect(() => view.current?.dispatch({ effects: writable.reconfigure(writableAs(readOnly)) }), [readOnly])

  useLayoutEffect(() => view.current?.dispatch({ effects: attachmentsKnown.of(attachments) }), [attachments])

  useEffect(
    () =>
      useToasts.subscribe(() => {
        // once it stands there: the line that is being written does not stay under it
        requestAnimationFrame(() => {
          const editor = view.current
          if (editor?.hasFocus) editor.dispatch({ effects: EditorView.scrollIntoView(editor.state.selection.main.head) })
        })
      }),
    [],
  )

  useEffect(() => onRecordsChange(() => view.current?.dispatch({ effects: linksStale.of(null) })), [])

  useEffect(
    () =>
      announceBody(id, {
        readOnly,
        revealLine(line) {
          const editor = view.current
          if (!editor) return
          const { to } = editor.state.doc.line(Math.min(line + 1, editor.state.doc.lines))
          editor.focus()
          editor.dispatch({ selection: { anchor: to }, effects: EditorView.scrollIntoView(to, { y: 'center' }) })
        },
        closeList: () => void (view.current && closeCompletion(view.current)),
        insertEmbed: readOnly
          ? undefined
          : (name) => {
              const editor = view.current
              if (!editor) return
              insertEmbed(editor, name)
              editor.focus()
            },
        toggleTask(seen) {
          const editor = view.current
          if (!editor) return
          const found = findTask(editor.state.doc.toString(), seen)
          const spec = found ? tickLine(editor.state, found.line, localDay()) : null
          if (spec) editor.dispatch(spec)
        },
      }),
    [id, readOnly],
  )

  return (
    <div ref={root} className={css['editor']}>
      <WidgetIcons ref={icons} />
      <div className={css['head']}>{!readOnly && <Toolbar onCommand={run} files={filesBeside ? null : attachments.length} />}</div>
      <p id={help} className="visually-hidden">
        {t('keyboardHelp')}
      </p>
      {form}
      {!readOnly && <SkeletonOffer id={id} value={value} onMake={() => void makeSkeleton()} />}
      <div ref={place} className={css['text']} />
    </div>
  )
}
