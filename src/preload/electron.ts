/** Electron's `window.host`: the only thing that the sandboxed page gets from outside it. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CALL_CHANNEL, disconnected, encodeMessage, EVENT_CHANNEL, type EventEnvelope, type Host, type Reply } from '../shared/transport.ts'

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
