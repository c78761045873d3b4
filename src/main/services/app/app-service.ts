/** The application itself: its state, who is working, settings. */
import type { appMethods, AppState } from '../../../shared/contract/app.ts'
import type { Service, ServiceContext } from '../service-context.ts'

type AppMethods = Pick<typeof appMethods, 'app.state' | 'app.identify' | 'app.updateSettings'>

/** How the application stands, for every window. */
export function appState({ version, desktop, appData, session, deviceName }: Omit<ServiceContext, 'announce'>): AppState {
  return {
    version,
    host: desktop.kind,
    platform: process.platform,
    capabilities: desktop.capabilities,
    person: appData.person,
    deviceName,
    settings: appData.settings,
    workspace: session.state(),
  }
}

export function appService(context: ServiceContext): Service<AppMethods> {
  const { appData, announce } = context

  return {
    'app.state': () => Promise.resolve(appState(context)),

    /** Who is working from now on; versions written before keep their author. */
    'app.identify': async (person) => {
      await appData.identify(person)
      announce()
      return appState(context)
    },

    'app.updateSettings': async (patch) => {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined)
      if (given.length > 0) {
        await appData.updateSettings(Object.fromEntries(given))
        announce()
      }
      return appState(context)
    },
  }
}
