/**
 * The application's keys with Shift go before the editor's own. With Caps Lock on, Ctrl+Shift+A says "a" as Ctrl+A does,
 * and the editor would select everything in place of making an action.
 */
import { Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { runCommand } from '../../../parts/commands/commands.ts'
import { commandOf } from '../../../parts/commands/shortcuts.ts'
import { useSession } from '../../../store/session.ts'

export const commandKeys = Prec.highest(
  EditorView.domEventHandlers({
    keydown(event) {
      if (!event.shiftKey || !(event.ctrlKey || event.metaKey) || event.isComposing) return false
      const command = commandOf(event, { platform: useSession.getState().app?.platform ?? '', typing: true })
      return command !== undefined && runCommand(command)
    },
  }),
)
