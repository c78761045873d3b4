import { create } from 'zustand'

export type InspectorTab = 'kind' | 'links' | 'details' | 'history'

interface Chosen {
  readonly id: string
  readonly tab: InspectorTab
  /** The keys are wanted in the tab, as soon as it is drawn. */
  readonly focus: boolean
}

const useChosen = create<{ readonly chosen: Chosen | null }>(() => ({ chosen: null }))

/** Shows a tab of the inspector of this record; another record begins with its own first tab. */
export const showInspectorTab = (id: string, tab: InspectorTab, focus = false): void => useChosen.setState({ chosen: { id, tab, focus } })

/** Whether the keys are wanted in the tab, also in one that is drawn already. */
export const useTabFocusWanted = (id: string, tab: InspectorTab): boolean =>
  useChosen(({ chosen }) => chosen !== null && chosen.focus && chosen.id === id && chosen.tab === tab)

/** True once after the tab was asked for with the keys in it. */
export function takeTabFocus(id: string, tab: InspectorTab): boolean {
  const { chosen } = useChosen.getState()
  if (!chosen?.focus || chosen.id !== id || chosen.tab !== tab) return false
  useChosen.setState({ chosen: { ...chosen, focus: false } })
  return true
}

export const useInspectorTab = (id: string, first: InspectorTab): InspectorTab =>
  useChosen(({ chosen }) => (chosen?.id === id ? chosen.tab : first))
