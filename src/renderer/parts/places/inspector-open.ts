import { create } from 'zustand'
import { useSettings } from '../../store/session.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { rememberSetting } from '../../store/remember-setting.ts'
import { useInspectorFolds } from './use-media-query.ts'

/** Open over the record, where there is no room beside it; never remembered, because it covers the text. */
const useOverlay = create<{ readonly open: boolean }>(() => ({ open: false }))

/** Folds it away where it lies over the record; beside the record it stays. */
export const closeInspectorOver = (): void => useOverlay.setState({ open: false })

export interface InspectorState {
  readonly open: boolean
  /** It lies over the record: there is no room beside it, or the record's page takes the whole width. */
  readonly over: boolean
  readonly toggle: () => void
}

/** Whether the inspector is open, and the switch; beside the record the choice is remembered. */
export function useInspectorOpen(kind: Kind): InspectorState {
  const over = useInspectorFolds() || kind === 'country'
  const { inspectorOpen } = useSettings()
  const overlay = useOverlay((state) => state.open)
  if (over) return { open: overlay, over, toggle: () => useOverlay.setState({ open: !overlay }) }
  return { open: inspectorOpen, over, toggle: () => rememberSetting({ inspectorOpen: !inspectorOpen }) }
}
