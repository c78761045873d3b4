/** What the host says of itself, the person, the settings and the open workspace. */
import { create } from 'zustand'
import type { Settings, WorkspaceState } from '../../shared/contract/app.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import { client } from '../api/client.ts'

export type AppState = Output<'app.state'>
export type OpenWorkspace = Extract<WorkspaceState, { status: 'open' }>

interface Session {
  /** null until the host has answered for the first time. */
  readonly app: AppState | null
}

export const useSession = create<Session>(() => ({ app: null }))

export const setAppState = (app: AppState): void => useSession.setState({ app })

/** The application's state; only for what is drawn after the first answer. */
export function useAppState(): AppState {
  const app = useSession((session) => session.app)
  if (!app) throw new Error('The application state was read before the host had answered.')
  return app
}

export const useSettings = (): Settings => useAppState().settings

/** The open workspace; null while there is none. */
export const useWorkspace = (): OpenWorkspace | null =>
  useSession((session) => (session.app?.workspace.status === 'open' ? session.app.workspace : null))

/** Why nothing can be changed; null when it can. Editors and buttons that change something ask here. */
export const useReadOnly = (): OpenWorkspace['readOnly'] => useWorkspace()?.readOnly ?? null

/** Changes some settings: on the screen at once, then for good. @throws AppError */
export async function updateSettings(patch: Input<'app.updateSettings'>): Promise<void> {
  const { app } = useSession.getState()
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  if (app) setAppState({ ...app, settings: { ...app.settings, ...given } })
  try {
    setAppState(await client.call('app.updateSettings', patch))
  } catch (error) {
    if (app) setAppState(app)
    throw error
  }
}
