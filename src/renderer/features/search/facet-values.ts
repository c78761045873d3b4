/** Which values of a list of facets stand there. */

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** What is seen before more is asked for. */
export const FEW = 6

/** The values by how many they leave, those that leave as many by name. */
export const byCountThenName = (values: readonly FacetValue[], nameOf: (value: string) => string): readonly FacetValue[] =>
  values.toSorted((one, other) => other.count - one.count || nameOf(one.value).localeCompare(nameOf(other.value)))

/**
 * The values with their counts; those that are ticked are always there, also when they leave nothing. `all` false: the
 * first few, and every ticked one in its place.
 */
export function facetValues(values: readonly FacetValue[], chosen: readonly string[], all: boolean): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => value))
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))
  const shown = all ? values : values.filter(({ value }, index) => index < FEW || chosen.includes(value))
  return [...shown, ...gone]
}

/** The choice after a value was ticked or unticked. */
export const toggled = (chosen: readonly string[], value: string): readonly string[] =>
  chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]
