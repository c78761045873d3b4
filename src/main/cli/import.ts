/** Import on the command line: a folder or a zip file, as the window takes it when nobody corrects anything. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { importMapping, type ImportMapping } from '../../shared/model/import-mapping.ts'
import { importMarkdown, type ImportOptions } from '../import/index.ts'
import { refuseOwnFolder } from '../services/import/own-folder.ts'
import { previewImport } from '../services/import/preview-import.ts'
import { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import { systemCode } from '../workspace/file-system.ts'
import type { Workspace } from '../workspace/port.ts'
import { keeperOf } from './backups.ts'
import { authorOf, type Surroundings } from './surroundings.ts'

type Flags = ReadonlyMap<string, string>

/** A file as `--dry-run --json` prints it under `mapping`; `proposed` is made from the names that are found. */
async function mappingOf(flags: Flags, { cwd }: Surroundings): Promise<ImportMapping | 'proposed' | undefined> {
  const given = flags.get('mapping')
  if (given === undefined || given === 'proposed') return given
  const path = resolve(cwd, given)
  try {
    return importMapping.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    const reason = systemCode(error) === '' ? 'It is no mapping of an import.' : 'It cannot be read.'
    throw new AppError('INVALID_INPUT', `${path}: ${reason} Nothing was imported; --dry-run --json prints one.`, {}, { cause: error })
  }
}

export async function importInto(folder: string, from: string, workspace: Workspace, flags: Flags, here: Surroundings): Promise<number> {
  const author = await authorOf(here)
  const mapping = await mappingOf(flags, here)
  await refuseOwnFolder(resolve(here.cwd, from), folder)
  const options: ImportOptions = {
    onProgress: (done, total) => here.progress(done, total),
    signal: here.signal,
    newId: here.newId,
    clock: here.clock,
    attachments: new AttachmentStore(folder),
    ...(mapping && { mapping }),
  }
  if (flags.has('dry-run')) return tellPlan(await previewImport(workspace, author, resolve(here.cwd, from), options), flags, here)
  // a new workspace has nothing to keep
  if (workspace.revision > 0) await keeperOf(folder, workspace, here).make('import', { signal: here.signal })
  const report = await importMarkdown(workspace, author, resolve(here.cwd, from), options)
  const { created, updated, unchanged, refused, moreRefused, remarks, moreRemarks, ignored, skipped } = report
  const made = created === 1 ? '1 record was made' : `${created} records were made`
  if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
  else {
    const out = refused.length + moreRefused + skipped
    here.print(
      `${made}, ${updated === 0 ? '' : `${updated} were changed, `}${unchanged} were there already, ${out} files were left out, ${ignored} are no markdown.\n`,
    )
  }
  for (const { file, remark } of remarks) here.complain(`${file}: ${remark}`)
  if (moreRemarks > 0) here.complain(`… and ${moreRemarks} more remarks.`)
  for (const { file, reason } of refused) here.complain(`${file} was left out: ${reason}.`)
  if (moreRefused > 0) here.complain(`… and ${moreRefused} more files were left out.`)
  return refused.length === 0 ? 0 : 1
}

function tellPlan(plan: Awaited<ReturnType<typeof previewImport>>, flags: Flags, here: Surroundings): number {
  const { location, from, files, actions, attachments, ignored, mapping, keys } = plan.show()
  const { rows } = plan.window({ only: null, text: '' }, 0, Infinity)
  if (flags.has('json')) {
    here.print(`${JSON.stringify({ location, from, files, actions, attachments, ignored, mapping, keys, rows })}\n`)
    return 0
  }
  for (const { action, kind, path, title, remarks } of rows) {
    here.print(`${action}\t${kind}\t${path}\t${title}\n`)
    for (const remark of remarks) here.complain(`${path}: ${remark}`)
  }
  here.print(
    `${actions.create} would be made, ${actions.update} changed, ${actions.same} are there already, ${actions.skip + actions.refused} left out. Nothing was changed.\n`,
  )
  return 0
}
