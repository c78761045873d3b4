import { create } from 'zustand'

/** Whether the host answers. */
export const useConnection = create<{ readonly connected: boolean }>(() => ({ connected: true }))

export const setConnected = (connected: boolean): void => useConnection.setState({ connected })
