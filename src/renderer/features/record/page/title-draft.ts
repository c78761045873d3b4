/** A title that is typed and not taken over yet: the bar must not call the record saved meanwhile. */
import { create } from 'zustand'

interface TitleDraft {
  readonly id: string
  /** `refused`: it cannot stand as it is. */
  readonly state: 'typed' | 'refused'
}

const useStore = create<{ readonly draft: TitleDraft | null }>(() => ({ draft: null }))

export const setTitleDraft = (draft: TitleDraft | null): void => useStore.setState({ draft })
export const useTitleDraft = (id: string): TitleDraft['state'] | null => useStore(({ draft }) => (draft?.id === id ? draft.state : null))
