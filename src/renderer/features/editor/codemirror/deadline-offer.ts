/** "By 30 June" in an action is offered as its deadline: a quiet chip at the end of the line. Nothing is written unless it is taken. */
import { completionStatus } from '@codemirror/autocomplete'
import { ChangeSet, Prec, StateEffect, StateField, type EditorState, type TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, keymap, WidgetType, type Command, type DecorationSet } from '@codemirror/view'
import { taskEdits } from '../../../../shared/markdown/change-task.ts'
import { deadlineIn, missingDayIn, type DeadlineWords } from '../../../../shared/markdown/deadline-words.ts'
import { readLine } from '../text/line-marks.ts'
import { actionAt } from './action-commands.ts'
import { editorHost } from './editor-host.ts'
import { inCode } from './in-code.ts'
import css from './live-format.module.css'

const dismiss = StateEffect.define<{ readonly line: number; readonly words: string }>({
  map: ({ line, words }, changes) => ({ line: changes.mapPos(line, -1), words }),
})

/** What was declined, by line: other words on the same line are offered again. */
const dismissed = StateField.define<ReadonlyMap<number, string>>({
  create: () => new Map(),
  update(known, { changes, effects, docChanged }) {
    let next = docChanged && known.size > 0 ? new Map([...known].map(([line, words]) => [changes.mapPos(line, -1), words])) : known
    for (const effect of effects) if (effect.is(dismiss)) next = new Map([...next, [effect.value.line, effect.value.words]])
    return next
  },
})

/** What the words of the action on the line of a place give as its deadline; null when they give none, or it has one. */
export const deadlineOfferAt = (state: EditorState, at: number): DeadlineWords | null => wordsAt(state, at, deadlineIn)

function wordsAt(state: EditorState, at: number, find: typeof deadlineIn): DeadlineWords | null {
  if (state.readOnly) return null
  const line = state.doc.lineAt(at)
  const { box, before } = readLine(line.text)
  if (box !== ' ' || actionAt(state, line.from)?.due !== '' || inCode(state, line.to)) return null
  const host = state.facet(editorHost)()
  const found = find(line.text.slice(before), { today: host.day(), language: host.language() })
  if (!found) return null
  const from = line.from + before + found.from
  const to = line.from + before + found.to
  return state.field(dismissed).get(line.from) === state.doc.sliceString(from, to) ? null : { from, to, due: found.due }
}

/** At the caret; words that are being written are not read yet. */
function atCaret(state: EditorState, find: typeof deadlineIn): DeadlineWords | null {
  const { main } = state.selection
  const words = main.empty ? wordsAt(state, main.head, find) : null
  return words && main.head > words.from && main.head < words.to ? null : words
}

class OfferWidget extends WidgetType {
  constructor(readonly due: string) {
    super()
  }
  override eq(other: OfferWidget) {
    return other.due === this.due
  }
  override toDOM(view: EditorView) {
    const host = view.state.facet(editorHost)()
    const chip = document.createElement('span')
    chip.className = css['offer'] ?? ''
    chip.setAttribute('role', 'button')
    chip.setAttribute('aria-label', host.words.offer(host.formatDate(this.due)))
    chip.title = host.words.offer(host.formatDate(this.due))
    const key = document.createElement('kbd')
    key.textContent = 'Tab'
    chip.append(host.icon('calendar'), host.formatDate(this.due), key)
    chip.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      takeOffer(view)
      view.focus()
    })
    return chip
  }
  override ignoreEvent() {
    return true
  }
}

/** "By 31 February": nothing is offered, and that is said. */
class MissingDayWidget extends WidgetType {
  override eq() {
    return true
  }
  override toDOM(view: EditorView) {
    const note = document.createElement('span')
    note.className = css['missingDay'] ?? ''
    note.textContent = view.state.facet(editorHost)().words.missingDay
    return note
  }
}

interface Offered {
  readonly offer: DeadlineWords | null
  readonly chip: DecorationSet
}
const NOTHING: Offered = { offer: null, chip: Decoration.none }

const offered = StateField.define<Offered>({
  create: () => NOTHING,
  update(known, transaction) {
    const locks = transaction.startState.readOnly !== transaction.state.readOnly
    if (!locks && !transaction.docChanged && !transaction.selection && !transaction.effects.some((effect) => effect.is(dismiss)))
      return known
    const offer = atCaret(transaction.state, deadlineIn)
    const said = offer ?? atCaret(transaction.state, missingDayIn)
    if (!said) return NOTHING
    const widget = offer ? new OfferWidget(offer.due) : new MissingDayWidget()
    const at = transaction.state.doc.lineAt(said.to).to
    return { offer, chip: Decoration.set(Decoration.widget({ widget, side: 2 }).range(at)) }
  },
  provide: (field) => EditorView.decorations.from(field, ({ chip }) => chip),
})

/** The words go, with what parted them from the others, and the deadline comes. */
export function withOfferTaken(state: EditorState, { from, to, due }: DeadlineWords): TransactionSpec | null {
  if (state.readOnly) return null
  const line = state.doc.lineAt(from)
  const before = state.doc.sliceString(line.from + readLine(line.text).before, from)
  const after = state.doc.sliceString(to, line.to)
  const isLast = /^[\s.;]*(?:\[\[|$)/.test(after)
  const spaced = (isLast ? /[\s,;–—-]+$/ : /\s+$/).exec(before)?.[0].length ?? 0
  const spaceAfter = before.trim() === '' ? (/^[\s,]+/.exec(after)?.[0].length ?? 0) : 0
  const words = state.changes({ from: from - spaced, to: to + spaceAfter })
  const body = words.apply(state.doc)
  const edits = taskEdits(body.toString(), line.number - 1, { due, today: due })
  if (!edits) return null
  const changes = words.compose(ChangeSet.of([...edits], body.length))
  return { changes, selection: { anchor: changes.mapPos(line.to, 1) }, userEvent: 'input.format', scrollIntoView: true }
}

const takeOffer: Command = (view) => {
  const { offer } = view.state.field(offered)
  const spec = offer && withOfferTaken(view.state, offer)
  if (spec) view.dispatch(spec)
  return spec !== null
}

const dismissOffer: Command = (view) => {
  const { offer } = view.state.field(offered)
  if (!offer) return false
  const line = view.state.doc.lineAt(offer.from).from
  view.dispatch({ effects: dismiss.of({ line, words: view.state.doc.sliceString(offer.from, offer.to) }) })
  return true
}

/** Whoever does not see the chip hears of it. */
const say = EditorView.updateListener.of(({ view, startState, state }) => {
  const { offer } = state.field(offered)
  if (!offer || startState.field(offered).offer?.due === offer.due) return
  const host = state.facet(editorHost)()
  view.dispatch({ effects: EditorView.announce.of(host.words.offer(host.formatDate(offer.due))) })
})

export const deadlineOffer = [
  dismissed,
  offered,
  say,
  Prec.high(keymap.of([{ key: 'Tab', run: takeOffer }])),
  // names that are being looked for and not shown yet would swallow the key
  Prec.highest(keymap.of([{ key: 'Escape', run: (view) => completionStatus(view.state) !== 'active' && dismissOffer(view) }])),
]
