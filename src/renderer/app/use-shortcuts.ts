import { useEffect } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { client } from '../api/client.ts'
import { useSession } from '../store/session.ts'
import { runCommand } from '../parts/commands/commands.ts'
import { commandOf } from '../parts/commands/shortcuts.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))

/** A dialog or a menu keeps its keys to itself. */
export const isInOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null

/**
 * The browser's own undo takes back what was typed last anywhere in the window: in the text behind a dialog too, when the
 * field that has the focus has nothing left to take back.
 */
function keepUndoInField(event: InputEvent): void {
  if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
  if (event.target instanceof Node && event.target.contains(document.activeElement)) return
  event.preventDefault()
  event.stopPropagation()
}

/** Where nobody answers to a command, its key means the next one that somebody answers to. */
const instead: Readonly<Record<string, readonly CommandId[]>> = {
  'record.find': ['search.open'],
  'record.export': ['search.export', 'export.everything'],
}
const runHere = (command: string): boolean => [command, ...(instead[command] ?? [])].some(runCommand)

/** Runs commands by key and by the host's menu. A dialog or a menu keeps its keys to itself. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return
      const platform = useSession.getState().app?.platform ?? ''
      const command = commandOf(event, { platform, typing: isTyping(event.target) })
      if (command && runHere(command)) event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    addEventListener('beforeinput', keepUndoInField, true)
    const stop = client.on('app.command', ({ command }) => void runHere(command))
    return () => {
      removeEventListener('keydown', onKeyDown)
      removeEventListener('beforeinput', keepUndoInField, true)
      stop()
    }
  }, [])
}
