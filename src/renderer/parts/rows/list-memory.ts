/** What a list remembers while the window is open, so that coming back finds it as it was left. */
import { createStore } from 'zustand/vanilla'
import { nothingSelected, type Selection } from './selection.ts'
import { initialFilter, type Filter, type Section } from './sections.ts'

export interface ListMemory {
  readonly filter: Filter
  readonly selection: Selection
  /** The record that was opened from this list: it needs no scrolling to. */
  readonly opened: string | null
}

type Memories = Readonly<Partial<Record<Section, ListMemory>>>

export const listMemories = createStore<Memories>(() => ({}))

const fresh = new Map<Section, ListMemory>()

/** The memory of a section; a new one is the same object until it is written to. */
export function memoryOf(memories: Memories, section: Section): ListMemory {
  const held = memories[section]
  if (held) return held
  let first = fresh.get(section)
  if (!first) {
    first = { filter: initialFilter(section), selection: nothingSelected, opened: null }
    fresh.set(section, first)
  }
  return first
}

export const remember = (section: Section, change: Partial<ListMemory>): void => {
  listMemories.setState((memories) => ({ [section]: { ...memoryOf(memories, section), ...change } }))
}

const tops = new Map<string, number>()

/** The first row that was seen. It changes with every turn of the wheel, and nobody has to be told. */
export const topOf = (section: Section, layout: 'list' | 'table'): number => tops.get(`${section} ${layout}`) ?? 0

export const rememberTop = (section: Section, layout: 'list' | 'table', top: number): void => {
  tops.set(`${section} ${layout}`, top)
}

/** Another workspace was opened. */
export const forgetLists = (): void => {
  tops.clear()
  listMemories.setState({}, true)
}
