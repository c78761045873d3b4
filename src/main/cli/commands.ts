/** What each command does. A command answers its exit code: 0 or 1. */
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { kinds, type Kind } from '../../shared/model/common.ts'
import { exportMarkdown } from '../export/index.ts'
import { importMarkdown } from '../import/index.ts'
import { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import { fillWithSample } from '../sample/index.ts'
import { checkWorkspace, createWorkspace, dumpRecords, openWorkspace } from '../workspace/index.ts'
import type { Workspace } from '../workspace/port.ts'
import { backUp, keeperOf, listOf, takeBackTo } from './backups.ts'
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
      const report = await exportMarkdown(workspace, at(here, flags.get('to')), {
        onProgress: (done, total) => here.progress(done, total),
        signal: here.signal,
        attachments: new AttachmentStore(at(here, parameters[0])),
      })
      const { files, unchanged, removed, kept, damaged, location } = report
      if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
      else here.print(`${files} files are in ${location}: ${files - unchanged} written, ${unchanged} unchanged, ${removed} removed.\n`)
      for (const path of kept) here.complain(`${path} was changed by hand and is kept.`)
      for (const file of damaged) here.complain(`${file} is missing or damaged and was left out.`)
      return Math.max(nameProblems(workspace, here), damaged.length > 0 ? 1 : 0)
    } finally {
      await workspace.close()
    }
  },

  async import({ parameters, flags, here }) {
    const author = await authorOf(here)
    const workspace = await openWorkspace(at(here, parameters[0]), environmentOf(here, author))
    try {
      // a new workspace has nothing to keep
      if (workspace.revision > 0) await keeperOf(at(here, parameters[0]), workspace, here).make('import', { signal: here.signal })
      const report = await importMarkdown(workspace, author, at(here, parameters[1]), {
        onProgress: (done, total) => here.progress(done, total),
        signal: here.signal,
        newId: here.newId,
        clock: here.clock,
        attachments: new AttachmentStore(at(here, parameters[0])),
      })
      const { created, unchanged, refused, remarks, ignored } = report
      const made = created === 1 ? '1 record was made' : `${created} records were made`
      if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
      else here.print(`${made}, ${unchanged} were there already, ${refused.length} files were left out, ${ignored} are no markdown.\n`)
      for (const { file, remark } of remarks) here.complain(`${file}: ${remark}`)
      for (const { file, reason } of refused) here.complain(`${file} was left out: ${reason}.`)
      return refused.length === 0 ? 0 : 1
    } finally {
      await workspace.close()
    }
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
