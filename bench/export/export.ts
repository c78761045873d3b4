/** Row 8: everything as markdown on a file system in memory, against `cp -r` of the result and a plain loop of `writeFile`. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exportMarkdown } from '../../src/main/export/index.ts'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { exportPresets } from '../../src/shared/model/export-options.ts'
import type { Benchmark, Run } from '../harness/benchmark.ts'

const run = promisify(execFile)

/** What is measured is the export, not the disk below it. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const environment = {
  clock: Date.now,
  newId: () => '01890000-0000-7000-8000-000000000000',
  owner: { person: 'Benchmark', device: '', host: 'bench' },
} as const

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Written {
  readonly path: string
  readonly content: Buffer
}

async function contentsOf(folder: string): Promise<Written[]> {
  const names = await readdir(folder, { recursive: true })
  const files: Written[] = []
  for (const name of names.toSorted()) {
    if ((await stat(join(folder, name))).isFile()) files.push({ path: name, content: readFileSync(join(folder, name)) })
  }
  return files
}

async function writeInTurn(files: readonly Written[], folder: string): Promise<void> {
  for (const name of new Set(files.map(({ path }) => join(folder, path, '..')))) await mkdir(name, { recursive: true })
  for (const { path, content } of files) await writeFile(join(folder, path), content)
}

async function readAll(workspace: Workspace): Promise<void> {
  for (const { id } of workspace.heads()) await workspace.read(id)
}

async function measureSize(size: number, { data, runs, report }: Run): Promise<void> {
  const folder = await data.ready('workspace', size)
  const workspace = await openWorkspace(folder, environment, { readOnly: true })
  const scratch = await mkdtemp(join(memory, 'rapporteur-bench-'))
  try {
    const attachments = new AttachmentStore(folder)
    let count = 0
    const fresh = () => join(scratch, String(count++))
    const write = async () => {
      await exportMarkdown(workspace, fresh(), { options: exportPresets.obsidian, attachments })
    }
    const sample = fresh()
    await exportMarkdown(workspace, sample, { options: exportPresets.obsidian, attachments })
    const files = await contentsOf(sample)
    const subjects: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['cp -r of the result', () => run('cp', ['-r', sample, fresh()])],
      ['plain loop of writeFile', () => writeInTurn(files, fresh())],
      ['reading every record', () => readAll(workspace)],
      ['export', write],
    ]
    const times = subjects.map((): number[][] => [])
    for (let turn = 0; turn < runs; turn++) {
      for (const [index, [, work]] of subjects.entries()) {
        const before = count
        times[index]?.push([await timed(work)])
        for (let made = before; made < count; made++) await rm(join(scratch, String(made)), { recursive: true, force: true })
      }
    }
    const medians = subjects.map(([what], index) => report.add({ what, records: size, unit: 'ms', runs: times[index] ?? [] }).median)
    const [copy = Number.NaN, , , ours = Number.NaN] = medians
    report.goal({ row: 8, what: `export of ${size} records against cp -r of the result`, ratio: ours / copy, limit: 1.5 })
  } finally {
    await rm(scratch, { recursive: true, force: true })
    await workspace.close()
  }
}

export const benchmark: Benchmark = {
  sizes: [10_000],
  runs: 7,
  async run(options) {
    for (const size of options.records) await measureSize(size, options)
  },
}
