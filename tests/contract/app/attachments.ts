/** Files of records over every transport: their bytes arrive and come back as they were. */
import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../../src/shared/contract/attachments.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeAttachments(connect: Connect): void {
  section('files of records', connect, ({ caller, connection }) => {
    test('bytes arrive in pieces and come back as they were', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Mission' })
      const bytes = randomBytes(CHUNK_BYTES + 1_001)
      const { token } = await caller().call('attachments.begin', { id, name: 'data.bin', bytes: bytes.length })
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
        await caller().call('attachments.chunk', { token, from, base64: bytes.subarray(from, from + CHUNK_BYTES).toString('base64') })
      const { attachment, record, commit } = await caller().call('attachments.finish', { token })
      expect(attachment).toMatchObject({ name: 'data.bin', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      expect(record.attachments).toEqual([attachment])
      const pieces: Buffer[] = []
      for (let from = 0; from < bytes.length;) {
        const { base64 } = await caller().call('attachments.read', { id, name: 'data.bin', from })
        pieces.push(Buffer.from(base64, 'base64'))
        from += pieces.at(-1)?.length ?? Infinity
      }
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
      await caller().call('undo.apply', commit ?? expect.fail())
      expect((await caller().call('records.get', { id })).attachments).toEqual([])
    })

    test('every window hears of an added and of a removed file', async () => {
      const { id } = await caller().create({ kind: 'note', title: 'Mission' })
      const added = caller().next('records.changed', ({ upserted }) => upserted.some((change) => change.id === id && change.rev === 2))
      const { token } = await caller().call('attachments.begin', { id, name: 'empty.txt', bytes: 0 })
      await caller().call('attachments.finish', { token })
      await added
      const removed = caller().next('records.changed', ({ upserted }) => upserted.some((change) => change.id === id && change.rev === 3))
      await caller().call('attachments.remove', { id, baseRev: 2, name: 'empty.txt' })
      await removed
    })

    test('a token of one window is nothing to another', async () => {
      const { secondClient } = connection()
      if (!secondClient) return
      const { id } = await caller().create({ kind: 'note', title: 'Mission' })
      const { token } = await caller().call('attachments.begin', { id, name: 'a', bytes: 1 })
      const other = await secondClient()
      const reply = await other.call('attachments.chunk', { token, from: 0, base64: 'AA==' })
      expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
      await other.close()
    })
  })
}
