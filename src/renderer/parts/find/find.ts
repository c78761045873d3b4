/**
 * Finding in the text of the record that is open: what the bar asks and what the text answers. Small on purpose: bar and
 * text lie in chunks of their own.
 */
import { create } from 'zustand'

/** What is looked for. */
export interface FindRequest {
  readonly text: string
  /** The very characters; otherwise words that begin so, in every spelling. */
  readonly exact: boolean
  /** Words and phrases of the search that led here, each found by itself; null when `text` was typed in the bar. */
  readonly phrases: readonly (readonly string[])[] | null
}

export interface FindAnswer {
  readonly count: number
  /** From 1; 0 while the caret stands elsewhere. */
  readonly current: number
  /** The whole text has been looked through. */
  readonly whole: boolean
  /** The words stand together nowhere, and were found one by one. */
  readonly apart: boolean
}

/** What replacing all at once did. */
export interface Replaced {
  readonly count: number
  /** Left as they were: they stand in the name or address that a link points to. */
  readonly inLinks: number
}

/** The text of an open record, in the editor or laid out for reading. */
export interface FindableBody {
  /** Goes to the next find or to the one before. */
  step(by: 1 | -1): void
  /** What is selected in it, for the bar to begin with. */
  selected(): string
  /** The bar closes: the find that was shown last stays selected. */
  leave(): void
  /** Left out where nothing can be written. */
  readonly replacing?: {
    /** Replaces the find that is shown and goes on to the next. */
    one(by: string): void
    /** All but those in the names that links point to. */
    all(by: string): Replaced
  }
}

interface FindState {
  /** Of the record whose bar is open. */
  readonly id: string | null
  readonly request: FindRequest
  readonly answer: FindAnswer
  readonly bodies: Readonly<Record<string, FindableBody>>
  /** Raised each time a person asks for the bar. */
  readonly asked: number
  /** A person asked for it, and goes on in its field; otherwise a search did. */
  readonly byPerson: boolean
}

export const NOTHING_FOUND: FindAnswer = { count: 0, current: 0, whole: true, apart: false }

export const useFind = create<FindState>(() => ({
  id: null,
  request: { text: '', exact: false, phrases: null },
  answer: NOTHING_FOUND,
  bodies: {},
  asked: 0,
  byPerson: false,
}))

/** Announces the text of a record; the answer takes it back. */
export function announceFindable(id: string, body: FindableBody): () => void {
  useFind.setState(({ bodies }) => ({ bodies: { ...bodies, [id]: body } }))
  return () =>
    useFind.setState(({ bodies }) => {
      if (bodies[id] !== body) return {}
      const { [id]: _gone, ...others } = bodies
      return { bodies: others }
    })
}

/** What is looked for in the text of this record; null while nothing is. */
export const requestFor = ({ id, request }: FindState, record: string): FindRequest | null =>
  id === record && request.text !== '' ? request : null

/** Opens the bar with what is selected in the text, else with what was looked for last. */
export function openFind(id: string): void {
  const { bodies, request, asked } = useFind.getState()
  const selected = bodies[id]?.selected() ?? ''
  useFind.setState({
    id,
    asked: asked + 1,
    byPerson: true,
    request: selected === '' || selected === request.text ? request : { ...request, text: selected, phrases: null },
  })
}

/** Shows where words of a search stand in a record's text, without taking the focus. */
export const showFinds = (id: string, phrases: readonly (readonly string[])[]): void =>
  useFind.setState({ id, byPerson: false, request: { text: phrases.map((words) => words.join(' ')).join(' '), exact: false, phrases } })

export const changeFind = (change: Partial<Pick<FindRequest, 'text' | 'exact'>>): void =>
  useFind.setState(({ request }) => ({ request: { ...request, ...change, phrases: null } }))

export const answerFind = (id: string, answer: FindAnswer): void => useFind.setState((state) => (state.id === id ? { answer } : {}))

export const stepFind = (id: string, by: 1 | -1): void => useFind.getState().bodies[id]?.step(by)

export function closeFind(id: string): void {
  const { id: open, bodies } = useFind.getState()
  if (open !== id) return
  bodies[id]?.leave()
  useFind.setState({ id: null, answer: NOTHING_FOUND })
}
