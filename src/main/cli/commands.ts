/** What each command does. A command answers its exit code: 0 or 1. */
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { kinds, type Kind } from '../../shared/model/common.ts'
import { fillWithSample } from '../sample/index.ts'
import { checkWorkspace, createWorkspace, dumpRecords, openWorkspace } from '../workspace/index.ts'
import type { Workspace } from '../workspace/port.ts'
import { backUp, listOf, takeBackTo } from './backups.ts'
import { exportFrom } from './export.ts'
import { importInto } from './import.ts'
import { mirrorTo } from './mirror.ts'
import { repair, takeBack } from './repair.ts'
import { search } from './search.ts'
import { makeAnew } from './restore-into.ts'
import { authorOf, environmentOf, personOf, type Surroundings } from './surroundings.ts'

export interface Call {
  readonly parameters: readonly string[]
  readonly flags: ReadonlyMap<string, string>
  readonly here: Surroundings
}

export const run: Readonly<Record<string, (call: Call) => Promise<number>>> = {
  async sample({ parameters, here }) {
    const folder = at(here, parameters[0])
    const author = await authorOf(here)
    const workspace = await createWorkspace(folder, { name: 'Sample workspace', sample: true }, environmentOf(here, author))
    try {
      await fillWithSample(workspace, await personOf(here), here.newId)
      here.print(`The sample workspace is in ${folder}: ${counted(workspace)}.\n`)
    } finally {
      await workspace.close()
    }
    return 0
  },

  async export({ parameters, flags, here }) {
    const workspace = await openForReading(here, parameters[0])
    try {
      if (workspace.readOnly === 'newerFormat')
        throw new AppError(
          'NEWER_FORMAT',
          'The workspace was written by a newer version of Rapporteur. Nothing was exported; update the application.',
        )
      if (workspace.readOnly === 'damaged' && workspace.heads()[Symbol.iterator]().next().done === true)
        throw new AppError(
          'DAMAGED',
          'The workspace is damaged, and no record of it can be read. Nothing was exported; restore a backup: “rapporteur backups” lists them.',
        )
    } catch (error) {
      await workspace.close()
      throw error
    }
    const code = await exportFrom(at(here, parameters[0]), workspace, flags, here)
    return Math.max(nameProblems(workspace, here), code)
  },

  async import({ parameters, flags, here }) {
    const folder = at(here, parameters[0])
    const workspace = await openWorkspace(folder, environmentOf(here, await authorOf(here)))
    try {
      return await importInto(folder, parameters[1] ?? '', workspace, flags, here)
    } finally {
      await workspace.close()
    }
  },

  async mirror({ parameters, flags, here }) {
    const folder = at(here, parameters[0])
    return mirrorTo(folder, await openWorkspace(folder, environmentOf(here, await authorOf(here))), flags, here)
  },

  async search({ parameters, flags, here }) {
    const workspace = await openForReading(here, parameters[0])
    try {
      await search(workspace, parameters.slice(1).join(' '), flags, here)
      nameProblems(workspace, here)
      return 0
    } finally {
      await workspace.close()
    }
  },

  async check({ parameters, flags, here }) {
    const report = await checkWorkspace(at(here, parameters[0]), here)
    if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
    else {
      for (const { level, text } of report.findings) here.print(`${level}: ${text}\n`)
      const counts = inWords((kind) => report.records[kind])
      here.print(
        `${report.sound ? 'The workspace is sound' : 'The workspace is damaged'}: revision ${report.revision}, ${counts}, ${report.inTrash} in the trash.\n`,
      )
    }
    return report.sound ? 0 : 1
  },

  async dump({ parameters, flags, here }) {
    const options = { history: flags.has('history'), signal: here.signal }
    const { damaged } = await dumpRecords(at(here, parameters[0]), here, options, (line) => here.write(line))
    for (const { file, reason } of damaged) here.complain(`${file}: ${reason}`)
    return damaged.length === 0 ? 0 : 1
  },

  backup: async ({ parameters, flags, here }) => backUp(at(here, parameters[0]), flags, here),
  backups: async ({ parameters, flags, here }) => listOf(at(here, parameters[0]), flags, here),
  restore: async ({ parameters, flags, here }) => {
    const into = flags.get('into')
    if (into !== undefined) return makeAnew(at(here, parameters[0]), parameters[1], at(here, into), flags, here)
    return takeBackTo(at(here, parameters[0]), parameters[1] ?? '', flags, here)
  },
  repair: async ({ parameters, flags, here }) => repair(at(here, parameters[0]), flags, here),
  rollback: async ({ parameters, flags, here }) => takeBack(at(here, parameters[0]), flags, here),
}

const at = ({ cwd }: Surroundings, path = '.') => resolve(cwd, path)

/** Without the lock: what is read is the state of the last save. */
const openForReading = (here: Surroundings, path: string | undefined): Promise<Workspace> =>
  openWorkspace(at(here, path), environmentOf(here, { name: '', device: '' }), { readOnly: true })

const plurals: Readonly<Record<Kind, string>> = {
  contact: 'contacts',
  country: 'countries',
  note: 'notes',
  meeting: 'meetings',
  study: 'studies',
}

/** "40 contacts, 1 country, …" */
const inWords = (count: (kind: Kind) => number): string =>
  kinds.map((kind) => `${count(kind)} ${count(kind) === 1 ? kind : plurals[kind]}`).join(', ')

function counted(workspace: Workspace): string {
  const counts = new Map<Kind, number>()
  for (const { kind } of workspace.heads()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return inWords((kind) => counts.get(kind) ?? 0)
}

/** What could not be read of a damaged workspace. */
function nameProblems({ problems }: Workspace, here: Surroundings): number {
  for (const { file, title, id, reason } of problems) here.complain(`${title || id ? `${title || id} (${file})` : file}: ${reason}`)
  return problems.length === 0 ? 0 : 1
}
