/** Links, their completion and backlinks. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'

export function describeLinks(connect: Connect): void {
  section('links', connect, ({ caller }) => {
    const suggested = async (text: string, more: object = {}) =>
      (await caller().call('links.suggest', { text, ...more })).map(({ title }) => title)

    test('resolves titles and aliases in the order asked; a link to nothing is null', async () => {
      const hub = await caller().create({
        kind: 'contact',
        contactType: 'organisation',
        title: 'Astana Civil Service Hub',
        aliases: ['ACSH'],
      })
      expect(await caller().call('links.resolve', { names: ['Nobody', 'acsh', ' astana  civil service HUB', ''] })).toEqual([
        null,
        { id: hub.id, kind: 'contact', title: 'Astana Civil Service Hub' },
        { id: hub.id, kind: 'contact', title: 'Astana Civil Service Hub' },
        null,
      ])
    })

    test('a record that comes later takes the links that waited for it', async () => {
      await caller().create({ kind: 'note', title: 'Note', body: 'Ask [[Rex Facer]].' })
      const rex = await caller().create({ kind: 'contact', title: 'Rex Facer' })
      expect(await caller().call('links.backlinks', { id: rex.id })).toMatchObject({ total: 1, rows: [{ head: { title: 'Note' } }] })
    })

    test('suggests the exact title, then titles that begin so, words, and aliases', async () => {
      await caller().create({ kind: 'note', title: 'Other', aliases: ['Pay scales'] })
      await caller().create({ kind: 'note', title: 'On pay' })
      await caller().create({ kind: 'note', title: 'Payroll' })
      await caller().create({ kind: 'note', title: 'Pay' })
      expect(await suggested('pay')).toEqual(['Pay', 'Payroll', 'On pay', 'Other'])
      expect(await suggested('pay', { limit: 2 })).toEqual(['Pay', 'Payroll'])
      const [last] = (await caller().call('links.suggest', { text: 'scales' })).slice(-1)
      expect(last).toMatchObject({ title: 'Other', alias: 'Pay scales' })
    })

    test('suggests people before organisations when contacts are asked for', async () => {
      await caller().create({ kind: 'contact', contactType: 'organisation', title: 'Kim Institute', shortName: 'KI' })
      await caller().create({
        kind: 'contact',
        title: 'Kim Pan Suk',
        posts: [{ title: 'Professor', organisation: 'Yonsei University', country: 'KOR', from: '', to: '', former: false }],
      })
      await caller().create({ kind: 'note', title: 'Kim’s study' })
      expect(await suggested('kim', { contactTypes: ['person', 'organisation'] })).toEqual(['Kim Pan Suk', 'Kim Institute'])
      expect(await suggested('kim', { contactTypes: ['person'] })).toEqual(['Kim Pan Suk'])
      expect(await suggested('kim', { kinds: ['note'] })).toEqual(['Kim’s study'])
      expect(await suggested('KI', { contactTypes: ['organisation'] })).toEqual(['Kim Institute'])
      const [kim] = await caller().call('links.suggest', { text: 'suk', kinds: ['contact'] })
      expect(kim?.detail).toBe('Professor, Yonsei University')
    })

    test('suggests names in another spelling behind those that are spelled so', async () => {
      await caller().create({ kind: 'contact', title: 'Alikhan Baimenov' })
      await caller().create({ kind: 'note', title: 'On Байменов' })
      await caller().create({ kind: 'note', title: 'On another', body: 'Байменов' })
      // what is spelled so is there at once; other spellings are when the index is whole
      await expect.poll(() => suggested('Байменов'), { timeout: 4_000 }).toEqual(['On Байменов', 'Alikhan Baimenov'])
      expect(await suggested('Bajmenov Alikhan')).toEqual(['Alikhan Baimenov'])
      expect(await suggested('Байменов', { kinds: ['note'] })).toEqual(['On Байменов'])
      expect(await suggested('—')).toHaveLength(3)
    })

    test('without text suggests what was changed last', async () => {
      const first = await caller().create({ kind: 'note', title: 'First' })
      await caller().create({ kind: 'note', title: 'Second' })
      expect(await suggested('')).toEqual(['Second', 'First'])
      await caller().call('records.update', { kind: 'note', id: first.id, baseRev: 1, patch: { topic: 'New' } })
      expect(await suggested('')).toEqual(['First', 'Second'])
    })

    test('backlinks show the sentence with the link marked, and properties with what they say', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex Facer', aliases: ['Facer'] })
      await caller().create({
        kind: 'note',
        title: 'Note',
        body: '# Pay\n\nIt was long. **Then** [[Rex Facer|Rex]] met [[Facer]] and left. The end.\n\nLater [[Rex Facer]] came back.',
      })
      await caller().create({
        kind: 'meeting',
        title: 'Panel',
        chair: 'Rex Facer',
        participants: [
          {
            person: 'Facer',
            function: 'speaker',
            status: 'expert',
            represents: { country: 'USA', organisation: '' },
            title: 'Professor',
            presence: '',
            replacedBy: '',
          },
        ],
      })
      const { rows: backlinks } = await caller().call('links.backlinks', { id: rex.id })
      expect(backlinks.map(({ head }) => head.title)).toEqual(['Panel', 'Note'])
      expect(backlinks[0]?.mentions.map(({ field, sentence }) => `${field}: ${sentence}`)).toEqual([
        'chair: Rex Facer',
        'participants: speaker, Professor',
      ])
      const [sentence, later] = backlinks[1]?.mentions ?? []
      expect(sentence).toMatchObject({ sentence: 'Then Rex met Facer and left.', field: '' })
      expect(sentence?.ranges.map(([from, to]) => sentence.sentence.slice(from, to))).toEqual(['Rex', 'Facer'])
      expect(later?.sentence).toBe('Later Rex Facer came back.')
    })

    test('backlinks come as a window, each with its first sentences', async () => {
      const hub = await caller().create({ kind: 'contact', title: 'Hub' })
      for (const title of ['One', 'Two', 'Three']) await caller().create({ kind: 'note', title, body: '[[Hub]] met.\n\n'.repeat(8) })
      const { total, rows } = await caller().call('links.backlinks', { id: hub.id, from: 1, count: 1 })
      expect(total).toBe(3)
      expect(rows.map(({ head }) => head.title)).toEqual(['Two'])
      expect(rows[0]?.mentions).toHaveLength(5)
      expect(rows[0]?.more).toBe(3)
    })

    test('neither the trash nor the record itself is a backlink', async () => {
      const rex = await caller().create({ kind: 'contact', title: 'Rex', body: 'See [[Rex]].' })
      const note = await caller().create({ kind: 'note', title: 'Note', body: '[[Rex]]' })
      expect((await caller().call('links.backlinks', { id: rex.id })).total).toBe(1)
      await caller().trash(note.id)
      expect(await caller().call('links.backlinks', { id: rex.id })).toEqual({ total: 0, rows: [] })
      await caller().refused('NOT_FOUND', 'links.backlinks', { id: MISSING })
    })
  })
}
