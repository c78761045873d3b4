/** Row 8: the mirror after ten edits, against a full export of the same records into a file system in memory. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportDisk } from '../../src/main/export/export-disk.ts'
import { exportMarkdown } from '../../src/main/export/index.ts'
import { Mirror } from '../../src/main/export/mirror/mirror.ts'
import { prepareMirror } from '../../src/main/export/mirror/mirror-place.ts'
import { RecordIndex } from '../../src/main/services/record-index.ts'
import { AttachmentStore } from '../../src/main/workspace/attachments/attachment-store.ts'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import type { Workspace } from '../../src/main/workspace/port.ts'
import { exportPresets } from '../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import type { Benchmark, Run } from '../harness/benchmark.ts'

const EDITS = 10

/** What is measured is the mirror, not the disk below it. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const author = { name: 'Benchmark', device: '' }
const environment = {
  clock: Date.now,
  newId: () => '01890000-0000-7000-8000-000000000000',
  owner: { person: 'Benchmark', device: '', host: 'bench' },
} as const

const silent = { info: () => undefined, error: () => undefined }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Each a commit of its own, as typing makes them; spread over the whole workspace. */
async function edit(workspace: Workspace, change: (record: AnyRecord) => object, from: number): Promise<void> {
  const step = Math.floor(workspace.rowCount / EDITS)
  for (let at = 0; at < EDITS; at += 1) {
    const id = workspace.headAt((from + at * step) % workspace.rowCount)?.id ?? ''
    await workspace.transact(author, async (transaction) => {
      const record = await transaction.read(id)
      if (record) transaction.put({ ...record, ...change(record) } as AnyRecord, record.rev)
    })
  }
}

async function measureSize(size: number, { data, runs, report }: Run): Promise<void> {
  const scratch = await mkdtemp(join(memory, 'rapporteur-bench-'))
  const folder = await data.copy('workspace', size, scratch)
  const workspace = await openWorkspace(folder, environment)
  try {
    const index = await RecordIndex.of(workspace)
    workspace.onCommit((commit) => void index.apply(commit))
    const attachments = new AttachmentStore(folder)
    const options = exportPresets.obsidian
    const place = { folder: join(scratch, 'mirror'), options, when: 'change' } as const
    await prepareMirror({ disk: exportDisk, folder: place.folder, id: workspace.info.id, options })
    const sources = {
      workspace,
      index,
      attachments,
      disk: exportDisk,
      clock: Date.now,
      timer: null,
      log: silent,
      version: '1',
      onChange: () => undefined,
    }
    const mirror = new Mirror(place, sources)
    const first = await timed(() => mirror.update())
    if (mirror.standing.state !== 'current') throw new Error('The mirror was not written.')
    report.add({ what: 'mirror written for the first time', records: size, unit: 'ms', runs: [[first]] })
    const whole: number[][] = []
    const bodies: number[][] = []
    const titles: number[][] = []
    for (let turn = 0; turn < runs; turn++) {
      const target = join(scratch, String(turn))
      whole.push([await timed(() => exportMarkdown(workspace, target, { options, attachments }))])
      await rm(target, { recursive: true, force: true })
      await edit(workspace, ({ body }) => ({ body: `${body}\n\nOne more sentence, of turn ${turn}.` }), turn * 7)
      bodies.push([await timed(() => mirror.write())])
      await edit(workspace, ({ title }) => ({ title: `${title} ${turn}` }), turn * 7 + 3)
      titles.push([await timed(() => mirror.write())])
      if (mirror.standing.state !== 'current') throw new Error('The mirror was not written.')
    }
    await mirror.stop()
    const against = report.add({ what: 'full export', records: size, unit: 'ms', runs: whole }).median
    const edited = report.add({ what: `mirror after ${EDITS} edits`, records: size, unit: 'ms', runs: bodies }).median
    report.add({ what: `mirror after ${EDITS} other titles`, records: size, unit: 'ms', runs: titles })
    report.goal({ row: 8, what: `mirror after ${EDITS} edits among ${size} against a full export`, ratio: edited / against, limit: 0.002 })
  } finally {
    await workspace.close()
    await rm(scratch, { recursive: true, force: true })
  }
}

export const benchmark: Benchmark = {
  sizes: [100_000],
  runs: 5,
  async run(options) {
    for (const size of options.records) await measureSize(size, options)
  },
}
