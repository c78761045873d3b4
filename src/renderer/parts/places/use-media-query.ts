import { useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMediaQuery(query: string): boolean {
  const list = matchMedia(query)
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => list.matches,
  )
}

/** Below this width the inspector lies over the record and is folded at first. */
export const useInspectorFolds = (): boolean => useMediaQuery('(max-width: 1100px)')
/** Below this width list and record take turns. */
export const useOnePanel = (): boolean => useMediaQuery('(max-width: 859px)')
