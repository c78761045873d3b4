/** What no method may let through. */
import { expect, test } from 'vitest'
import { methods, type Input } from '../../../src/shared/contract/index.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

export function describeBadInput(connect: Connect): void {
  section('bad input', connect, ({ caller, connection }) => {
    test('only methods of the contract are there', async () => {
      for (const method of [
        '',
        'toString',
        '__proto__',
        'constructor',
        'hasOwnProperty',
        'records.Get',
        'records',
        'records.get ',
        'a'.repeat(10_000),
      ]) {
        await caller().refused('UNKNOWN_METHOD', method, {})
      }
    })

    test('every method refuses keys that it does not know', async () => {
      for (const method of Object.keys(methods)) {
        // which keys a change may have, its kind decides
        const input = method === 'records.update' ? { kind: 'note', unheardOf: 1 } : { unheardOf: 1 }
        expect(
          (await caller().issues(method, input)).map(({ path }) => path),
          method,
        ).toContain('unheardOf')
      }
    })

    test('every method refuses what is no object', async () => {
      for (const method of Object.keys(methods)) {
        for (const input of [null, 'text', 7, [], true]) await caller().refused('INVALID_INPUT', method, input)
      }
    })

    test('names the field, however deep', async () => {
      const note = await caller().create({ kind: 'contact', title: 'Rex' })
      const post = { title: 'Dean', organisation: '', country: 'kaz', from: '2019-13', to: '', former: false }
      const input = { kind: 'contact', id: note.id, baseRev: 1, patch: { posts: [post], unheardOf: 1 } }
      expect(await caller().issues('records.update', input)).toEqual([
        { path: 'patch.posts.0.country', problem: 'invalid_format' },
        { path: 'patch.posts.0.from', problem: 'date' },
        { path: 'patch.unheardOf', problem: 'unrecognized_keys' },
      ])
      expect(await caller().issues('records.create', { record: { kind: 'note', title: '', date: '31.12.2019' } })).toEqual([
        { path: 'record.title', problem: 'empty' },
        { path: 'record.date', problem: 'date' },
      ])
    })

    test('a kind takes no field of another kind, and no system field', async () => {
      expect(await caller().issues('records.create', { record: { kind: 'note', title: 'X', posts: [] } })).toEqual([
        { path: 'record.posts', problem: 'unrecognized_keys' },
      ])
      expect(await caller().issues('records.create', { record: { kind: 'note', title: 'X', id: 'mine' } })).toEqual([
        { path: 'record.id', problem: 'unrecognized_keys' },
      ])
      expect(await caller().issues('records.create', { record: { kind: 'spell', title: 'X' } })).toEqual([
        { path: 'record.kind', problem: 'invalid_union' },
      ])
    })

    test('over-long texts, lists and values too deep are refused', async () => {
      expect(await caller().issues('records.create', { record: { kind: 'note', title: 'x'.repeat(501) } })).toEqual([
        { path: 'record.title', problem: 'tooLong' },
      ])
      expect(await caller().issues('records.create', { record: { kind: 'note', title: 'X', topic: 'x'.repeat(2_001) } })).toEqual([
        { path: 'record.topic', problem: 'too_big' },
      ])
      expect(await caller().issues('records.create', { record: { kind: 'note', title: 'X', body: 'x'.repeat(5_000_001) } })).toEqual([
        { path: 'record.body', problem: 'too_big' },
      ])
      expect(await caller().issues('search.query', { text: 'x'.repeat(10_001) })).toEqual([{ path: 'text', problem: 'too_big' }])
      const deep = await caller().issues('records.create', { record: { kind: 'note', title: 'X', extra: { a: nested(60) } } })
      expect(deep.map(({ problem }) => problem)).toEqual(['tooDeep'])
      const many = await caller().issues('links.resolve', { names: Array.from({ length: 600_000 }, () => 0) })
      expect(many.map(({ problem }) => problem)).toEqual(['tooLarge'])
      expect(await caller().titles({})).toEqual([])
    })

    test('a body of the greatest length is kept', async () => {
      const note = await caller().create({ kind: 'note', title: 'Long', body: 'ж'.repeat(5_000_000) })
      expect((await caller().call('records.get', { id: note.id })).body).toHaveLength(5_000_000)
    })

    test('the key __proto__ reaches nothing', async () => {
      const input: unknown = JSON.parse('{"record": {"kind": "note", "title": "X", "extra": {"__proto__": {"polluted": true}}}}')
      if (connection().leavesOutProto) {
        expect(await caller().call('records.create', input as Input<'records.create'>)).toMatchObject({ record: { extra: {} } })
      } else {
        expect(await caller().issues('records.create', input)).toEqual([{ path: 'record.extra.__proto__', problem: 'reservedKey' }])
      }
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      const note = await caller().create({ kind: 'note', title: 'constructor', aliases: ['toString'], extra: { constructor: 1 } })
      expect(await caller().call('links.resolve', { names: ['toString', 'constructor', 'valueOf'] })).toMatchObject([
        { id: note.id },
        { id: note.id },
        null,
      ])
    })
  })
}
