/** The value below which the share `quantile` of the samples lies, by the nearest rank. */
export function quantileOf(samples: readonly number[], quantile: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))]
  if (value === undefined) throw new RangeError('There are no samples.')
  return value
}

export const medianOf = (samples: readonly number[]): number => quantileOf(samples, 0.5)
