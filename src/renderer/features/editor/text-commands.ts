/** The editor's commands by name, for keys, buttons, menu and palette. */
import { startCompletion } from '@codemirror/autocomplete'
import type { StateCommand } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { localDay } from '../../i18n/dates.ts'
import {
  beginLink,
  beginPerson,
  insertTable,
  toggleBold,
  toggleHeading,
  toggleItalic,
  toggleList,
  toggleQuote,
} from './codemirror/commands.ts'
import { tickTask, toggleAction } from './codemirror/action-commands.ts'
import { toggleDecision } from './codemirror/decision-commands.ts'
import { selectedLines } from './codemirror/selected-lines.ts'
import { beginInsert } from './codemirror/insert-menu.ts'
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
  | 'deadline'
  | 'tick'
  | 'decision'
  | 'insert'
  | 'followLink'

const thenComplete =
  (begin: StateCommand): Command =>
  (view) =>
    begin(view) && startCompletion(view)

/** What a command needs of the page around the text. */
export interface TextCommandHost {
  readonly askAction: (at: number, focus: 'responsible' | 'due') => void
  readonly askDecision: (at: number) => void
  /** Words a new table. */
  readonly heading: (column: number) => string
}

const atCaret =
  (asks: (at: number) => void): Command =>
  (view) => {
    asks(view.state.selection.main.head)
    return true
  }

/** Of one line more is asked; several only change their marks. */
const ofOneLine =
  (asks: (at: number) => void, several: StateCommand): Command =>
  (view) =>
    selectedLines(view.state).length > 1 ? several(view) : atCaret(asks)(view)

/** Runs a command on the text; the focus stays there, or goes to a form beside the line. */
export function runTextCommand(view: EditorView, command: TextCommand, { askAction, askDecision, heading }: TextCommandHost): void {
  const commands: Readonly<Record<TextCommand, Command>> = {
    bold: toggleBold,
    italic: toggleItalic,
    heading: toggleHeading,
    list: toggleList,
    quote: toggleQuote,
    table: insertTable(heading),
    link: thenComplete(beginLink),
    person: thenComplete(beginPerson),
    action: ofOneLine((at) => askAction(at, 'responsible'), toggleAction),
    responsible: atCaret((at) => askAction(at, 'responsible')),
    deadline: atCaret((at) => askAction(at, 'due')),
    tick: tickTask(localDay()),
    decision: ofOneLine(askDecision, toggleDecision),
    insert: beginInsert,
    followLink: (target) => followAt(target, target.state.selection.main.head),
  }
  if (command !== 'followLink') view.focus()
  commands[command](view)
}
