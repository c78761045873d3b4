/** Who answers to which command. Features register handlers while they are on the screen; menu, keys and palette run them. */
import { useEffect, useMemo, useRef } from 'react'
import { create } from 'zustand'
import type { CommandId } from '../../../shared/commands.ts'

interface Registration {
  readonly id: CommandId
  readonly run: () => void
}

const useRegistry = create<{ readonly registrations: readonly Registration[] }>(() => ({ registrations: [] }))

const findHandler = (registrations: readonly Registration[], id: string) => registrations.findLast((registration) => registration.id === id)

export interface CommandOptions {
  /** false: the command is not there now, or another part on the screen answers. */
  readonly enabled?: boolean | undefined
}

/** Answers a command while the component is on the screen; of several the one that came last. */
export function useCommand(id: CommandId, handler: () => void, { enabled = true }: CommandOptions = {}): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!enabled) return
    const registration: Registration = { id, run: () => latest.current() }
    useRegistry.setState(({ registrations }) => ({ registrations: [...registrations, registration] }))
    return () => useRegistry.setState(({ registrations }) => ({ registrations: registrations.filter((other) => other !== registration) }))
  }, [id, enabled])
}

/** Runs a command; false when nothing answers to it now. */
export function runCommand(id: string): boolean {
  const found = findHandler(useRegistry.getState().registrations, id)
  found?.run()
  return found !== undefined
}

/** The ids that something answers to now. */
export const useEnabledCommands = (): ReadonlySet<string> => {
  const registrations = useRegistry((registry) => registry.registrations)
  return useMemo(() => new Set(registrations.map(({ id }) => id)), [registrations])
}
