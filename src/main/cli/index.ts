/** The command line without its process: arguments in, exit code out. */
import { AppError } from '../../shared/errors.ts'
import { readCommandLine } from './arguments.ts'
import type { Surroundings } from './surroundings.ts'
import { commandHelp, generalHelp } from './usage.ts'

export type { Surroundings } from './surroundings.ts'

/** 0: all is well. 1: it failed, and a sentence says why. 2: the command line was not understood. */
export async function runCli(argv: readonly string[], here: Surroundings): Promise<0 | 1 | 2> {
  const line = readCommandLine(argv)
  switch (line.do) {
    case 'complain':
      here.complain(line.problem)
      return 2
    case 'help':
      here.print(line.command ? commandHelp(line.command) : generalHelp())
      return 0
    case 'version':
      here.print(`${here.version}\n`)
      return 0
    case 'run':
      try {
        // help and mistakes need none of it
        const { run } = await import('./commands.ts')
        return (await run[line.command.name]?.({ ...line, here })) === 0 ? 0 : 1
      } catch (error) {
        here.complain(error instanceof AppError ? error.message : `A defect: ${error instanceof Error ? error.stack : String(error)}`)
        return 1
      }
  }
}
