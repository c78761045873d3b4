/** A body laid out for reading: parsed in a worker, sanitised here, shown as it was sanitised. */
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, localDay } from '../../i18n/dates.ts'
import type { MarkdownEditorProps } from './markdown-editor.tsx'
import { attachmentNamed, looksLikeFile } from '../../../shared/model/attachment-name.ts'
import { openAttachment } from '../../parts/attachments/attachment-commands.ts'
import { showMissingFile } from '../../parts/attachments/missing-file.ts'
import { createEmbed, createMissingEmbed } from '../../parts/attachments/embed-element.ts'
import { useAttachments } from '../../parts/attachments/use-attachments.ts'
import { announceBody } from '../../parts/bodies/open-bodies.ts'
import { ReadingFinder } from './finding/reading-finder.ts'
import type { Dresser } from './reading/dress.ts'
import { followedLink, showHeading, showLine } from './reading/places.ts'
import css from './reading/reading.module.css'
import { useBodyPieces } from './reading/use-body-pieces.ts'
import { useRecorded } from './reading/use-recorded.ts'
import { useRenderedBody } from './reading/use-rendered-body.ts'
import { withTaskToggled } from './text/find-task.ts'
import { copyIcon, WidgetIcons } from './widget-icons.tsx'

export default function ReadingView({ id, value, onChange, readOnly, label, onFollowLink, onOpenAddress }: MarkdownEditorProps) {
  const { t } = useTranslation('editor')
  const icons = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLPreElement>(null)
  const rendered = useRenderedBody(value)
  const attachments = useAttachments(id)
  const recorded = useRecorded(id, value)
  const dresser = useMemo<Dresser>(
    () => ({
      words: {
        unresolved: t('unresolved'),
        taskOpen: t('task.open'),
        taskDone: t('task.done'),
        taskCancelled: t('task.cancelled'),
        recorded: (state) => t('task.recorded', { state }),
        decision: t('decision'),
        taken: (taken) => t(`taken.${taken}`),
        table: t('reading.table'),
        signifier: (kind, date) => t(`signifier.${kind}`, { date }),
      },
      icon: (name) => copyIcon(icons.current, name),
      formatDate,
      today: localDay,
      recorded,
      embed(target) {
        const attachment = attachmentNamed(attachments, target)
        if (!attachment && looksLikeFile(target))
          return createMissingEmbed({ name: target, icon: () => copyIcon(icons.current, 'paperclip'), button: true })
        return attachment ? createEmbed({ id, attachment, icon: () => copyIcon(icons.current, 'paperclip'), button: true }) : null
      },
    }),
    [t, id, attachments, recorded],
  )
  const shown = useBodyPieces(place, rendered, dresser)

  const isPlain = rendered?.pieces === null
  const whole = isPlain ? rendered.of : shown
  useEffect(() => {
    const root = isPlain ? plain.current : place.current
    // what stands there only in part is looked through when it is whole
    if (!root || whole === undefined) return
    const finder = new ReadingFinder(root, id)
    return () => finder.destroy()
  }, [id, isPlain, whole])

  const awaitedLine = useRef<number | null>(null)
  const latest = useRef({ value, onChange, shown })
  useEffect(() => {
    latest.current = { value, onChange, shown }
    if (shown === undefined || awaitedLine.current === null || !place.current) return
    showLine(place.current, awaitedLine.current)
    awaitedLine.current = null
  }, [value, onChange, shown])

  useEffect(
    () =>
      announceBody(id, {
        readOnly,
        revealLine(line) {
          if (latest.current.shown === undefined || !place.current) awaitedLine.current = line
          else showLine(place.current, line)
        },
        toggleTask(seen) {
          const next = readOnly ? null : withTaskToggled(latest.current.value, seen, localDay())
          if (next !== null) latest.current.onChange(next)
        },
      }),
    [id, readOnly],
  )

  const follow = (event: MouseEvent | KeyboardEvent) => {
    const link = followedLink(event.target)
    if (!link) return
    event.preventDefault()
    if ('missing' in link) showMissingFile()
    else if ('attachment' in link) void openAttachment(id, link.attachment)
    else if ('record' in link) onFollowLink(link.record)
    else if ('address' in link) onOpenAddress(link.address)
    else if (place.current) showHeading(place.current, link.heading)
  }

  return (
    <div className={css['reading']}>
      <WidgetIcons ref={icons} />
      {value.trim() === '' && <p className={css['empty']}>{t('reading.empty')}</p>}
      {isPlain && (
        <>
          <p role="status" className={css['plainNotice']}>
            {t('reading.plain')}
          </p>
          <pre ref={plain} className={css['plain']}>
            {rendered.of}
          </pre>
        </>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside are clicked, by key too */}
      <div
        ref={place}
        role="article"
        aria-label={label}
        aria-busy={shown === undefined}
        hidden={isPlain}
        className={css['text']}
        onClick={follow}
        onAuxClick={(event) => {
          if (event.button === 1) follow(event)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) follow(event)
        }}
      />
    </div>
  )
}
