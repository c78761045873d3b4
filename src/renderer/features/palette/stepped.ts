const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Where a key leads from the entry that is chosen, around at the ends; undefined when the key leads nowhere. */
export function stepped(values: readonly string[], selected: string, key: string, toEnd: boolean): string | undefined {
  if (key === 'Home' || (key === 'ArrowUp' && toEnd)) return values[0]
  if (key === 'End' || (key === 'ArrowDown' && toEnd)) return values.at(-1)
  const step = steps[key]
  if (step === undefined) return undefined
  const at = values.indexOf(selected)
  // where nothing is chosen yet, to the end that the key comes from
  return at < 0 ? values.at(step > 0 ? 0 : -1) : values[(at + step + values.length) % values.length]
}
