/** Something is tried on a disk that fails at each operation in turn, or loses its power there. */
import { openWorkspace, type WorkspaceEnvironment } from '../../src/main/workspace/index.ts'
import { AppError } from '../../src/shared/errors.ts'
import { MemoryFileSystem, seededChooser } from '../support/memory-file-system.ts'
import { figures } from './programme.ts'

export interface Trial {
  /** The disk beforehand; each attempt has a copy of its own. */
  readonly base: MemoryFileSystem
  /** How many operations it takes where nothing fails. */
  readonly operations: number
  readonly attempt: (files: MemoryFileSystem) => Promise<unknown>
}

export interface Attempted {
  /** The disk afterwards, in order again. */
  readonly files: MemoryFileSystem
  /** Which operation failed; 1 is the first. */
  readonly at: number
  /** What the attempt failed with; null when it came about all the same. */
  readonly failure: unknown
}

async function attempted({ base, attempt }: Trial, error: string, at: number, forGood: boolean): Promise<Attempted> {
  const files = base.afterProcessExit()
  files.inject({ at, error, forGood })
  const failure = await attempt(files).then(
    () => null,
    (problem: unknown) => problem,
  )
  files.inject(null)
  return { files, at, failure }
}

/** Each operation fails, once (`false`) or from then on (`true`). */
export async function* withEachFailure(
  trial: Trial,
  error: string,
  howLong: readonly boolean[] = [false, true],
): AsyncGenerator<Attempted> {
  for (const forGood of howLong) for (let at = 1; at <= trial.operations; at += 1) yield attempted(trial, error, at, forGood)
}

/** The power goes at each operation. */
export async function* withEachLossOfPower(trial: Trial): AsyncGenerator<Attempted> {
  for (let at = 1; at <= trial.operations; at += 1) yield attempted(trial, 'powerLoss', at, true)
}

/** What may be left where the power goes at each operation, as many states each as the programme says. */
export async function* statesAfterPowerLoss(trial: Trial, seed: number): AsyncGenerator<MemoryFileSystem> {
  const choose = seededChooser(seed)
  for await (const { files } of withEachLossOfPower(trial))
    for (let state = 0; state < figures.powerStates; state += 1) yield files.afterPowerLoss(choose)
}

/** The titles of a workspace, in order; the code of the refusal when it does not open. */
export async function titlesIn(folder: string, environment: WorkspaceEnvironment): Promise<string> {
  try {
    const workspace = await openWorkspace(folder, environment)
    const titles = [...workspace.heads()].map(({ title }) => title).toSorted()
    await workspace.close()
    return titles.join(', ')
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
