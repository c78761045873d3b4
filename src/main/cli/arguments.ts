/** Reads a command line. What is not understood is named, with what was probably meant. */
import { parseArgs } from 'node:util'
import { commands, type CommandUsage } from './usage.ts'
import { editDistance } from '../../shared/text/edit-distance.ts'

export type CommandLine =
  | { readonly do: 'help'; readonly command?: CommandUsage }
  | { readonly do: 'version' }
  | {
      readonly do: 'run'
      readonly command: CommandUsage
      readonly parameters: readonly string[]
      readonly flags: ReadonlyMap<string, string>
    }
  /** `problem` is one sentence. */
  | { readonly do: 'complain'; readonly problem: string }

const complain = (problem: string): CommandLine => ({ do: 'complain', problem })

export function readCommandLine(argv: readonly string[]): CommandLine {
  const [first, ...rest] = argv
  if (first === undefined) return complain('A command is missing: rapporteur --help lists them.')
  if (first === '--help' || first === '-h' || first === 'help') return { do: 'help' }
  if (first === '--version' || first === '-v') return { do: 'version' }
  const command = commands.find(({ name }) => name === first)
  if (!command) {
    const known = first.startsWith('-') ? ['--help', '--version'] : commands.map(({ name }) => name)
    return complain(`There is no ${first.startsWith('-') ? 'flag' : 'command'} ${shown(first)}${meant(first, known)}`)
  }
  return readParameters(command, rest)
}

function readParameters(command: CommandUsage, args: string[]): CommandLine {
  const options = Object.fromEntries(
    command.flags.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
  )
  const { tokens, positionals } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true })
  const flags = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (token.name === 'help' || token.rawName === '-h') return { do: 'help', command }
    const flag = command.flags.find(({ name }) => name === token.name)
    if (!flag)
      return complain(
        `${command.name} has no flag ${shown(token.rawName)}${meant(
          token.rawName,
          command.flags.map(({ name }) => `--${name}`),
        )}`,
      )
    if (flag.value === undefined && token.value !== undefined) return complain(`--${flag.name} takes no value.`)
    if (flag.value !== undefined && !token.value) return complain(`--${flag.name} needs a value: --${flag.name} ${flag.value}.`)
    flags.set(flag.name, token.value ?? '')
  }
  const spared = new Set(command.flags.flatMap(({ name, spares }) => (spares !== undefined && flags.has(name) ? [spares] : [])))
  const missing = command.parameters.slice(positionals.length).find((parameter) => !spared.has(parameter))
  if (missing !== undefined || positionals.includes(''))
    return complain(`${missing ?? 'A parameter'} is missing: rapporteur ${command.name} --help says what belongs there.`)
  const takesAll = command.parameters.at(-1)?.endsWith('…') ?? false
  const extra = takesAll ? undefined : positionals[command.parameters.length]
  if (extra !== undefined)
    return complain(`${command.name} has no use for ${shown(extra)}: rapporteur ${command.name} --help says what belongs there.`)
  const required = command.flags.find(
    ({ name, value, optional }) => value !== undefined && optional !== true && !flags.has(name) && !spared.has(`--${name}`),
  )
  if (required)
    return complain(`--${required.name} ${required.value} is missing: rapporteur ${command.name} --help says what belongs there.`)
  return { do: 'run', command, parameters: positionals, flags }
}

/** One line, and not the whole of a long one. */
const shown = (text: string) => `“${text.slice(0, 60).replace(/\p{Cc}/gu, ' ')}${text.length > 60 ? '…' : ''}”`

function meant(given: string, known: readonly string[]): string {
  const distances = known.map((name) => [name, editDistance(given.slice(0, 60), name)] as const).toSorted((a, b) => a[1] - b[1])
  const [nearest, steps] = distances[0] ?? ['', Infinity]
  return steps <= Math.max(2, nearest.length / 2) ? `. Did you mean ${nearest}?` : `. Known are ${known.join(', ')}.`
}
