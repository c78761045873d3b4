/**
 * The index of the search under SIGKILL and damage: whatever is left of its file, the next opening finds what an index
 * finds that was built out of the records alone, and the records themselves are never touched by it.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SearchIndex } from '../../src/main/search/search-index.ts'
import { createWorkspace, openWorkspace } from '../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../src/main/workspace/node-file-system.ts'
import { freshAnswers, indexAnswers } from '../support/index-answers.ts'
import { inlineIndex } from '../support/inline-index.ts'
import { seededChooser } from '../support/memory-file-system.ts'
import { anna, newNote } from '../support/new-record.ts'
import { testEnvironment } from '../support/workspace-disk.ts'
import { SOUGHT } from './kills/sought.ts'
import { runScript } from './node-process.ts'
import { figures, tell } from './programme.ts'

const FILE = 'derived/search.bin'
const choose = seededChooser(20231005)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-search-faults-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** Opens the workspace and holds its index against one that knows of no file. Answers whether the file was taken up. */
async function compare(path: string, hold?: typeof inlineIndex): Promise<boolean> {
  const workspace = await openWorkspace(path, testEnvironment(nodeFileSystem))
  let read = 0
  const counted: typeof workspace = Object.assign(Object.create(workspace) as typeof workspace, {
    payloads: (rows?: Iterable<number>) => {
      const asked = [...(rows ?? Array(workspace.rowCount).keys())]
      read += asked.length
      return workspace.payloads(asked)
    },
  })
  const log = { error: () => undefined, info: () => undefined }
  const index = new SearchIndex(counted, { log, onProgress: () => undefined, ...(hold && { hold }) })
  await index.ready
  const isTakenUp = read < workspace.rowCount
  const answers = await indexAnswers(index, SOUGHT)
  // a damaged block may be found by the first question only
  await index.ready
  expect(await indexAnswers(index, SOUGHT)).toEqual(await freshAnswers(workspace, SOUGHT))
  if (index.isReady && read < workspace.rowCount) expect(answers).toEqual(await freshAnswers(workspace, SOUGHT))
  await index.close()
  await workspace.close()
  return isTakenUp
}

it('a process that is killed while it writes leaves an index that finds what there is', async () => {
  const path = join(folder, 'killed')
  await (await createWorkspace(path, { name: 'Hub', sample: false }, testEnvironment(nodeFileSystem))).close()
  let takenUp = 0
  for (let kill = 0; kill < figures.indexKills; kill += 1) {
    let lines = choose(4)
    const { finished } = runScript('kills/search-writer.ts', [path, String(kill)], (_line, child) => {
      lines -= 1
      if (lines >= 0) return
      void setTimeout(choose(40)).then(() => child.kill('SIGKILL'))
    })
    const { signal, errors } = await finished
    expect(signal, errors).toBe('SIGKILL')
    if (await compare(path)) takenUp += 1
    expect((await readdir(join(path, 'derived'))).filter((name) => name.startsWith('search.bin.'))).toEqual([])
  }
  // else only building was tried
  expect(takenUp).toBeGreaterThan(0)
  tell('search index, killed', { kills: figures.indexKills, takenUp })
})

it('a file that is cut or changed anywhere is noticed, or does no harm', async () => {
  const path = join(folder, 'damaged')
  const workspace = await createWorkspace(path, { name: 'Hub', sample: false }, testEnvironment(nodeFileSystem))
  await workspace.transact(anna, async (transaction) => {
    for (let number = 1; number <= 30; number += 1) {
      const body = `${SOUGHT[number % SOUGHT.length]} and ${SOUGHT[(number * 3) % SOUGHT.length]}`
      transaction.put(newNote(number, `Note ${number}`, body), 0)
    }
  })
  await workspace.close()
  await compare(path, inlineIndex)
  const sound = await readFile(join(path, FILE))
  let tried = 0
  for (let at = choose(figures.byteStep); at < sound.length; at += figures.byteStep * 20) {
    const changed = Buffer.from(sound)
    changed[at] = (changed[at] ?? 0) ^ (1 << choose(8))
    for (const bytes of [sound.subarray(0, at), changed]) {
      await writeFile(join(path, FILE), bytes)
      await compare(path, inlineIndex)
      tried += 1
    }
  }
  tell('search index, damaged', { tried })
})
