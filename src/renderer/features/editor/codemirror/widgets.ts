/** The small things that stand in the text in place of marks. Built with the DOM, never from strings of HTML. */
import { WidgetType, type EditorView } from '@codemirror/view'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import type { CalloutTone } from '../text/callout.ts'
import { calloutIcon } from '../widget-icons.tsx'
import { editorHost } from './editor-host.ts'
import css from './live-format.module.css'

const element = (className: string | undefined): HTMLSpanElement => {
  const span = document.createElement('span')
  if (className !== undefined) span.className = className
  return span
}

export type TaskState = 'open' | 'done' | 'cancelled'

/** The box of a task. A click is handled by the editor (see `mouse.ts`), the keyboard by a command. */
export class CheckWidget extends WidgetType {
  constructor(
    readonly state: TaskState,
    readonly readOnly: boolean,
  ) {
    super()
  }
  override eq(other: CheckWidget) {
    return other.state === this.state && other.readOnly === this.readOnly
  }
  override toDOM(view: EditorView) {
    const host = view.state.facet(editorHost)()
    const box = element(css['box'])
    box.dataset['task'] = this.state
    box.setAttribute('role', 'checkbox')
    box.setAttribute('aria-checked', String(this.state === 'done'))
    box.setAttribute('aria-disabled', String(this.readOnly))
    box.setAttribute(
      'aria-label',
      { open: host.words.taskOpen, done: host.words.taskDone, cancelled: host.words.taskCancelled }[this.state],
    )
    if (this.state !== 'open') box.append(host.icon(this.state === 'done' ? 'check' : 'x'))
    return box
  }
  override ignoreEvent() {
    return false
  }
}

/** A day of a task as a chip. */
export class DateWidget extends WidgetType {
  constructor(
    readonly kind: 'due' | 'overdue' | 'created' | 'done' | 'cancelled',
    readonly date: string,
  ) {
    super()
  }
  override eq(other: DateWidget) {
    return other.kind === this.kind && other.date === this.date
  }
  override toDOM(view: EditorView) {
    const host = view.state.facet(editorHost)()
    const shown = host.formatDate(this.date)
    const chip = element(css['date'])
    chip.dataset['signifier'] = ''
    chip.dataset['tone'] = this.kind
    chip.title = host.words.signifier(this.kind, shown)
    const icon = { due: 'calendar', overdue: 'calendar', created: 'plus', done: 'check', cancelled: 'x' } as const
    const said = element('visually-hidden')
    said.textContent = chip.title
    const seen = element(undefined)
    seen.setAttribute('aria-hidden', 'true')
    seen.textContent = shown
    chip.append(host.icon(icon[this.kind]), seen, said)
    return chip
  }
  override ignoreEvent() {
    return false
  }
}

/** The bullet in place of `-`. */
export class BulletWidget extends WidgetType {
  override eq() {
    return true
  }
  override toDOM() {
    const bullet = element(css['bullet'])
    bullet.textContent = '•'
    return bullet
  }
  override ignoreEvent() {
    return false
  }
}

/** The sign of a callout in place of `[!decision]`. */
export class CalloutWidget extends WidgetType {
  constructor(
    readonly tone: CalloutTone,
    readonly type: string,
    /** A callout without a title is called by its type. */
    readonly untitled: boolean,
  ) {
    super()
  }
  override eq(other: CalloutWidget) {
    return other.tone === this.tone && other.type === this.type && other.untitled === this.untitled
  }
  override toDOM(view: EditorView) {
    const host = view.state.facet(editorHost)()
    const sign = element(css['sign'])
    sign.setAttribute('role', 'img')
    sign.setAttribute('aria-label', this.tone === 'decision' ? host.words.decision : this.type)
    sign.append(host.icon(calloutIcon[this.tone]))
    if (!this.untitled || this.tone === 'decision') return sign
    const titled = element(undefined)
    titled.append(sign, this.type.charAt(0).toUpperCase() + this.type.slice(1))
    return titled
  }
  override ignoreEvent() {
    return false
  }
}

/** How a decision was taken, at the end of its first line in place of `|consensus`. A click asks for another way. */
export class TakenWidget extends WidgetType {
  constructor(
    readonly taken: Taken,
    /** What stands behind the bar; shown when it is none of the ways. */
    readonly meta: string,
  ) {
    super()
  }
  override eq(other: TakenWidget) {
    return other.taken === this.taken && other.meta === this.meta
  }
  override toDOM(view: EditorView) {
    const said = element(css['taken'])
    said.dataset['taken'] = ''
    said.textContent = this.taken === '' ? this.meta : view.state.facet(editorHost)().words.taken(this.taken)
    return said
  }
  override ignoreEvent() {
    return false
  }
}
