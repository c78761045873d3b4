/** How the mirror of the open workspace stands. */
import { create } from 'zustand'
import type { MirrorStatus } from '../../shared/contract/mirror.ts'
import { client } from '../api/client.ts'

interface Mirror {
  readonly status: MirrorStatus | null
  /** The notice that was closed, until the window is loaded again. */
  readonly dismissed: string
}

export const useMirror = create<Mirror>(() => ({ status: null, dismissed: '' }))

export const setMirrorStatus = (status: MirrorStatus): void => useMirror.setState({ status })

export const dismissMirrorNotice = (key: string): void => useMirror.setState({ dismissed: key })

/** Follows the mirror of the workspace that is open now, and looks into its folder whenever the window is turned to; returns what stops it. */
export function followMirror(onError: (error: unknown) => void): () => void {
  const stop = client.on('mirror.changed', setMirrorStatus)
  client.call('mirror.status', {}).then(setMirrorStatus).catch(onError)
  const look = () => {
    // a failure is told by the state that comes of it
    if (useMirror.getState().status?.on) client.call('mirror.look', {}).catch(() => undefined)
  }
  window.addEventListener('focus', look)
  return () => {
    stop()
    window.removeEventListener('focus', look)
    useMirror.setState({ status: null })
  }
}
