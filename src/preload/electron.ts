/** Electron's `window.host`: the only thing that the sandboxed page gets from outside it. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import {
  CALL_CHANNEL,
  disconnected,
  DROP_CHANNEL,
  DROP_PLACE,
  encodeMessage,
  EVENT_CHANNEL,
  type EventEnvelope,
  type Host,
  type Reply,
} from '../shared/transport.ts'

const host: Host = {
  async call(method, input) {
    // through JSON, as it goes on the other host: the page can tell nothing apart
    const message = encodeMessage({ input })
    if ('refusal' in message) return message.refusal
    const plain = JSON.parse(message.json) as { input?: unknown }
    try {
      return (await ipcRenderer.invoke(CALL_CHANNEL, method, plain.input)) as Reply
    } catch (error) {
      console.error('The host did not answer.', error)
      return disconnected()
    }
  },
  listen(listener) {
    const take = (_event: IpcRendererEvent, envelope: EventEnvelope) => listener(envelope)
    ipcRenderer.on(EVENT_CHANNEL, take)
    return () => ipcRenderer.removeListener(EVENT_CHANNEL, take)
  },
}

contextBridge.exposeInMainWorld('host', host)

// the page gets no path: it hears by an event what the host makes of it. `isTrusted`: the person did it, not a script
window.addEventListener('drop', ({ isTrusted, dataTransfer }) => {
  const [file] = dataTransfer?.files ?? []
  if (!isTrusted || !file || location.pathname !== DROP_PLACE) return
  const path = webUtils.getPathForFile(file)
  if (path !== '') ipcRenderer.send(DROP_CHANNEL, path)
})
