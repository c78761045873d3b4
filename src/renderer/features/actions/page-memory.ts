/** How the page of actions was left, while the window is open. */
import { create } from 'zustand'
import type { ActionView } from '../../../shared/contract/actions.ts'
import { useWorkspace } from '../../store/session.ts'

export type Look = Pick<ActionView, 'state' | 'group' | 'text'>

const first: Look = { state: 'open', group: null, text: '' }

const useMemory = create<{ readonly workspace: string; readonly look: Look }>(() => ({ workspace: '', look: first }))

/** The look of this workspace's page, and what changes parts of it. */
export function useLook(): readonly [Look, (change: Partial<Look>) => void] {
  const workspace = useWorkspace()?.id ?? ''
  const memory = useMemory()
  const look = memory.workspace === workspace ? memory.look : first
  return [look, (change) => useMemory.setState({ workspace, look: { ...look, ...change } })]
}

export const isSameLook = (a: Look, b: Look): boolean => a.state === b.state && a.group === b.group && a.text.trim() === b.text.trim()
