/** Renaming and what it does to links. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeRename(connect: Connect): void {
  section('rename', connect, ({ caller }) => {
    const participant = {
      person: 'Rex Facer',
      function: 'speaker',
      status: '',
      represents: { country: '', organisation: '' },
      title: '',
      presence: '',
      replacedBy: '',
    } as const

    test('rewrites links in bodies and fields in one transaction and keeps the old title as an alias', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex Facer' })
      const note = await caller().create({
        kind: 'note',
        title: 'Note',
        body: 'Ask [[rex  facer]] and [[Rex Facer|him]]; not `[[Rex Facer]]`.',
      })
      const meeting = await caller().create({ kind: 'meeting', title: 'Panel', chair: 'Rex Facer', participants: [participant] })
      const other = await caller().create({ kind: 'note', title: 'Other', body: 'Nothing of [[him]].' })

      const { record, updatedLinks, commit } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex L. Facer II' })
      expect(record).toMatchObject({ title: 'Rex L. Facer II', aliases: ['Rex Facer'], rev: 2 })
      expect(updatedLinks).toBe(2)
      expect(commit?.revision).toBe(5)
      expect((await caller().call('records.get', { id: note.id })).body).toBe(
        'Ask [[Rex L. Facer II]] and [[Rex L. Facer II|him]]; not `[[Rex Facer]]`.',
      )
      expect(await caller().call('records.get', { id: meeting.id })).toMatchObject({
        chair: 'Rex L. Facer II',
        participants: [{ person: 'Rex L. Facer II' }],
      })
      expect((await caller().call('records.get', { id: other.id })).rev).toBe(1)
      expect(await caller().call('links.resolve', { names: ['Rex Facer', 'rex l. facer ii'] })).toMatchObject([
        { id: rex.id },
        { id: rex.id },
      ])
    })

    test('leaves what was adopted as it stands; its links still lead there', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex Facer' })
      const adopted = await caller().adopted({
        kind: 'meeting',
        title: 'Panel',
        body: '[[Rex Facer]] spoke.',
        chair: 'Rex Facer',
      })
      const { updatedLinks } = await caller().call('records.rename', { id: rex.id, baseRev: 1, title: 'Rex L. Facer' })
      expect(updatedLinks).toBe(0)
      expect(await caller().call('records.get', { id: adopted.id })).toMatchObject({
        rev: 2,
        body: '[[Rex Facer]] spoke.',
        chair: 'Rex Facer',
      })
      expect((await caller().call('links.backlinks', { id: rex.id })).rows).toMatchObject([{ head: { id: adopted.id } }])
    })

    test('another case of the same title leaves no alias; going back to an alias uses it up', async () => {
      const note = await caller().create({ kind: 'note', title: 'reform', aliases: ['Change'] })
      const cased = await caller().call('records.rename', { id: note.id, baseRev: 1, title: 'Reform' })
      expect(cased.record).toMatchObject({ title: 'Reform', aliases: ['Change'] })
      const changed = await caller().call('records.rename', { id: note.id, baseRev: 2, title: 'Change' })
      expect(changed.record).toMatchObject({ title: 'Change', aliases: ['Reform'] })
      const same = await caller().call('records.rename', { id: note.id, baseRev: 3, title: 'Change' })
      expect(same.record.rev).toBe(3)
    })

    test('a record’s links to itself follow', async () => {
      const note = await caller().create({ kind: 'note', title: 'Part one', body: 'See [[Part one#Sources]].' })
      const { record, updatedLinks } = await caller().call('records.rename', { id: note.id, baseRev: 1, title: 'Part two' })
      expect(record.body).toBe('See [[Part two#Sources]].')
      expect(updatedLinks).toBe(1)
    })

    test('a title of another record, a stale revision and a title that links cannot use are refused', async () => {
      await caller().create({ kind: 'note', title: 'Taken', aliases: ['Also taken'] })
      const note = await caller().create({ kind: 'note', title: 'Mine', date: '2023' })
      const taken = await caller().refused('TITLE_TAKEN', 'records.rename', { id: note.id, baseRev: 1, title: 'also taken' })
      expect(taken.details['suggestion']).toBe('also taken (2023)')
      await caller().refused('CONFLICT', 'records.rename', { id: note.id, baseRev: 7, title: 'Free' })
      expect(await caller().issues('records.rename', { id: note.id, baseRev: 1, title: 'With | bar' })).toEqual([
        { path: 'title', problem: 'reserved' },
      ])
      expect(await caller().issues('records.rename', { id: note.id, baseRev: 1, title: 'x'.repeat(10_000) })).toEqual([
        { path: 'title', problem: 'tooLong' },
      ])
      expect((await caller().call('records.get', { id: note.id })).title).toBe('Mine')
    })

    test('renames that come at once find each other’s links', async () => {
      const a = await caller().create({ kind: 'note', title: 'A', body: '[[B]]' })
      const b = await caller().create({ kind: 'note', title: 'B', body: '[[A]]' })
      const c = await caller().create({ kind: 'note', title: 'C' })
      const updated = caller().call('records.update', { kind: 'note', id: c.id, baseRev: 1, patch: { body: '[[A]] and [[B]]' } })
      const first = caller().call('records.rename', { id: a.id, baseRev: 1, title: 'Alpha' })
      await Promise.all([updated, first])
      await caller().call('records.rename', { ...(await caller().head(b.id)), title: 'Beta' })
      const bodies = await Promise.all([a, b, c].map(async ({ id }) => (await caller().call('records.get', { id })).body))
      expect(bodies).toEqual(['[[Beta]]', '[[Alpha]]', '[[Alpha]] and [[Beta]]'])
    })
  })
}
