import { create } from 'zustand'
import { useSettings } from '../store/session.ts'
import { rememberSetting } from './remember-setting.ts'

/** Open over the record, where there is no room beside it; never remembered, because it covers the text. */
const useOverlay = create<{ readonly open: boolean }>(() => ({ open: false }))

/** Whether the inspector is open, and the switch; beside the record the choice is remembered. */
export function useInspectorOpen(folds: boolean): { readonly open: boolean; readonly toggle: () => void } {
  const { inspectorOpen } = useSettings()
  const overlay = useOverlay((state) => state.open)
  if (folds) return { open: overlay, toggle: () => useOverlay.setState({ open: !overlay }) }
  return { open: inspectorOpen, toggle: () => rememberSetting({ inspectorOpen: !inspectorOpen }) }
}
