/** Whatever is sent, an answer comes back, it is never a defect, and a refusal has changed nothing. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { methods } from '../../../src/shared/contract/index.ts'
import type { Caller, Connect } from './connection.ts'
import { listOf } from './connection.ts'
import { mutations, validInputs } from './sample-inputs.ts'
import { section } from './section.ts'

const RUNS = Number(process.env['RAPPORTEUR_PAYLOADS'] ?? 300)

/** Everything that is stored, as the contract shows it. */
async function storedState(caller: Caller): Promise<string> {
  const records: unknown[] = []
  for (const trashed of [false, true]) {
    const { rows } = await caller.call('list.query', { query: listOf({ trashed }), from: 0, count: 500 })
    for (const { head } of rows) records.push(await caller.call('records.get', { id: head.id }))
  }
  const { workspace } = await caller.call('app.state', {})
  return JSON.stringify({ records, workspace })
}

export function describeRandomPayloads(connect: Connect): void {
  section('random payloads', connect, ({ caller }) => {
    test(
      `${RUNS} payloads to random methods`,
      async () => {
        const ids = await seed(caller())
        let state = await storedState(caller())
        const payload = fc
          .constantFrom(...Object.keys(methods))
          .chain((method) =>
            fc.record({ method: fc.constant(method), input: fc.oneof(fc.jsonValue({ maxDepth: 6 }), mutations(validInputs(method, ids))) }),
          )
        await fc.assert(
          fc.asyncProperty(payload, async ({ method, input }) => {
            const reply = await caller().raw(method, input)
            if (!reply.ok) {
              expect(reply.error.code).not.toBe('INTERNAL')
              expect(reply.error.message).not.toBe('')
            }
            if (method === 'workspace.close' && reply.ok) await reopen(caller())
            const now = await storedState(caller())
            if (!reply.ok) expect(now, `${method} was refused with ${reply.error.code}`).toBe(state)
            state = now
          }),
          { numRuns: RUNS },
        )
      },
      120_000 + RUNS * 200,
    )
  })
}

async function reopen(caller: Caller): Promise<void> {
  const [recent] = await caller.call('workspace.recent', {})
  await caller.call('workspace.open', { folder: recent?.handle ?? '' })
}

async function seed(caller: Caller): Promise<readonly string[]> {
  const records = [
    await caller.create({
      kind: 'contact',
      title: 'Rex Facer',
      posts: [{ title: 'Dean', organisation: 'Hub', country: 'USA', from: '2019', to: '', former: false }],
    }),
    await caller.create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' }),
    await caller.create({ kind: 'note', title: 'Note', body: 'See [[Rex Facer]].\n\n- [ ] Do it [[Rex Facer]] 📅 2023-06-30' }),
    await caller.adopted({ kind: 'meeting', title: 'Committee', body: '> [!decision] SC/2023/1 Yes\n> Agreed.' }),
    await caller.create({ kind: 'study', title: 'Pay' }),
    await caller.create({ kind: 'note', title: 'Gone' }),
  ]
  await caller.trash(records[5]?.id ?? '')
  return records.map(({ id }) => id)
}
