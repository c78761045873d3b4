import { client } from '../api/client.ts'
import { flushAll, openRecords } from '../store/records.ts'
import { useSession } from '../store/session.ts'

async function saveBeforeClosing(): Promise<void> {
  try {
    await flushAll()
    await client.call('windows.flushed', {})
  } catch (error) {
    // the host closes the window after its time; there is nobody left to tell
    console.error(error)
  }
}

/** Nothing typed is lost by closing: the host waits for what is pending; the browser is told early. */
export function flushBeforeLeaving(): void {
  client.on('windows.closing', () => void saveBeforeClosing())
  // a tab may go without a word: what is typed is sent while the page can still speak
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void openRecords.flushAll()
  })
  addEventListener('pagehide', () => void openRecords.flushAll())
  addEventListener('beforeunload', (event) => {
    // Electron would refuse to close without a word; there the host asks by `windows.closing`
    if (useSession.getState().app?.host !== 'browser') return
    const unsaved = Object.values(openRecords.store.getState()).some((entry) => Object.keys(entry.draft).length > 0)
    if (!unsaved) return
    void openRecords.flushAll()
    // the browser asks in its own words; by the time a person has answered the draft is usually saved
    event.preventDefault()
  })
}
