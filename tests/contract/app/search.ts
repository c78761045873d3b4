/** Search while typing, its page, completion, searches that are kept, and the filter boxes of lists. */
import { expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const MISSING = '01900000-0000-7000-8000-ffffffffffff'

export function describeSearch(connect: Connect): void {
  section('search', connect, ({ caller }) => {
    /** Until then an answer may lack records, and says so. */
    const whole = () => expect.poll(async () => (await caller().call('search.page', { text: '' })).partial, { timeout: 4_000 }).toBe(false)
    const query = async (text: string) => {
      await whole()
      const { groups } = await caller().call('search.query', { text })
      return groups.map(({ kind, hits }) => `${kind}: ${hits.map(({ title }) => title).join()}`)
    }
    const page = async (input: Input<'search.page'>) => {
      await whole()
      return caller().call('search.page', input)
    }
    const titles = async (input: Input<'search.page'>) => (await page(input)).hits.map(({ title }) => title)
    const fill = async () => {
      await caller().create({ kind: 'country', code: 'KAZ', title: 'Kazakhstan' })
      await caller().create({ kind: 'contact', title: 'Alikhan Baimenov', countries: ['KAZ'], tags: ['Mission/2023'] })
      await caller().create({
        kind: 'note',
        title: 'Visit to Astana',
        date: '2019-02',
        countries: ['KAZ'],
        body: 'With [[Alikhan Baimenov]].',
      })
      await caller().create({ kind: 'note', title: 'Letter', date: '2023-05-02', tags: ['mission'], body: 'Baimenov wrote of merit.' })
      await caller().create({ kind: 'study', title: 'Merit in Astana', deadline: '2024', countries: ['GEO'] })
    }

    test('finds what was just written, in words of any order, and any text is a query', async () => {
      await caller().create({ kind: 'contact', title: 'Alikhan Baimenov' })
      await caller().create({ kind: 'note', title: 'Note', body: 'Chaired by [[Alikhan Baimenov]] in Astana.' })
      expect(await query('baim ali')).toEqual(['contact: Alikhan Baimenov', 'note: Note'])
      for (const text of ['', '"', '((', '*', '\u0000', 'kind:', '🙂', 'a'.repeat(10_000)]) {
        await caller().call('search.query', { text })
        await page({ text })
        await caller().call('search.complete', { text, caret: text.length })
      }
    })

    test('follows changes, the trash and what comes back out of it', async () => {
      const note = await caller().create({ kind: 'note', title: 'Alpha', body: 'steppe' })
      expect(await query('steppe')).toEqual(['note: Alpha'])
      await caller().call('records.update', { kind: 'note', id: note.id, baseRev: note.rev, patch: { body: 'valley' } })
      expect(await query('steppe')).toEqual([])
      expect(await query('valley')).toEqual(['note: Alpha'])
      await caller().trash(note.id)
      expect(await query('valley')).toEqual([])
      await caller().call('records.restore', { records: [await caller().head(note.id)] })
      expect(await query('valley')).toEqual(['note: Alpha'])
      await caller().trash(note.id)
      await caller().call('records.erase', { records: [await caller().head(note.id)] })
      expect(await query('valley')).toEqual([])
    })

    test('finds a name in other spellings, on the wrong layout, and with a slip of the finger', async () => {
      await fill()
      for (const text of ['Байменов', 'Bäymenov', 'Bajmenov']) expect((await query(text))[0]).toBe('contact: Alikhan Baimenov')
      const layout = await caller().call('search.query', { text: ',fqvtyjd' })
      expect(layout).toMatchObject({ searchedFor: { how: 'layout', text: 'байменов' }, problems: [] })
      expect(layout.groups[0]?.hits[0]?.title).toBe('Alikhan Baimenov')
      const slip = await caller().call('search.query', { text: 'Baimneov' })
      expect(slip.searchedFor?.how).toBe('typo')
      expect(slip.groups[0]?.hits[0]?.title).toBe('Alikhan Baimenov')
      expect((await caller().call('search.query', { text: 'Baimenov' })).searchedFor).toBeNull()
    })

    test('marks the words found, in the title and in the text around them', async () => {
      await fill()
      const { hits } = await page({ text: 'kind:note baimenov', sort: 'oldest' })
      expect(hits.map(({ title, date, snippet, snippetField }) => ({ title, date, snippet, snippetField }))).toEqual([
        { title: 'Visit to Astana', date: '2019-02', snippet: 'With Alikhan Baimenov.', snippetField: 'body' },
        { title: 'Letter', date: '2023-05-02', snippet: 'Baimenov wrote of merit.', snippetField: 'body' },
      ])
      for (const { snippet, snippetRanges } of hits)
        expect(snippetRanges.map(([from, to]) => snippet.slice(from, to))).toEqual(['Baimenov'])
      const [own] = (await page({ text: 'alik' })).hits
      expect(own?.titleRanges.map(([from, to]) => own.title.slice(from, to))).toEqual(['Alik'])
    })

    test('answers a page in each order, window by window', async () => {
      await fill()
      const all = { text: 'astana OR baimenov' }
      expect(await titles({ ...all, sort: 'title' })).toEqual(['Alikhan Baimenov', 'Letter', 'Merit in Astana', 'Visit to Astana'])
      expect(await titles({ ...all, sort: 'title', from: 1, count: 2 })).toEqual(['Letter', 'Merit in Astana'])
      expect((await titles({ ...all, sort: 'newest' })).slice(0, 3)).toEqual(['Merit in Astana', 'Letter', 'Visit to Astana'])
      expect((await titles({ ...all, sort: 'oldest' })).slice(0, 3)).toEqual(['Visit to Astana', 'Letter', 'Merit in Astana'])
      expect((await titles({ ...all, sort: 'updated' }))[0]).toBe('Merit in Astana')
      expect(await page({ ...all, from: 4 })).toMatchObject({ total: 4, hits: [], partial: false })
    })

    test('counts what each list of filters could narrow it to, as if nothing of its own were ticked', async () => {
      await fill()
      const open = await page({ text: 'astana OR baimenov' })
      expect(open.facets).toEqual({
        kinds: [
          { value: 'note', count: 2 },
          { value: 'contact', count: 1 },
          { value: 'study', count: 1 },
        ],
        countries: [
          { value: 'KAZ', count: 2 },
          { value: 'GEO', count: 1 },
        ],
        tags: [
          { value: 'mission', count: 1 },
          { value: 'Mission/2023', count: 1 },
        ],
        years: [
          { value: '2024', count: 1 },
          { value: '2023', count: 1 },
          { value: '2019', count: 1 },
        ],
      })
      const notes = await page({ text: 'astana OR baimenov', filters: { kinds: ['note'] } })
      expect(notes.total).toBe(2)
      expect(notes.facets.kinds).toEqual(open.facets.kinds)
      expect(notes.facets.countries).toEqual([{ value: 'KAZ', count: 1 }])
      const both = await page({ text: 'astana OR baimenov', filters: { kinds: ['note', 'study'], years: ['2024', '2019'] } })
      expect(both.hits.map(({ title }) => title).toSorted()).toEqual(['Merit in Astana', 'Visit to Astana'])
      expect(await titles({ text: '', filters: { tags: ['Mission/2023'] } })).toEqual(['Alikhan Baimenov'])
      expect(await page({ text: '' })).toMatchObject({ total: 0, hits: [] })
    })

    test('says what of a query could not be taken, and searches the rest', async () => {
      await fill()
      for (const [part, code, about] of [
        ['country:Nowhereland', 'unknownValue', 'Nowhereland'],
        ['kind:parrot', 'unknownValue', 'parrot'],
        ['after:yesterday', 'badDate', 'yesterday'],
        ['-country:Nowhereland', 'unknownValue', 'Nowhereland'],
      ]) {
        const { problems, hits } = await page({ text: `letter ${part}` })
        expect(hits.map(({ title }) => title)).toEqual(['Letter'])
        expect(problems).toMatchObject([{ code, about }])
        expect(await caller().titles({ text: `letter ${part}` })).toEqual(['Letter'])
        // where nothing is left it is as if nothing had been typed
        expect(await page({ text: part ?? '' })).toMatchObject({ total: 0, problems: [{ code, about }] })
        expect(await caller().titles({ text: part ?? '' })).toHaveLength(5)
      }
      expect((await page({ text: 'country:Казахстан letter' })).problems).toEqual([])
      expect(await titles({ text: 'country:Казахстан visit' })).toEqual(['Visit to Astana'])
    })

    test('completes operators, closed values and those of the workspace', async () => {
      await fill()
      const complete = async (text: string) => {
        const { from, to, items } = await caller().call('search.complete', { text, caret: text.length })
        return items.map(({ insert }) => text.slice(0, from) + insert + text.slice(to))
      }
      expect(await complete('visit cou')).toContain('visit country:')
      expect(await complete('kind:no')).toEqual(['kind:note'])
      expect((await complete('country:Каз'))[0]).toBe('country:Казахстан')
      expect((await complete('country:kaz'))[0]).toBe('country:Kazakhstan')
      expect(await complete('country:New Z')).toEqual([])
      expect(await complete('country:"New Z')).toEqual(['country:"New Zealand"'])
      expect(await complete('tag:mis')).toEqual(['tag:Mission/2023', 'tag:mission'])
      expect(await complete('owner:baim')).toEqual(['owner:"Alikhan Baimenov"'])
    })

    test('keeps searches with their counts, in their order, and each under a name of its own', async () => {
      await fill()
      await whole()
      const changed = caller().next('search.savedChanged')
      const notes = await caller().call('search.save', { id: null, name: ' Notes ', text: 'kind:note', sort: 'newest' })
      await changed
      const filters = { countries: ['KAZ'] }
      const visits = await caller().call('search.save', { id: null, name: 'Visits', text: 'visit', filters, sort: 'relevance' })
      const saved = async () => (await caller().call('search.saved', {})).searches.map(({ name, total }) => ({ name, total }))
      expect(await saved()).toEqual([
        { name: 'Notes', total: 2 },
        { name: 'Visits', total: 1 },
      ])
      await caller().create({ kind: 'note', title: 'Second visit', countries: ['KAZ'] })
      expect(await saved()).toEqual([
        { name: 'Notes', total: 3 },
        { name: 'Visits', total: 2 },
      ])
      expect(await caller().issues('search.save', { ...visits, name: 'notes' })).toEqual([{ path: 'name', problem: 'taken' }])
      expect(await caller().issues('search.save', { ...visits, id: null, name: '  ' })).toEqual([{ path: 'name', problem: 'empty' }])
      await caller().call('search.save', { ...notes, name: 'Texts', text: 'kind:note -visit' })
      expect(await saved()).toEqual([
        { name: 'Texts', total: 1 },
        { name: 'Visits', total: 2 },
      ])
      await caller().call('search.forget', { id: notes.id })
      expect(await saved()).toEqual([{ name: 'Visits', total: 2 }])
      await caller().refused('NOT_FOUND', 'search.forget', { id: notes.id })
      await caller().refused('NOT_FOUND', 'search.save', { ...notes, id: MISSING })
    })

    test('lists understand the same language, and look at what they show', async () => {
      await fill()
      await whole()
      expect(await caller().titles({ text: 'Байменов' })).toEqual(['Alikhan Baimenov'])
      expect(await caller().titles({ text: 'in:body Baimenov' })).toEqual(['Letter', 'Visit to Astana'])
      expect(await caller().titles({ kind: 'note', text: 'country:KAZ' })).toEqual(['Visit to Astana'])
      expect(await caller().titles({ text: 'astana -kind:study' })).toEqual(['Visit to Astana'])
      expect(await caller().titles({ text: '—' })).toHaveLength(5)
      const letter = (await page({ text: 'letter' })).hits[0]
      await caller().trash(letter?.id ?? '')
      expect(await caller().titles({ trashed: true, text: 'lett' })).toEqual(['Letter'])
      expect(await caller().titles({ trashed: true, text: 'kind:note OR Baimenov' })).toEqual(['Letter'])
      expect(await caller().titles({ trashed: true, text: '-in:title letter' })).toEqual([])
      expect(await caller().titles({ trashed: true, text: '?' })).toEqual(['Letter'])
      expect(await caller().titles({ text: 'lett' })).toEqual([])
    })
  })
}
