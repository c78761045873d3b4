interface PressedKey {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export interface ListPlace {
  readonly count: number
  /** -1: none yet. */
  readonly active: number
  /** Rows that PageUp and PageDown pass. */
  readonly page: number
  readonly isHeading?: ((index: number) => boolean) | undefined
}

/**
 * The row that a key leads to, headings skipped; undefined for a key that moves nothing. j and k go by the physical
 * key, so that they work on a Russian or Kazakh layout.
 */
export function listKeyTarget(pressed: PressedKey, { count, active, page, isHeading }: ListPlace): number | undefined {
  if (count === 0 || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return undefined
  const steps: Readonly<Record<string, { to: number; direction: 1 | -1 }>> = {
    ArrowDown: { to: active + 1, direction: 1 },
    KeyJ: { to: active + 1, direction: 1 },
    ArrowUp: { to: active < 0 ? count - 1 : active - 1, direction: -1 },
    KeyK: { to: active < 0 ? count - 1 : active - 1, direction: -1 },
    PageDown: { to: active + page, direction: 1 },
    PageUp: { to: active - page, direction: -1 },
    Home: { to: 0, direction: 1 },
    End: { to: count - 1, direction: -1 },
  }
  const step = steps[pressed.code] ?? steps[pressed.key]
  if (!step) return undefined
  const first = Math.min(count - 1, Math.max(0, step.to))
  const search = (direction: 1 | -1) => {
    for (let index = first; index >= 0 && index < count; index += direction) if (!isHeading?.(index)) return index
    return undefined
  }
  return search(step.direction) ?? search(step.direction === 1 ? -1 : 1)
}
