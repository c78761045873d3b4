/** Export on the command line: the same options, scopes and proof as in the window. */
import { resolve } from 'node:path'
import type { ExportPreview, ExportScope } from '../../shared/contract/export.ts'
import type { ExportReport } from '../../shared/contract/jobs.ts'
import { AppError } from '../../shared/errors.ts'
import { classifications } from '../../shared/model/vocabulary.ts'
import {
  exportLanguages,
  exportLayouts,
  exportPresets,
  frontMatterStyles,
  linkStyles,
  type ExportOptions,
} from '../../shared/model/export-options.ts'
import { exportMarkdown } from '../export/index.ts'
import { EVERYTHING } from '../export/scope.ts'
import { localDay } from '../services/calendar.ts'
import { previewOf } from '../services/export/preview.ts'
import { scopeOf } from '../services/export/scope-ids.ts'
import { OpenWorkspace } from '../services/workspace/open-workspace.ts'
import { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import { nodeFileSystem } from '../workspace/node-file-system.ts'
import type { Workspace } from '../workspace/port.ts'
import { mirrorOf, type Surroundings } from './surroundings.ts'

type Flags = ReadonlyMap<string, string>

/** Losses and files that are named one by one. */
const NAMED = 20

/** @throws AppError INVALID_INPUT for a value that there is not */
export function exportOptionsOf(flags: Flags): ExportOptions {
  const preset = exportPresets[oneOf(flags, 'preset', ['obsidian', 'plain']) ?? 'obsidian']
  return {
    layout: oneOf(flags, 'layout', exportLayouts) ?? preset.layout,
    links: oneOf(flags, 'links', linkStyles) ?? preset.links,
    frontMatter: oneOf(flags, 'front-matter', frontMatterStyles) ?? preset.frontMatter,
    attachments: !flags.has('no-attachments'),
    language: oneOf(flags, 'language', exportLanguages) ?? preset.language,
    upTo: oneOf(flags, 'up-to', classifications) ?? preset.upTo,
    report: flags.has('report'),
  }
}

function oneOf<T extends string>(flags: Flags, name: string, known: readonly T[]): T | undefined {
  const given = flags.get(name)
  if (given === undefined) return undefined
  const found = known.find((one) => one === given)
  if (found !== undefined) return found
  throw new AppError('INVALID_INPUT', `There is no --${name} ${given.slice(0, 60)}. Known are ${known.join(', ')}. Nothing was exported.`)
}

/** @throws AppError INVALID_INPUT, NOT_FOUND */
function scopeIn(workspace: Workspace, flags: Flags): ExportScope {
  const given = ['record', 'country', 'search'].filter((name) => flags.has(name))
  if (given.length > 1) throw new AppError('INVALID_INPUT', `--${given.join(' and --')} do not go together. Nothing was exported.`)
  const [record, code, text] = [flags.get('record'), flags.get('country'), flags.get('search')]
  if (code !== undefined) return { what: 'country', code: code.toUpperCase() }
  if (text !== undefined) return { what: 'search', text, filters: { kinds: [], countries: [], tags: [], years: [] } }
  if (record === undefined) return { what: 'everything' }
  for (const { id, title, trashedAt } of workspace.heads()) {
    if (trashedAt === '' && (id === record || title === record)) return { what: 'records', ids: [id] }
  }
  throw new AppError('NOT_FOUND', `There is no record of the title or id “${record.slice(0, 60)}”. Nothing was exported.`)
}

/** With its columns and indexes, as a window has it; nothing is written beside it by itself. It closes the workspace. */
export const openWhole = (folder: string, workspace: Workspace, here: Surroundings): Promise<OpenWorkspace> => {
  const log = { error: ({ message }: { message: string }) => here.complain(message), info: () => undefined }
  return OpenWorkspace.of({ folder, syncedBy: '' }, workspace, {
    emit: () => undefined,
    today: () => localDay(here.clock()),
    onStanding: () => undefined,
    log,
    backups: { files: nodeFileSystem, clock: here.clock, timer: null, log, onChange: () => undefined },
  })
}

/** `workspace` is closed in any case. */
export async function exportFrom(folder: string, workspace: Workspace, flags: Flags, here: Surroundings): Promise<number> {
  let open: OpenWorkspace | undefined
  try {
    const options = exportOptionsOf(flags)
    const asked = scopeIn(workspace, flags)
    const isDry = flags.has('dry-run')
    if (isDry || asked.what !== 'everything') open = await openWhole(folder, workspace, here)
    const scope = open ? await scopeOf(open, asked) : EVERYTHING
    if (isDry && open) return tellPreview(await previewOf(open, scope, options), flags, here)
    const report = await exportMarkdown(workspace, resolve(here.cwd, flags.get('to') ?? ''), {
      options,
      scope,
      prove: true,
      onProgress: (done, total) => here.progress(done, total),
      signal: here.signal,
      attachments: new AttachmentStore(folder),
      mirror: await mirrorOf(workspace.info.id, here),
    })
    return tellReport(report, flags, here)
  } finally {
    await (open ?? workspace).close()
  }
}

const files = (count: number) => (count === 1 ? '1 file' : `${count} files`)
const records = (count: number) => (count === 1 ? '1 record' : `${count} records`)

function tellPreview(preview: ExportPreview, flags: Flags, here: Surroundings): number {
  if (flags.has('json')) {
    here.print(`${JSON.stringify(preview)}\n`)
    return 0
  }
  const { folders, moreFolders, attachments, level, withheld, drops } = preview
  here.print(`${records(preview.records)} and ${files(attachments)} of theirs would be exported, up to ${level}. Nothing was written.\n`)
  for (const { path, count } of folders) here.print(`${path === '' ? '.' : path}\t${count}\n`)
  if (moreFolders > 0) here.print(`… and ${moreFolders} more folders\n`)
  tellLeftOut({ withheld, drops }, here)
  return 0
}

/** What did not leave is told below it. */
function foundWords({ drops, withheld, damaged }: ExportReport): string {
  if (drops.some(({ code }) => code === 'properties')) return ': title, text and links stand as they were written'
  const isPart = drops.length + damaged.length + withheld.records + withheld.passages + withheld.files > 0
  return isPart ? ' and stand as they were written' : ' and are the same'
}

function tellReport(report: ExportReport, flags: Flags, here: Surroundings): number {
  const { unchanged, removed, kept, damaged, location, proof, level } = report
  if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
  else {
    here.print(
      `${files(report.files)} ${report.files === 1 ? 'is' : 'are'} in ${location}: ${report.files - unchanged} written, ${unchanged} unchanged, ${removed} removed. The highest classification is ${level}.\n`,
    )
    if (proof)
      here.print(
        `${records(proof.records)} and ${files(proof.files)} of theirs were read back${proof.losses.length === 0 ? foundWords(report) : ''}. SHA-256 over all: ${proof.digest}\n`,
      )
    tellLeftOut(report, here)
  }
  for (const path of kept) here.complain(`${path} was changed by hand and is kept.`)
  for (const file of damaged) here.complain(`${file} is missing or damaged and was left out.`)
  const losses = proof?.losses ?? []
  for (const { path, title, field, problem } of losses.slice(0, NAMED))
    here.complain(`${title || path}${field && `, ${field}`}: ${problem}`)
  const more = (proof?.moreLosses ?? 0) + Math.max(0, losses.length - NAMED)
  if (more > 0) here.complain(`… and ${more} more losses; --json names them.`)
  return damaged.length + losses.length > 0 ? 1 : 0
}

function tellLeftOut({ withheld, drops }: Pick<ExportReport, 'withheld' | 'drops'>, here: Surroundings): void {
  if (withheld.records + withheld.passages + withheld.files > 0)
    here.print(`Withheld: ${records(withheld.records)}, ${withheld.passages} passages of others, ${files(withheld.files)}.\n`)
  for (const { code, count } of drops)
    here.print(
      code === 'properties' ? `As words only: the properties of ${records(count)}.\n` : `Left behind: ${files(count)} of records.\n`,
    )
}
