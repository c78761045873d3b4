import { beforeAll, expect, test } from 'vitest'
import {
  countRecords,
  listBackups,
  makeBackup,
  ownBackups,
  secondBackups,
  takeSnapshot,
} from '../../../../../src/main/workspace/backups/index.ts'
import { createWorkspace } from '../../../../../src/main/workspace/index.ts'
import { MemoryFileSystem } from '../../../../support/memory-file-system.ts'
import { anna, newNote } from '../../../../support/new-record.ts'
import { testEnvironment } from '../../../../support/workspace-disk.ts'

const FOLDER = '/disk/hub'
const PLACE = '/stick'

let base: MemoryFileSystem

beforeAll(async () => {
  base = new MemoryFileSystem()
  await base.createFolder('/disk')
  await base.createFolder(PLACE)
  const environment = testEnvironment(base)
  const workspace = await createWorkspace(FOLDER, { name: 'Hub', sample: false }, environment)
  await workspace.configure({ ...workspace.settings, backups: { automatic: true, secondPlace: PLACE } })
  const second = (await secondBackups(base, PLACE, workspace.info)) ?? expect.fail('The second place is there.')
  for (const number of [1, 2]) {
    await workspace.transact(anna, async (transaction) => transaction.put(newNote(number, `Note ${number}`, ''), 0))
    const counts = await countRecords(workspace)
    const snapshot = await workspace.whileStill(() => takeSnapshot(base, FOLDER, workspace.revision, counts))
    for (const folder of [ownBackups(base, FOLDER), second])
      await makeBackup(folder, snapshot, { files: base, clock: environment.clock, reason: 'hand', copyAttachments: true })
  }
  await workspace.close()
})

/** The operations of listing, with their numbers. */
async function operations(): Promise<readonly { readonly at: number; readonly operation: string }[]> {
  const files = base.afterProcessExit()
  await listBackups(files, FOLDER)
  return files.operations.map((operation, index) => ({ at: index + 1, operation }))
}

async function placesWhenFailing(at: number, error: string, only?: readonly string[]): Promise<string[]> {
  const files = base.afterProcessExit()
  files.inject({ at, error, forGood: false, ...(only ? { only } : {}) })
  return (await listBackups(files, FOLDER)).map(({ place }) => place).toSorted()
}

test('both places are listed', async () => {
  const found = await listBackups(base, FOLDER)
  expect(found.map(({ place }) => place).toSorted()).toEqual(['here', 'here', 'second', 'second'])
})

test.each(['EIO', 'EACCES', 'ENOENT'])(
  'a second place that fails with %s at any operation does not hide those beside the workspace',
  async (error) => {
    const there = (await operations()).filter(({ operation }) => operation.includes(PLACE))
    expect(there.length).toBeGreaterThan(2)
    for (const { at, operation } of there) {
      const places = await placesWhenFailing(at, error)
      expect(places.slice(0, 2), operation).toEqual(['here', 'here'])
      expect(places.length, operation).toBeLessThan(4)
    }
  },
)

test('the workspace’s own disk that fails does not hide the second place', async () => {
  const here = (await operations()).filter(({ operation }) => operation.includes(`${FOLDER}/backups`))
  for (const { at, operation } of here) expect((await placesWhenFailing(at, 'EIO')).slice(-2), operation).toEqual(['second', 'second'])
})

test('a list that cannot be read hides no other one', async () => {
  const list = (await operations()).find(({ operation }) => /hub\/backups\/.*\.json$/.test(operation)) ?? expect.fail('No list is read.')
  expect(await placesWhenFailing(list.at, 'EIO')).toEqual(['here', 'second', 'second'])
})

test('when both fail, the failure of the own folder is told', async () => {
  const files = base.afterProcessExit()
  files.inject({ at: 1, error: 'EIO', forGood: true, only: ['list'] })
  await expect(listBackups(files, FOLDER)).rejects.toMatchObject({ code: 'EIO' })
})
