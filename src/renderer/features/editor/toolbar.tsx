import {
  AtSign,
  Bold,
  CalendarClock,
  Gavel,
  Heading2,
  Italic,
  Link2,
  List,
  ListTodo,
  Paperclip,
  Quote,
  Search,
  Slash,
  SquareCheckBig,
  Table,
} from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/dates.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import type { CommandId } from '../../../shared/commands.ts'
import { useAppState } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { TextCommand } from './text-commands.ts'
import css from './toolbar.module.css'

/** What the toolbar does. */
export type ToolbarCommand = Exclude<TextCommand, 'followLink'> | 'addFiles' | 'find'

const groups = [
  [
    { command: 'bold', icon: Bold },
    { command: 'italic', icon: Italic },
    { command: 'heading', icon: Heading2 },
  ],
  [
    { command: 'list', icon: List },
    { command: 'quote', icon: Quote },
    { command: 'table', icon: Table },
  ],
  [
    { command: 'link', icon: Link2 },
    { command: 'person', icon: AtSign },
    { command: 'insert', icon: Slash },
  ],
  [
    { command: 'action', icon: ListTodo },
    { command: 'deadline', icon: CalendarClock },
    { command: 'tick', icon: SquareCheckBig },
    { command: 'decision', icon: Gavel },
  ],
  [
    { command: 'addFiles', icon: Paperclip },
    { command: 'find', icon: Search },
  ],
] as const satisfies readonly (readonly { readonly command: ToolbarCommand; readonly icon: typeof Bold }[])[]

export interface ToolbarProps {
  /** How many files the record has; null where they are listed beside the text. */
  readonly files: number | null
  readonly onCommand: (command: ToolbarCommand) => void
}

/** One stop for Tab; the arrow keys walk inside (WAI-ARIA toolbar pattern). */
export function Toolbar({ onCommand, files }: ToolbarProps) {
  const { t } = useTranslation('editor')
  const { platform } = useAppState()
  const bar = useRef<HTMLDivElement>(null)
  const shown = groups.map((group) => group.filter(({ command }) => command !== 'addFiles' || files !== null))
  const order: readonly ToolbarCommand[] = shown.flat().map(({ command }) => command)
  const [chosen, setCurrent] = useState<ToolbarCommand>('bold')
  const current = order.includes(chosen) ? chosen : 'bold'

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -order.length, End: order.length }[event.key]
    // what opens over the bar has its own keys
    if (step === undefined || !(event.target instanceof Node) || !bar.current?.contains(event.target)) return
    event.preventDefault()
    const at = order.indexOf(current)
    const next = order[Math.abs(step) === 1 ? (at + step + order.length) % order.length : step < 0 ? 0 : order.length - 1]
    if (!next) return
    setCurrent(next)
    bar.current?.querySelector<HTMLElement>(`[data-command="${next}"]`)?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus roves among its buttons (WAI-ARIA toolbar)
    <div ref={bar} role="toolbar" aria-label={t('toolbar')} className={css['toolbar']} onKeyDown={walk}>
      {shown.map((group) => (
        <div key={group[0]?.command} className={css['group']}>
          {group.map(({ command, icon: Icon }) => {
            return (
              <IconButton
                key={command}
                label={command === 'addFiles' ? t(files ? 'addFilesHave' : 'addFiles', { count: files ?? 0 }) : t(`command.${command}`)}
                shortcut={
                  command === 'addFiles'
                    ? undefined
                    : shortcutOf(command === 'find' ? 'record.find' : (`text.${command}` satisfies CommandId), platform)
                }
                icon={
                  command === 'addFiles' && files ? (
                    <>
                      <Icon />
                      <span className={css['count']}>{formatNumber(files)}</span>
                    </>
                  ) : (
                    <Icon />
                  )
                }
                data-command={command}
                tabIndex={command === current ? 0 : -1}
                onFocus={() => setCurrent(command)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onCommand(command)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}
