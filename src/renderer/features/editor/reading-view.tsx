/** A body laid out for reading: parsed in a worker, sanitised here, shown as it was sanitised. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate, localDay } from '../../i18n/dates.ts'
import { onRecordsChange } from '../../store/apply-changes.ts'
import { announceBody } from './open-bodies.ts'
import { dress, type Dresser } from './reading/dress.ts'
import { markUnresolved } from './reading/link-marks.ts'
import css from './reading/reading.module.css'
import { sanitise } from './reading/sanitise.ts'
import { useRenderedBody } from './reading/use-rendered-body.ts'
import { findTaskLine } from './text/find-task.ts'
import { headingSlug } from './text/headings.ts'
import { toggledTask } from './text/line-marks.ts'
import { copyIcon, WidgetIcons } from './widget-icons.tsx'

export interface ReadingViewProps {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly readOnly: boolean
  readonly label: string
  readonly onFollowLink: (name: string) => void
  readonly onOpenAddress: (address: string) => void
}

/** How many pieces are put in before the page may paint. */
const PIECES_AT_ONCE = 4

/** The block that begins at or before a line of the text. */
function blockAt(root: HTMLElement, line: number): HTMLElement | null {
  let found: HTMLElement | null = null
  for (const block of root.querySelectorAll<HTMLElement>('[data-line]')) {
    if (Number(block.dataset['line']) > line) break
    found = block
  }
  return found
}

export default function ReadingView({ id, value, onChange, readOnly, label, onFollowLink, onOpenAddress }: ReadingViewProps) {
  const { t } = useTranslation('editor')
  const icons = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const rendered = useRenderedBody(value)
  const [shown, setShown] = useState<string>()
  const awaitedLine = useRef<number | null>(null)

  const dresser = useMemo<Dresser>(
    () => ({
      words: {
        taskOpen: t('task.open'),
        taskDone: t('task.done'),
        taskCancelled: t('task.cancelled'),
        decision: t('decision'),
        table: t('reading.table'),
        signifier: (kind, date) => t(`signifier.${kind}`, { date }),
      },
      icon: (name) => copyIcon(icons.current, name),
      formatDate,
      today: localDay,
    }),
    [t],
  )

  const reveal = (line: number) => {
    const block = place.current && blockAt(place.current, line)
    if (!block) return
    if (!block.hasAttribute('tabindex')) block.tabIndex = -1
    block.scrollIntoView({ block: 'center' })
    block.focus({ preventScroll: true })
  }

  useEffect(() => {
    const root = place.current
    if (!root || !rendered?.pieces) return undefined
    const pieces = rendered.pieces
    const taken = new Set<string>()
    let frame = 0
    const show = (from: number) => {
      const next = pieces.slice(from, from + PIECES_AT_ONCE).map((unsafeHtml) => {
        const bodyHtml = sanitise(unsafeHtml)
        dress(bodyHtml, dresser, taken)
        return bodyHtml
      })
      if (from === 0) root.replaceChildren(...next)
      else root.append(...next)
      if (from + PIECES_AT_ONCE < pieces.length) frame = requestAnimationFrame(() => show(from + PIECES_AT_ONCE))
      else {
        void markUnresolved(root, t('unresolved'))
        setShown(rendered.of)
      }
    }
    show(0)
    return () => cancelAnimationFrame(frame)
  }, [rendered, dresser, t])

  useEffect(() => {
    if (shown === undefined || awaitedLine.current === null) return
    reveal(awaitedLine.current)
    awaitedLine.current = null
  }, [shown])

  useEffect(
    () =>
      onRecordsChange(() => {
        if (place.current) void markUnresolved(place.current, t('unresolved'))
      }),
    [t],
  )

  const latest = useRef({ value, onChange, shown })
  useEffect(() => {
    latest.current = { value, onChange, shown }
  })
  useEffect(
    () =>
      announceBody(id, {
        readOnly,
        revealLine: (line) => {
          if (latest.current.shown === undefined) awaitedLine.current = line
          else reveal(line)
        },
        toggleTask(line, text) {
          const found = findTaskLine(latest.current.value, line, text)
          if (readOnly || found === null) return
          const lines = latest.current.value.split('\n')
          lines[found] = toggledTask(lines[found] ?? '', localDay()) ?? lines[found] ?? ''
          latest.current.onChange(lines.join('\n'))
        },
      }),
    [id, readOnly],
  )

  const follow = (event: MouseEvent | KeyboardEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href], [data-link]') : null
    if (!link) return
    event.preventDefault()
    const heading = link.dataset['heading'] ?? ''
    const name = link.dataset['link']
    const address = link.getAttribute('href') ?? ''
    if (name) return onFollowLink(name)
    const anchor =
      name === '' ? headingSlug(heading, new Set()) : address.startsWith('#') ? headingSlug(decoded(address.slice(1)), new Set()) : ''
    if (anchor === '') return onOpenAddress(address)
    const target = place.current?.querySelector<HTMLElement>(`#${CSS.escape(anchor)}`)
    target?.scrollIntoView({ block: 'start' })
    target?.focus({ preventScroll: true })
  }

  return (
    <div className={css['reading']}>
      <WidgetIcons ref={icons} />
      {value.trim() === '' && <p className={css['empty']}>{t('reading.empty')}</p>}
      {rendered?.pieces === null && (
        <>
          <p role="status" className={css['plainNotice']}>
            {t('reading.plain')}
          </p>
          <pre className={css['plain']}>{rendered.of}</pre>
        </>
      )}
      <div
        ref={place}
        role="article"
        aria-label={label}
        aria-busy={rendered === undefined}
        hidden={rendered?.pieces === null}
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

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    // written without encoding, such as "100%"
    return fragment
  }
}
