/** The register of decisions. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeDecisions(connect: Connect): void {
  section('the register of decisions', connect, ({ caller }) => {
    const meetings = async () => {
      await caller().create({ kind: 'contact', contactType: 'body', title: 'Steering Committee', symbol: 'SC' })
      const earlier = await caller().create({
        kind: 'meeting',
        title: 'Seventh session',
        meetingBody: 'Steering Committee',
        start: '2022-10-04',
        body: '> [!decision|silence] SC/2022/3 Old questionnaire\n> Each study has its own.\n',
      })
      const later = await caller().create({
        kind: 'meeting',
        title: 'Eighth session',
        meetingBody: 'Steering Committee',
        start: '2023-05-16',
        body: '> [!decision|consensus] SC/2023/1 Questionnaire\n> One for all.\n> - [ ] Circulate it [[Rex Facer]]\n\n- [ ] Budget under SC/2023/1\n',
      })
      return { earlier, later }
    }
    const supersede = (recordId: string) =>
      caller().call('decisions.setStatus', {
        recordId,
        line: 0,
        number: 'SC/2022/3',
        title: 'Old questionnaire',
        status: 'superseded',
        supersededBy: 'SC/2023/1',
        on: '2023-05-16',
      })
    const list = async (filter: { status?: 'clash' | 'superseded' | 'in force'; text?: string } = {}) =>
      (await caller().call('decisions.list', filter)).rows

    test('says how each was taken, which actions belong to it, and what took its place, at both meetings', async () => {
      const { earlier } = await meetings()
      const { commit } = await supersede(earlier.id)
      expect(commit).not.toBeNull()
      const [later, old] = await list()
      expect(later).toMatchObject({ number: 'SC/2023/1', taken: 'consensus', status: 'in force', supersedes: ['SC/2022/3'], actions: 2 })
      expect(old).toMatchObject({
        taken: 'silence',
        status: 'superseded',
        supersededBy: 'SC/2023/1',
        statusOn: '2023-05-16',
        supersedes: [],
      })
      expect((await list({ status: 'superseded' })).map(({ number }) => number)).toEqual(['SC/2022/3'])
      expect((await caller().call('records.get', { id: earlier.id })).body).toBe(earlier.body)
      if (commit) await caller().call('undo.apply', commit)
      expect((await list()).map(({ status, supersedes }) => [status, supersedes])).toEqual([
        ['in force', []],
        ['in force', []],
      ])
    })

    test('takes the day of a status put right, forward and back, and no day to come', async () => {
      const { earlier } = await meetings()
      const set = (status: 'in force' | 'implemented', on: string) =>
        caller().raw('decisions.setStatus', { recordId: earlier.id, line: 0, number: 'SC/2022/3', title: 'Old questionnaire', status, on })
      const now = async () => (await list()).map(({ status, statusOn }) => [status, statusOn])[1]
      expect(await set('implemented', '2999-06-01')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
      await set('implemented', '2023-06-20')
      await set('implemented', '2023-06-02')
      expect(await now()).toEqual(['implemented', '2023-06-02'])
      expect(await set('implemented', '2023-06-02')).toMatchObject({ value: { commit: null } })
      await set('in force', '2023')
      expect(await now()).toEqual(['in force', '2023'])
    })

    test('refuses a name of the decision in its place that the log has no room for, and says how long it may be', async () => {
      const { earlier } = await meetings()
      const seen = { recordId: earlier.id, line: 0, number: 'SC/2022/3', title: 'Old questionnaire' }
      const called = (supersededBy: string) => ({ ...seen, status: 'superseded' as const, supersededBy, on: '2023-05-16' })
      const { details } = await caller().refused('INVALID_INPUT', 'decisions.setStatus', called('x'.repeat(1_990)))
      expect(details).toMatchObject({
        issues: [{ path: 'supersededBy', problem: 'tooLong', message: expect.stringContaining('longer than 1989 characters') }],
      })
      await caller().call('decisions.setStatus', called('x'.repeat(1_989)))
      expect((await list({ status: 'superseded' })).map(({ supersededBy }) => supersededBy.length)).toEqual([1_989])
    })

    test('names a number that is used twice at both, until one has another', async () => {
      const { earlier } = await meetings()
      const offline = await caller().create({ kind: 'meeting', title: 'Written procedure', body: '> [!decision] sc/2022/3 Host country' })
      expect((await list({ status: 'clash' })).map(({ recordTitle, clashes }) => [recordTitle, clashes.map(({ title }) => title)])).toEqual(
        [
          ['Seventh session', ['Written procedure']],
          ['Written procedure', ['Seventh session']],
        ],
      )
      const seen = { recordId: offline.id, line: 0, number: 'sc/2022/3', title: 'Host country' }
      await caller().refused('INVALID_INPUT', 'decisions.renumber', { ...seen, newNumber: 'four' })
      await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2022/4' })
      expect(await list({ status: 'clash' })).toEqual([])
      await caller().refused('CONFLICT', 'decisions.renumber', { ...seen, newNumber: 'SC/2022/5' })
      expect((await caller().call('decisions.nextNumber', { recordId: earlier.id })).number).toBe('SC/2022/5')
    })

    test('goes on in the place of others under its new number, in all meetings, and undo takes all of it back', async () => {
      const { earlier, later } = await meetings()
      await supersede(earlier.id)
      const seen = { recordId: later.id, line: 0, number: 'SC/2023/1', title: 'Questionnaire' }
      const { commit, unclear } = await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2023/9' })
      expect(unclear).toEqual([])
      expect((await list()).map(({ number, supersededBy, supersedes }) => [number, supersededBy, supersedes])).toEqual([
        ['SC/2023/9', '', ['SC/2022/3']],
        ['SC/2022/3', 'SC/2023/9', []],
      ])
      if (commit) await caller().call('undo.apply', commit)
      expect((await list()).map(({ supersedes }) => supersedes)).toEqual([['SC/2022/3'], []])
    })

    test('goes on in the place of others of its own meeting', async () => {
      const { id } = await caller().create({ kind: 'meeting', title: 'M', body: '> [!decision] SC/1 Old\n\n> [!decision] SC/2 New\n' })
      const status = { status: 'superseded', supersededBy: 'sc/2', on: '2019-06-01' } as const
      await caller().call('decisions.setStatus', { recordId: id, line: 0, number: 'SC/1', title: 'Old', ...status })
      await caller().call('decisions.renumber', { recordId: id, line: 2, number: 'SC/2', title: 'New', newNumber: 'SC/3' })
      expect((await list()).map(({ number, supersededBy, supersedes }) => [number, supersededBy, supersedes])).toEqual([
        ['SC/1', 'SC/3', []],
        ['SC/3', '', ['SC/1']],
      ])
    })

    test('leaves what names a number that is borne twice, and says where', async () => {
      const { earlier } = await meetings()
      await supersede(earlier.id)
      const offline = await caller().create({ kind: 'meeting', title: 'Written procedure', body: '> [!decision] SC/2023/1 Host country' })
      const seen = { recordId: offline.id, line: 0, number: 'SC/2023/1', title: 'Host country' }
      const { unclear } = await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2023/2' })
      expect(unclear).toEqual([{ id: earlier.id, kind: 'meeting', title: 'Seventh session' }])
      expect((await list({ status: 'superseded' })).map(({ supersededBy }) => supersededBy)).toEqual(['SC/2023/1'])
    })

    test('takes the actions of its own text along to its new number, and no others', async () => {
      const { later } = await meetings()
      const body = (await caller().call('records.get', { id: later.id })).body
      const text = '- [ ] Pay for SC/2023/1, not SC/2023/12, see [[Report SC/2023/1 of May]]: all of it\n'
      const offline = await caller().create({
        kind: 'meeting',
        title: 'Written procedure',
        body: `> [!decision] SC/2023/1 Host country\n> Agreed.\n\nSC/2023/1 was proposed.\n\n${text}`,
      })
      const seen = { recordId: offline.id, line: 0, number: 'SC/2023/1', title: 'Host country' }
      const { commit } = await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2023/2' })
      const now = (await caller().call('records.get', { id: offline.id })).body
      expect(now).toBe(
        `> [!decision] SC/2023/2 Host country\n> Agreed.\n\nSC/2023/1 was proposed.\n\n${text.replace('for SC/2023/1', 'for SC/2023/2')}`,
      )
      expect((await list()).map(({ number, actions }) => [number, actions])).toContainEqual(['SC/2023/2', 1])
      expect((await caller().call('records.get', { id: later.id })).body).toBe(body)
      if (commit) await caller().call('undo.apply', commit)
      expect((await caller().call('records.get', { id: offline.id })).body).toBe(offline.body)
    })

    test('says that nobody knows which of two in one text its actions mean', async () => {
      const body = '> [!decision] SC/1 One\n\n> [!decision] SC/1 Two\n\n- [ ] Pay under SC/1\n'
      const { id } = await caller().create({ kind: 'meeting', title: 'M', body })
      const seen = { recordId: id, line: 2, number: 'SC/1', title: 'Two' }
      const { unclear } = await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2' })
      expect(unclear).toEqual([{ id, kind: 'meeting', title: 'M' }])
      expect((await caller().call('records.get', { id })).body).toBe(body.replace('SC/1 Two', 'SC/2 Two'))
    })

    test('takes no number that another decision has, and says where that stands', async () => {
      const { later, earlier } = await meetings()
      const seen = { recordId: later.id, line: 0, number: 'SC/2023/1', title: 'Questionnaire' }
      const { message, details } = await caller().refused('INVALID_INPUT', 'decisions.renumber', { ...seen, newNumber: 'sc/2022/3' })
      expect(message).toContain(`in “${earlier.title}”`)
      expect(details).toMatchObject({ issues: [{ path: 'newNumber', problem: 'taken' }] })
      expect((await list()).map(({ number }) => number)).toEqual(['SC/2023/1', 'SC/2022/3'])
    })

    test('has no status of a day before it was taken', async () => {
      const { earlier } = await meetings()
      const seen = { recordId: earlier.id, line: 0, number: 'SC/2022/3', title: 'Old questionnaire' }
      const asked = { ...seen, status: 'superseded' as const, supersededBy: 'SC/2023/1' }
      const { details } = await caller().refused('INVALID_INPUT', 'decisions.setStatus', { ...asked, on: '2022-10-03' })
      expect(details).toMatchObject({ issues: [{ path: 'on', problem: 'beforeTaken' }] })
      // of a month or a year it may be the same day or a later one
      await caller().call('decisions.setStatus', { ...asked, on: '2022' })
      expect((await list({ status: 'superseded' })).map(({ statusOn }) => statusOn)).toEqual(['2022'])
    })

    test('gives the next number of the body and the year, past what is being typed', async () => {
      const { later } = await meetings()
      const next = async (draft?: string) =>
        (await caller().call('decisions.nextNumber', { recordId: later.id, ...(draft === undefined ? {} : { draft }) })).number
      expect(await next()).toBe('SC/2023/2')
      expect(await next('> [!decision] SC/2023/7 Being typed')).toBe('SC/2023/8')
      const note = await caller().create({ kind: 'note', title: 'Letter' })
      expect((await caller().call('decisions.nextNumber', { recordId: note.id })).number).toBe('')
      const like = async (number: string) => (await caller().call('decisions.nextNumber', { recordId: note.id, like: number })).number
      expect(await like('SC/2022/3')).toBe('SC/2022/4')
      expect(await like('SC/2022/three')).toBe('')
    })

    test('a decision between sessions takes the next number of its body and of its year, and is superseded like one of a meeting', async () => {
      await meetings()
      const body = '> [!decision|silence] SC/2023/2 Host country\n> Astana.\n'
      const made = await caller().create({ kind: 'note', title: 'Procedure', meetingBody: 'steering committee', date: '2023-05', body })
      expect((await caller().call('decisions.nextNumber', { recordId: made.id })).number).toBe('SC/2023/3')
      const seen = { recordId: made.id, line: 0, number: 'SC/2023/2', title: 'Host country' }
      const fate = { status: 'superseded', supersededBy: 'SC/2023/1', on: '2023-06-01' } as const
      await caller().call('decisions.setStatus', { ...seen, ...fate })
      expect((await list({ status: 'superseded' })).map(({ recordKind, number, statusOn }) => [recordKind, number, statusOn])).toEqual([
        ['note', 'SC/2023/2', '2023-06-01'],
      ])
      // the log goes with its decision when the text is typed, and stays when an earlier version of the text comes back
      const current = await caller().call('records.get', { id: made.id })
      const patch = { body: `The members were asked.\n\n${body.replace('Astana', 'Almaty')}` }
      const { record: typed } = await caller().call('records.update', { kind: 'note', id: made.id, baseRev: current.rev, patch })
      expect((await list({ status: 'superseded' })).map(({ line }) => line)).toEqual([2])
      await caller().call('history.restore', { id: made.id, rev: 1, baseRev: typed.rev })
      expect((await list({ status: 'superseded' })).map(({ line }) => line)).toEqual([0])
      await caller().call('decisions.renumber', { ...seen, newNumber: 'SC/2023/9' })
      expect((await list({ status: 'superseded' })).map(({ number }) => number)).toEqual(['SC/2023/9'])
    })

    test('nobody writes the log of a note by hand', async () => {
      const entry = { of: 'decision', key: 'SC/1', nth: 0, on: '2023', change: 'status', value: 'implemented' } as const
      const record = { kind: 'note', title: 'Letter' } as const
      await caller().refused('INVALID_INPUT', 'records.create', { record: { ...record, followUp: [entry] } })
      const made = await caller().create(record)
      const typed = { kind: 'note', id: made.id, baseRev: made.rev, patch: { followUp: [entry] } } as never
      await caller().refused('INVALID_INPUT', 'records.update', typed)
    })

    test('counts an action for the decision whose whole number it names', async () => {
      const actions = ['SC/2023/12', 'SC/2023/1/Corr.1', 'ASC/2023/1', 'SC/2023/1а', '(SC/2023/1).', 'SC/2023/12 и SC/2023/1']
      const body = actions.map((text) => `- [ ] Carry out ${text}`).join('\n')
      await caller().create({ kind: 'meeting', title: 'Ninth', body: `> [!decision] SC/2023/1 One\n> A.\n\n${body}\n` })
      expect((await list()).map(({ number, actions: linked }) => [number, linked])).toEqual([['SC/2023/1', 2]])
    })

    test('goes out up to a level: what lies above is counted, and neither it nor its number is named', async () => {
      const { earlier } = await meetings()
      await supersede(earlier.id)
      const { classification, rev } = await caller().call('records.get', { id: earlier.id })
      expect(classification).toBe('internal')
      await caller().call('records.update', { id: earlier.id, kind: 'meeting', baseRev: rev, patch: { classification: 'confidential' } })
      const clash = '> [!decision] SC/2023/1 Dismiss the auditor\n'
      await caller().create({ kind: 'meeting', title: 'Closed session', classification: 'strictly confidential', body: clash })
      const made = (more: { upTo?: 'confidential' | 'strictly confidential' }) =>
        caller().call('decisions.document', { title: 'Register', ...more })

      const internal = await made({})
      expect(internal).toMatchObject({ count: 1, classification: 'internal', withheld: 2 })
      expect(internal.markdown).toContain(
        '# Register\n\nClassification: internal. 2 decisions are classified higher and left out.\n\nMade on ',
      )
      expect(internal.markdown).not.toMatch(/auditor|Closed|Seventh|SC\/2022|also used|in place/)

      const confidential = await made({ upTo: 'confidential' })
      expect(confidential).toMatchObject({ count: 2, classification: 'confidential', withheld: 1 })
      expect(confidential.markdown).toContain('in place of SC/2022/3')
      expect(confidential.markdown).not.toMatch(/auditor|Closed|also used/)

      const all = await made({ upTo: 'strictly confidential' })
      expect(all).toMatchObject({ count: 3, classification: 'strictly confidential', withheld: 0 })
      expect(all.markdown).toContain('the number is also used in Closed session')
    })

    test('goes out as one document, filtered as the list is', async () => {
      const { earlier } = await meetings()
      await supersede(earlier.id)
      const { markdown, count } = await caller().call('decisions.document', { title: 'Decisions of the committee' })
      expect(count).toBe(2)
      expect(markdown.split('\n').filter((line) => line.startsWith('#'))).toEqual([
        '# Decisions of the committee',
        '## SC/2023/1 Questionnaire',
        '## SC/2022/3 Old questionnaire',
      ])
      expect(markdown).toMatch(/\nMade on \d{1,2} [A-Z][a-z]+ \d{4}\. All decisions\.\n/)
      expect(markdown).toContain('\nSeventh session, 4 October 2022 · by silence · superseded by SC/2023/1 (16 May 2023)\n')
      expect(markdown).toContain('\nEighth session, 16 May 2023 · by consensus · provisional · in place of SC/2022/3\n')
      expect(markdown).toContain('Actions:\n\n- Circulate it · Rex Facer · open\n- Budget under SC/2023/1 · open\n')
      const some = await caller().call('decisions.document', { title: 'One', status: 'superseded', text: ' old ' })
      expect(some).toMatchObject({ count: 1, markdown: expect.stringContaining('. Superseded decisions that fit “old”.\n') as string })
    })

    test('goes out without the names and the days of what lies above its level', async () => {
      await caller().create({ kind: 'note', title: 'Operation Falcon', classification: 'strictly confidential' })
      await caller().create({ kind: 'contact', title: 'Quiet Source', classification: 'confidential' })
      const closed = '> [!decision] Dismiss Mr X\n> Agreed.\n'
      await caller().create({
        kind: 'meeting',
        title: 'Closed',
        start: '2023-05-05',
        classification: 'strictly confidential',
        body: closed,
      })
      const actions = '- [ ] Follow [[Operation Falcon]] under SC/2023/1 [[Kim]]\n- [x] Tell all of SC/2023/1 [[Quiet Source]]\n'
      const first =
        '> [!decision] SC/2023/1 Close [[Operation Falcon|the affair]]\n> Agreed. See [[Operation Falcon]]. Thanks to [[Kim]]. **Operation** falcon goes on.\n'
      const second = `\n> [!decision] Close [[Operation Falcon]] twice\n> Agreed.\n\n${actions}`
      const open = await caller().create({
        kind: 'meeting',
        title: 'Open',
        start: '2023-01-01',
        classification: 'public',
        body: first + second,
      })
      const supersede = async (seen: { line: number; number: string; title: string }, supersededBy: string, on: string) =>
        caller().call('decisions.setStatus', { recordId: open.id, ...seen, status: 'superseded', supersededBy, on })
      const one = { line: 0, number: 'SC/2023/1', title: 'Close [[Operation Falcon|the affair]]' }
      await supersede({ line: 3, number: '', title: 'Close [[Operation Falcon]] twice' }, 'SC/2023/1', '2023-02-01')
      await supersede(one, 'Dismiss Mr X', '2023-05-05')
      const made = async (upTo: 'public' | 'strictly confidential') =>
        (await caller().call('decisions.document', { title: 'Register', upTo })).markdown
      const low = await made('public')
      expect(low).toContain('## SC/2023/1 [withheld]\n\nOpen, 1 January 2023 · superseded by [withheld] · in place of [withheld]\n')
      expect(low).toContain('\nAgreed. [withheld] Thanks to Kim. [withheld]\n')
      expect(low).toContain('\nActions:\n\n- [withheld] · Kim · open\n- Tell all of SC/2023/1 · [withheld] · done\n')
      expect(low).not.toMatch(/Mr X|May|Falcon|affair|twice|Quiet/i)
      const high = await made('strictly confidential')
      expect(high).toContain('superseded by Dismiss Mr X (5 May 2023) · in place of Close Operation Falcon twice')
      expect(high).toContain('Thanks to Kim.')
    })
  })
}
