/** Collects the decorations of what is on the screen. */
import type { EditorState, Line, Range } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, type WidgetType } from '@codemirror/view'
import css from './live-format.module.css'

const HIDE = Decoration.replace({})
const DIM = Decoration.mark({ class: css['mark'] ?? '' })

/** How a line of a list hangs: under its mark, at a depth from 1, its indentation hidden. */
interface Hang {
  readonly level: number
  readonly first: boolean
  /** Characters of indentation at the beginning of the line. */
  readonly indent: number
}

export class FormatBuilder {
  readonly state: EditorState
  readonly readOnly: boolean
  /** Names that links on the screen point to. */
  readonly names = new Set<string>()
  /** Lines of boxes, as offsets: their marks show only while the caret stands in them. */
  readonly boxed = new Set<number>()
  readonly #ranges: Range<Decoration>[] = []
  readonly #atoms: Range<Decoration>[] = []
  readonly #lines = new Map<number, Set<string>>()
  readonly #hanging = new Map<number, Hang>()
  /** Lines that the selection stands in, as offsets. Empty when nobody is writing here. */
  readonly #active: readonly { from: number; to: number }[]

  constructor(view: EditorView) {
    this.state = view.state
    this.readOnly = view.state.readOnly
    const { doc, selection } = view.state
    this.#active =
      view.hasFocus && !this.readOnly
        ? selection.ranges.map((range) => ({ from: doc.lineAt(range.from).from, to: doc.lineAt(range.to).to }))
        : []
  }

  lineAt(at: number): Line {
    return this.state.doc.lineAt(at)
  }

  text(from: number, to: number): string {
    return this.state.doc.sliceString(from, to)
  }

  /** True when the caret or the selection is on the line of `at`. */
  isActive(at: number): boolean {
    return this.#active.some((line) => at >= line.from && at <= line.to)
  }

  /** True when the caret or the selection touches the range. */
  isTouched(from: number, to: number): boolean {
    return this.#active.length > 0 && this.state.selection.ranges.some((range) => range.from <= to && range.to >= from)
  }

  /** True when the caret or an end of the selection is within the range, not at its edge. */
  isEntered(from: number, to: number): boolean {
    const inside = (at: number) => at > from && at < to
    return this.#active.length > 0 && this.state.selection.ranges.some((range) => inside(range.from) || inside(range.to))
  }

  mark(from: number, to: number, decoration: Decoration): void {
    if (to > from) this.#ranges.push(decoration.range(from, to))
  }

  /** A mark of the language: hidden, or dimmed while its line is being written. */
  conceal(from: number, to: number): void {
    if (to <= from) return
    if (this.isActive(from)) this.dim(from, to)
    else this.hide(from, to)
  }

  dim(from: number, to: number): void {
    this.mark(from, to, DIM)
  }

  hide(from: number, to: number): void {
    if (to <= from) return
    this.#ranges.push(HIDE.range(from, to))
    this.#atoms.push(HIDE.range(from, to))
  }

  /** Puts a widget in the place of a piece of one line. The caret passes over it, or walks into what can be written there. */
  replace(from: number, to: number, widget: WidgetType, { writable = false } = {}): void {
    const decoration = Decoration.replace({ widget })
    this.#ranges.push(decoration.range(from, to))
    if (!writable) this.#atoms.push(decoration.range(from, to))
  }

  /** Puts a widget before a place. */
  before(at: number, widget: WidgetType): void {
    this.#ranges.push(Decoration.widget({ widget, side: -1 }).range(at))
  }

  /** Puts a widget behind a place. */
  after(at: number, widget: WidgetType): void {
    this.#ranges.push(Decoration.widget({ widget, side: 1 }).range(at))
  }

  line(from: number, ...names: readonly string[]): void {
    const set = this.#lines.get(from) ?? new Set()
    for (const name of names) {
      const className = css[name]
      if (className !== undefined) set.add(className)
    }
    this.#lines.set(from, set)
  }

  /** The innermost list item says how a line hangs: items are met from the outside in. */
  hang(from: number, hang: Hang): void {
    this.#hanging.set(from, hang)
  }

  finish(): { readonly decorations: DecorationSet; readonly atoms: DecorationSet } {
    for (const [from, { level, first, indent }] of this.#hanging) {
      this.line(from, `level${level}`, first ? 'item' : 'continued')
      if (indent > 0 && !this.isTouched(from, from + indent - 1)) this.hide(from, from + indent)
    }
    for (const [from, names] of this.#lines)
      if (names.size > 0) this.#ranges.push(Decoration.line({ class: [...names].join(' ') }).range(from))
    return { decorations: Decoration.set(this.#ranges, true), atoms: Decoration.set(this.#atoms, true) }
  }
}
