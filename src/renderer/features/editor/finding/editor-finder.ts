/** Answers the find bar from the editor's text: finds, marks, goes from one to the next and replaces. */
import { isolateHistory } from '@codemirror/commands'
import { EditorSelection, type Extension } from '@codemirror/state'
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import {
  announceFindable,
  answerFind,
  NOTHING_FOUND,
  requestFor,
  useFind,
  type FindRequest,
  type Replaced,
} from '../../../parts/find/find.ts'
import { documentPieces } from './document-pieces.ts'
import { byFind, exactIn, foundIn, foundMarks, setCurrent, setFound } from './found-marks.ts'
import { partedByLinks } from './link-names.ts'
import { findBefore, findFrom } from './nearest-find.ts'
import { scan } from './scan.ts'
import { createTextFinder, type Finds, type Found } from './text-finder.ts'

/** After the last key press the text is looked through again. */
const PAUSE_MS = 250
/** A find is shown with so much of the text around it. */
const MARGIN = 96
/** Longer than this is a passage, not what somebody looks for. */
const LONGEST_SELECTED = 200

class EditorFinder {
  readonly #view: EditorView
  readonly #id: string
  readonly #takeBack: (() => void)[]
  #request: FindRequest | null = null
  #finds: { readonly whole: boolean; readonly apart: boolean } = { whole: true, apart: false }
  /** Where the search goes on when no find is shown. */
  #place: number
  #stop: () => void = () => undefined
  #pause: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView, id: string) {
    this.#view = view
    this.#id = id
    this.#place = view.state.selection.main.from
    const body = {
      step: (by: 1 | -1) => this.#step(by),
      selected: () => this.#selected(),
      leave: () => this.#leave(),
    }
    const replacing = { one: (by: string) => this.#replaceOne(by), all: (by: string) => this.#replaceAll(by) }
    this.#takeBack = [
      announceFindable(id, view.state.readOnly ? body : { ...body, replacing }),
      useFind.subscribe((state) => this.#ask(requestFor(state, id))),
    ]
    // a view that is being made takes no transactions yet
    queueMicrotask(() => this.#ask(requestFor(useFind.getState(), id)))
  }

  update(update: ViewUpdate): void {
    const byHand = update.transactions.some((transaction) => transaction.selection && transaction.annotation(byFind) === undefined)
    if (byHand) this.#place = update.state.selection.main.from
    else if (update.docChanged) this.#place = update.changes.mapPos(this.#place)
    if (!this.#request) return
    if (update.docChanged) {
      this.#stop()
      clearTimeout(this.#pause)
      this.#pause = setTimeout(() => this.#look(false), PAUSE_MS)
    }
    if (update.startState.field(foundMarks).current !== update.state.field(foundMarks).current) this.#answer()
  }

  destroy(): void {
    this.#stop()
    clearTimeout(this.#pause)
    for (const take of this.#takeBack) take()
  }

  #ask(request: FindRequest | null): void {
    if (request === this.#request) return
    this.#request = request
    clearTimeout(this.#pause)
    // what led here is shown from its first find
    if (request?.phrases) this.#place = 0
    this.#look(true)
  }

  /** Looks through the text; `show` brings the first find from where the search goes on into sight. */
  #look(show: boolean): void {
    this.#stop()
    const finder = this.#request && createTextFinder(this.#request)
    if (!finder) {
      this.#view.dispatch({ effects: [setFound.of([]), setCurrent.of(null)] })
      answerFind(this.#id, NOTHING_FOUND)
      return
    }
    let shown = !show
    this.#stop = scan({
      pieces: documentPieces(this.#view.state.doc),
      finder,
      onFinds: (finds, whole) => {
        this.#show(finds, whole, !shown)
        // a find of the first slice may lie before the caret
        shown ||= whole || finds.found.some(({ from }) => from >= this.#place)
      },
    })
  }

  #show({ found, apart }: Finds, whole: boolean, show: boolean): void {
    this.#finds = { whole, apart }
    const { current } = this.#view.state.field(foundMarks)
    const kept = current && found.some(({ from, to }) => from === current.from && to === current.to) ? current : null
    const wanted = show ? (found[findFrom(found, this.#place)] ?? null) : kept
    const ready = wanted && (whole || wanted.from >= this.#place) ? wanted : null
    this.#view.dispatch({ effects: [setFound.of(found), setCurrent.of(ready), ...(show && ready ? [inSight(ready)] : [])] })
    this.#answer()
  }

  #answer(): void {
    const { state } = this.#view
    const { current } = state.field(foundMarks)
    const found = foundIn(state)
    answerFind(this.#id, {
      count: found.length,
      current: current ? found.findIndex(({ from }) => from === current.from) + 1 : 0,
      ...this.#finds,
    })
  }

  #step(by: 1 | -1): void {
    const { state } = this.#view
    const found = foundIn(state)
    const { current } = state.field(foundMarks)
    const next = by > 0 ? findFrom(found, current ? current.to : this.#place) : findBefore(found, current?.from ?? this.#place)
    this.#go(found[next])
  }

  /** The find is selected: what is hidden around it shows itself. */
  #go(target: Found | undefined): void {
    if (!target) return
    this.#place = target.from
    this.#view.dispatch({
      selection: EditorSelection.single(target.from, target.to),
      effects: [setCurrent.of(target), inSight(target)],
      annotations: byFind.of(true),
    })
    this.#answer()
  }

  #selected(): string {
    const { from, to } = this.#view.state.selection.main
    const text = to - from <= LONGEST_SELECTED ? this.#view.state.sliceDoc(from, to) : ''
    return text.includes('\n') ? '' : text
  }

  #leave(): void {
    const { current } = this.#view.state.field(foundMarks)
    if (current) this.#view.dispatch({ selection: EditorSelection.single(current.from, current.to), annotations: byFind.of(true) })
  }

  #replaceOne(by: string): void {
    const { state } = this.#view
    const { current } = state.field(foundMarks)
    if (!this.#request?.exact || state.readOnly) return
    if (!current || state.sliceDoc(current.from, current.to) !== this.#request.text) return this.#step(1)
    this.#view.dispatch({
      changes: { from: current.from, to: current.to, insert: by },
      userEvent: 'input.replace',
      annotations: [byFind.of(true), isolateHistory.of('full')],
    })
    this.#place = current.from + by.length
    clearTimeout(this.#pause)
    this.#look(true)
  }

  /** Names that links point to stay: those are replaced one by one, where a person sees what becomes of the link. */
  #replaceAll(by: string): Replaced {
    const { state } = this.#view
    if (!this.#request?.exact || state.readOnly) return { count: 0, inLinks: 0 }
    const { inText, inLinks } = partedByLinks(state.doc.toString(), exactIn(state.doc, this.#request.text))
    const changes = inText.map(({ from, to }) => ({ from, to, insert: by }))
    if (changes.length > 0) {
      this.#view.dispatch({ changes, userEvent: 'input.replace.all', annotations: [byFind.of(true), isolateHistory.of('full')] })
      clearTimeout(this.#pause)
      this.#look(true)
    }
    return { count: changes.length, inLinks: inLinks.length }
  }
}

const inSight = ({ from, to }: Found) => EditorView.scrollIntoView(EditorSelection.range(from, to), { y: 'nearest', yMargin: MARGIN })

/** Lets the find bar look through the text of this record. */
export const findable = (id: string): Extension => [foundMarks, ViewPlugin.define((view) => new EditorFinder(view, id))]
