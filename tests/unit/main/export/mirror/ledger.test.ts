import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openMirror, prepareMirror } from '../../../../../src/main/export/mirror/mirror-place.ts'
import { exportPresets } from '../../../../../src/shared/model/export-options.ts'
import { MemoryExportDisk } from '../../../../support/memory-export-disk.ts'
import { idOf } from '../../../../support/new-record.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const [before, after, theirs] = ['before', 'after', 'theirs'].map(sha256)

/** The list as it is found after a crash between the note of what is to be written and the end of it. */
async function afterCrash() {
  const disk = new MemoryExportDisk()
  await disk.createFolder('/stick')
  const target = { disk, folder: '/stick/Mirror', id: idOf(1), options: exportPresets.obsidian }
  await prepareMirror(target)
  const ledger = await openMirror(target)
  ledger.settle('Notes/Old.md', before ?? '')
  await ledger.fold({ level: 'internal', options: exportPresets.obsidian })
  await ledger.intend([
    { path: 'Notes/Old.md', hash: after ?? '' },
    { path: 'Notes/New.md', hash: after ?? '' },
  ])
  return openMirror(target)
}

it.each([
  ['what was to stand there', after, after, after],
  ['what stood there', before, before, undefined],
  ['what somebody else put there', theirs, before, undefined],
  ['nothing', null, undefined, undefined],
])('claims after a crash, where it finds %s, what is its own and no more', async (_, found, old, made) => {
  const ledger = await afterCrash()
  expect(ledger.unsure).toEqual(['Notes/Old.md', 'Notes/New.md'])
  const lies = found ?? null
  for (const path of ledger.unsure) ledger.resolve(path, lies)
  expect([ledger.files.get('Notes/Old.md'), ledger.files.get('Notes/New.md')]).toEqual([lies === null ? before : old, made])
})
