/** `npm run bench -- NAME [--records N[,N]] [--runs N] [--seed N] [--search] [--data FOLDER]` */
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'

export interface Arguments {
  readonly name: string
  /** Empty: the benchmark's own sizes. */
  readonly records: readonly number[]
  readonly runs: number | undefined
  readonly seed: number
  /** `start` with a search in it. */
  readonly search: boolean
  /** Where the corpora lie; as much disk as a benchmark's stores take, several times over. */
  readonly data: string
}

/** @throws RangeError with a sentence for whoever typed it */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      records: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      search: { type: 'boolean', default: false },
      data: { type: 'string', default: resolve(import.meta.dirname, '../data') },
    },
  })
  const [name, ...rest] = positionals
  if (name === undefined || rest.length > 0) throw new RangeError('Name one benchmark.')
  return {
    name,
    records: (values.records ?? '').split(',').filter(Boolean).map(wholeNumber),
    runs: values.runs === undefined ? undefined : wholeNumber(values.runs),
    seed: wholeNumber(values.seed),
    search: values.search,
    data: resolve(values.data),
  }
}

function wholeNumber(text: string): number {
  const number = Number(text.replaceAll('_', ''))
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${text} is not a whole number above 0.`)
  return number
}
