import { create } from 'zustand'

/** Bodies are written in or read, in the whole window: who reads along reads on in the next record. */
const useMode = create<{ readonly mode: 'edit' | 'read' }>(() => ({ mode: 'edit' }))

export const useReadingMode = (): 'edit' | 'read' => useMode((state) => state.mode)
export const toggleReading = (): void => useMode.setState(({ mode }) => ({ mode: mode === 'edit' ? 'read' : 'edit' }))
