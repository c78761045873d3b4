/**
 * A process that writes into a workspace until it is killed, and prints every acknowledgement. Started by
 * `killed-writer.test.ts` with Node's type stripping. Arguments: folder, number of transactions in flight.
 */
import { writeSync } from 'node:fs'
import { openWorkspace } from '../../src/main/workspace/index.ts'
import { anna, idOf, newNote } from '../support/new-record.ts'

const [folder = '', inFlight = '1'] = process.argv.slice(2)
const STDOUT = 1
const RECORDS = 12

let ids = 0xff00
const workspace = await openWorkspace(folder, {
  clock: Date.now,
  newId: () => idOf((ids += 1)),
  owner: { person: 'Writer', device: 'test', host: 'cli' },
})
writeSync(STDOUT, 'open\n')

/** Each transaction changes one record and erases or makes another, so that half a transaction would show. */
async function writeForEver(lane: number): Promise<never> {
  for (let round = 0; ; round += 1) {
    const { commit } = await workspace.transact(anna, async (transaction) => {
      for (const id of [lane * RECORDS + 1, lane * RECORDS + 2 + (round % (RECORDS - 1))]) {
        const head = transaction.head(idOf(id))
        transaction.put(newNote(id, `Record ${id}`, `round ${round} `.repeat(200)), head?.rev ?? 0)
      }
    })
    // one write, straight to the descriptor: what was printed was acknowledged before the kill
    const changes = commit?.changes.map(({ id, record }) => [id, record?.rev, record?.body.slice(0, 12).trim()])
    writeSync(STDOUT, `${JSON.stringify({ revision: commit?.revision, changes })}\n`)
  }
}

await Promise.all(Array.from({ length: Number(inFlight) }, (_, lane) => writeForEver(lane)))
