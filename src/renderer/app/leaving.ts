import { client } from '../api/client.ts'
import { flushAll, openRecords } from '../store/records.ts'
import { useSession } from '../store/session.ts'
import { unsavedRecords } from '../store/unsaved.ts'

/** As many as the contract takes; far more than anybody opens. */
const MOST = 1_000

const unsaved = () => unsavedRecords(openRecords.store.getState())

async function saveBeforeClosing(): Promise<void> {
  try {
    await flushAll()
    await client.call('windows.flushed', { unsaved: unsaved().slice(0, MOST) })
  } catch (error) {
    // the host goes on after its time; there is nobody left to tell
    console.error(error)
  }
}

/** Nothing typed is lost by closing: the host waits for what is pending and is told what cannot be saved. */
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
    void flushAll()
    if (unsaved().length === 0) return
    // the browser asks in its own words; by the time a person has answered the draft is usually saved
    event.preventDefault()
  })
}
