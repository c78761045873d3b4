/**
 * The browser host's `window.host`: the same two verbs as Electron's bridge, over a WebSocket. It is built into one
 * classic script that runs before the application's module.
 */
import {
  CONNECTION_EVENT,
  disconnected,
  encodeMessage,
  HELLO_REFUSED,
  SOCKET_PATH,
  type ConnectionChange,
  type EventEnvelope,
  type HelloFrame,
  type Host,
  type Reply,
  type ServerFrame,
} from '../shared/transport.ts'
import { stayHere } from './stay.ts'

const SECRET_KEY = 'rapporteur.secret'
const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 5_000

/** The launch token, taken out of the address so that neither history nor a copied address has it. */
function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

function connect(): Host {
  const listeners = new Set<(event: EventEnvelope) => void>()
  const waiting = new Map<number, (reply: Reply) => void>()
  // calls made before the first welcome wait for it; after a drop they are answered at once
  let queue: string[] | null = []
  let socket: WebSocket | null = null
  let welcome = false
  let state: ConnectionChange = { connected: true }
  let token = takeToken()
  let lastId = 0
  let retry = FIRST_RETRY_MS

  const raise = (event: EventEnvelope) => {
    for (const listener of listeners) listener(event)
  }

  // told on every change, and to who listens later
  const setState = (now: ConnectionChange) => {
    if (state.connected === now.connected && state.refused === now.refused) return
    state = now
    raise({ name: CONNECTION_EVENT, payload: state })
  }

  const dropAll = () => {
    queue = null
    const unanswered = [...waiting.values()]
    waiting.clear()
    for (const settle of unanswered) settle(disconnected())
  }

  const take = (frame: ServerFrame) => {
    switch (frame.type) {
      case 'welcome': {
        sessionStorage.setItem(SECRET_KEY, frame.secret)
        token = null
        welcome = true
        retry = FIRST_RETRY_MS
        const waitingCalls = queue
        queue = null
        for (const call of waitingCalls ?? []) socket?.send(call)
        setState({ connected: true })
        break
      }
      case 'reply': {
        const settle = waiting.get(frame.id)
        waiting.delete(frame.id)
        settle?.(frame.reply)
        break
      }
      case 'event':
        raise(frame.event)
    }
  }

  const open = () => {
    const secret = sessionStorage.getItem(SECRET_KEY)
    if (token === null && secret === null) {
      dropAll()
      setState({ connected: false, refused: true })
      return
    }
    const hello: HelloFrame = { type: 'hello', ...(token === null ? {} : { token }), ...(secret === null ? {} : { secret }) }
    const opened = new WebSocket(`ws://${location.host}${SOCKET_PATH}`)
    socket = opened
    opened.addEventListener('open', () => opened.send(JSON.stringify(hello)))
    opened.addEventListener('message', ({ data }) => take(JSON.parse(String(data)) as ServerFrame))
    opened.addEventListener('close', ({ code }) => {
      welcome = false
      socket = null
      dropAll()
      setState(code === HELLO_REFUSED ? { connected: false, refused: true } : { connected: false })
      if (code === HELLO_REFUSED) {
        sessionStorage.removeItem(SECRET_KEY)
        return
      }
      setTimeout(open, retry)
      retry = Math.min(retry * 2, LAST_RETRY_MS)
    })
  }

  open()
  return {
    call(method, input) {
      lastId += 1
      const id = lastId
      const message = encodeMessage({ type: 'call', id, method, input })
      if ('refusal' in message) return Promise.resolve(message.refusal)
      const { json } = message
      return new Promise((resolve) => {
        if (welcome && socket?.readyState === WebSocket.OPEN) socket.send(json)
        else if (queue) queue.push(json)
        else {
          resolve(disconnected())
          return
        }
        waiting.set(id, resolve)
      })
    },
    listen(listener) {
      listeners.add(listener)
      if (!state.connected) queueMicrotask(() => listener({ name: CONNECTION_EVENT, payload: state }))
      return () => listeners.delete(listener)
    },
  }
}

stayHere(window)
// as contextBridge does it: nobody can put another host in its place
Object.defineProperty(window, 'host', { value: Object.freeze(connect()), enumerable: true })
