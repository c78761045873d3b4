/**
 * A process that writes to a workspace and has its index written again and again, until it is killed. Started by
 * `search-index.test.ts`. Arguments: the folder, and a number that tells this process's records apart.
 */
import { writeSync } from 'node:fs'
import { SearchIndex } from '../../../src/main/search/search-index.ts'
import { RecordIndex } from '../../../src/main/services/record-index.ts'
import { openWorkspace } from '../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../src/main/workspace/node-file-system.ts'
import { anna, idOf, newNote } from '../../support/new-record.ts'
import { testEnvironment } from '../../support/workspace-disk.ts'
import { SOUGHT } from './sought.ts'

const [, , folder = '', turn = '0'] = process.argv
const STDOUT = 1
const say = (line: string) => void writeSync(STDOUT, `${line}\n`)

const workspace = await openWorkspace(folder, testEnvironment(nodeFileSystem))
const records = await RecordIndex.of(workspace)
const index = new SearchIndex(workspace, {
  log: { error: ({ message }) => say(message), info: () => undefined },
  onProgress: () => undefined,
  worthSaving: 10,
})
workspace.onCommit((commit) => index.follow(commit, records.apply(commit)))
say('open')
for (let round = 1; ; round += 1) {
  const number = 1 + ((round * 7) % 40)
  await workspace.transact(anna, async (transaction) => {
    const head = transaction.head(idOf(number))
    if (head && round % 5 === 0) transaction.erase(head.id, head.rev)
    else transaction.put(newNote(number, `Note ${number}`, `${SOUGHT[round % SOUGHT.length]} ${turn}`), head?.rev ?? 0)
  })
  if (round % 10 === 0) {
    await index.ready
    say(`round ${round}`)
  }
}
