/** The editor's commands by name, for keys, buttons, menu and palette. */
import { startCompletion } from '@codemirror/autocomplete'
import type { StateCommand } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { localDay } from '../../i18n/dates.ts'
import {
  beginLink,
  beginPerson,
  beginResponsible,
  insertTable,
  tickTask,
  toggleAction,
  toggleBold,
  toggleDecision,
  toggleHeading,
  toggleItalic,
  toggleList,
  toggleQuote,
} from './codemirror/commands.ts'
import { followAt } from './codemirror/mouse.ts'

export type TextCommand =
  | 'bold'
  | 'italic'
  | 'heading'
  | 'list'
  | 'quote'
  | 'table'
  | 'link'
  | 'person'
  | 'action'
  | 'responsible'
  | 'tick'
  | 'decision'
  | 'followLink'

const thenComplete =
  (begin: StateCommand): Command =>
  (view) =>
    begin(view) && startCompletion(view)

/** Runs a command on the text and leaves the focus there. `heading` words a new table. */
export function runTextCommand(view: EditorView, command: TextCommand, heading: (column: number) => string): void {
  const commands: Readonly<Record<TextCommand, Command>> = {
    bold: toggleBold,
    italic: toggleItalic,
    heading: toggleHeading,
    list: toggleList,
    quote: toggleQuote,
    table: insertTable(heading),
    link: thenComplete(beginLink),
    person: thenComplete(beginPerson),
    action: toggleAction,
    responsible: thenComplete(beginResponsible),
    tick: tickTask(localDay()),
    decision: toggleDecision,
    followLink: (target) => followAt(target, target.state.selection.main.head),
  }
  if (command !== 'followLink') view.focus()
  commands[command](view)
}
