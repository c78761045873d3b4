/** Actions over all texts: grouped, changed where they stand, sent as a reminder; views that are kept. */
import { expect, test } from 'vitest'
import type { Input } from '../../../src/shared/contract/index.ts'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

const dayFrom = (now: string, days: number) => new Date(Date.parse(`${now}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export function describeActions(connect: Connect): void {
  section('actions', connect, ({ caller }) => {
    const body = [
      '- [ ] Send the study [[Rex Facer]] [[Алихан Байменов]] 📅 2001-01-01',
      '- [ ] Book the hall [[Baimenov]] 📅 2999-01-02',
      '- [ ] Ask for data',
      '- [x] Print it [[Nobody Known]] 📅 1999-05-01 ✅ 1999-04-30',
    ].join('\n')
    const fill = async () => {
      await caller().create({ kind: 'country', title: 'Kazakhstan', code: 'KAZ' })
      await caller().create({
        kind: 'contact',
        title: 'Алихан Байменов',
        aliases: ['Baimenov'],
        represents: { country: 'KAZ', organisation: '' },
        languages: ['kk', 'ru'],
        emails: [{ label: 'work', value: 'a.b@example.org' }],
      })
      await caller().create({ kind: 'contact', title: 'Rex Facer', represents: { country: 'USA', organisation: '' } })
      return caller().create({ kind: 'meeting', title: 'Eighth session', start: '2023-05-17', countries: ['GEO', 'KAZ'], body })
    }
    const grouped = async (group: Input<'actions.list'>['group'], more: Partial<Input<'actions.list'>> = {}) => {
      const { groups, rows, total, actions } = await caller().call('actions.list', { group, ...more })
      const words = groups.map(({ key, title, from, count }) => [title || key, rows.slice(from, from + count).map(({ text }) => text)])
      return { words, total, actions, groups }
    }

    test('stand under each who is responsible, however their name is written', async () => {
      await fill()
      const { words, total, actions, groups } = await grouped('responsible')
      expect(words).toEqual([
        ['Nobody Known', ['Print it']],
        ['Rex Facer', ['Send the study']],
        ['Алихан Байменов', ['Send the study', 'Book the hall']],
        ['', ['Ask for data']],
      ])
      expect([total, actions]).toEqual([5, 4])
      expect(groups.map(({ unknown, overdue }) => [unknown, overdue])).toEqual([
        [true, 0],
        [false, 1],
        [false, 1],
        [false, 0],
      ])
    })

    test('are found by what was meant where nothing at all fits what was typed, and that is said', async () => {
      await fill()
      const found = async (text: string, state: Input<'actions.list'>['state'] = 'all') => {
        const { rows, searchedFor } = await caller().call('actions.list', { text, state })
        return [rows.map((row) => row.text), searchedFor]
      }
      expect(await found('stduy')).toEqual([['Send the study'], { how: 'typo', text: 'study' }])
      expect(await found('ыегвн')).toEqual([['Send the study'], { how: 'layout', text: 'study' }])
      expect(await found('study')).toEqual([['Send the study'], null])
      // what fits an action that is not shown was meant as it is
      expect(await found('print', 'open')).toEqual([[], null])
      expect(await found('stduy', 'done')).toEqual([[], { how: 'typo', text: 'study' }])
      expect(await found('ombudsman')).toEqual([[], null])
    })

    test('stand under the countries of who is responsible, or of the text, under the meeting, and by deadline', async () => {
      const { id } = await fill()
      expect((await grouped('country', { state: 'open' })).words).toEqual([
        ['Kazakhstan', ['Send the study', 'Book the hall']],
        ['United States of America', ['Send the study']],
        ['', ['Ask for data']],
      ])
      expect((await grouped('recordCountry', { state: 'overdue' })).words).toEqual([
        ['Georgia', ['Send the study']],
        ['Kazakhstan', ['Send the study']],
      ])
      expect((await grouped('record', { text: 'study' })).groups).toMatchObject([{ key: id, title: 'Eighth session', date: '2023-05-17' }])
      await caller().create({ kind: 'note', title: 'Of old', body: '- [x] Write 📅 1999-06-01\n- [x] Call 📅 1998-12-01\n' })
      expect((await grouped('due')).words).toEqual([
        ['overdue', ['Send the study']],
        ['2999-01', ['Book the hall']],
        ['', ['Ask for data']],
        ['1999-06', ['Write']],
        ['1999-05', ['Print it']],
        ['1998-12', ['Call']],
      ])
    })

    test('are found by the country that who is responsible speaks for, by its name in any language, and by words of remarks', async () => {
      await fill()
      await caller().create({ kind: 'contact', title: 'Robert Schumi', countries: ['SVN'] })
      const body = '- [ ] Write the chapter [[Robert Schumi]]\n  - 2023-06-12 Half of it is summarised\n- [ ] Print it\n'
      await caller().create({ kind: 'note', title: 'Handbook', body })
      const found = async (text: string) => (await caller().call('actions.list', { text })).rows.map((row) => row.text)
      expect(await found('Slovenia')).toEqual(['Write the chapter'])
      expect(await found('Словения')).toEqual(['Write the chapter'])
      expect(await found('country:SVN')).toEqual(['Write the chapter'])
      expect(await found('summarised')).toEqual(['Write the chapter'])
      // one rule for the filter, the groups and the first screen
      const { words } = await grouped('country', { text: 'chapter' })
      expect(words.map(([heading]) => heading)).toEqual(['Slovenia'])
      const { actions } = await caller().call('today.get', {})
      expect(actions.find(({ text }) => text === 'Write the chapter')?.countries).toEqual(['SVN'])
    })

    test('come in windows with the groups that these belong to, and follow every change', async () => {
      const { id } = await fill()
      const window = await caller().call('actions.list', { group: 'responsible', from: 2, count: 2 })
      expect(window.rows.map(({ text }) => text)).toEqual(['Send the study', 'Book the hall'])
      expect(window.groups).toMatchObject([{ title: 'Алихан Байменов', from: 2, count: 2 }])
      const { now } = await caller().call('today.get', {})
      const due = dayFrom(now, 3)
      await caller().changeAction(id, 'Send the study', { due, responsible: ['Rex Facer'] })
      expect((await grouped('due', { state: 'open' })).words[0]).toEqual(['week', ['Send the study']])
      expect((await grouped('responsible')).total).toBe(4)
    })

    test('come with what is open first, and name who is not there any more', async () => {
      await fill()
      const rex = (await caller().call('links.resolve', { names: ['Rex Facer'] }))[0]
      const { rows } = await caller().call('actions.list', {})
      expect(rows.map(({ text, unknown }) => [text, unknown])).toEqual([
        ['Send the study', []],
        ['Book the hall', []],
        ['Ask for data', []],
        ['Print it', ['Nobody Known']],
      ])
      await caller().trash(rex?.id ?? '')
      expect((await caller().call('actions.list', { text: 'study' })).rows[0]?.unknown).toEqual(['Rex Facer'])
    })

    test('of two with the same words the one that was seen is changed, though lines have come in above', async () => {
      const twins = '- [ ] Comment on the draft [[Ann]]\n\nText.\n\n- [ ] Comment on the draft [[Bob]]\n'
      const { id } = await caller().create({ kind: 'meeting', title: 'Session', body: twins })
      const bob = { ...(await caller().seenAction(id, 'Comment on the draft')), line: 4, responsible: ['Bob'] }
      const update = async (body: string) =>
        caller().call('records.update', { kind: 'meeting', ...(await caller().head(id)), patch: { body } })
      await update(`1\n\n2\n\n3\n\n${twins}`)
      await caller().call('actions.change', { recordId: id, seen: bob, change: { state: 'done' } })
      const states = async () =>
        (await caller().call('actions.list', { recordId: id })).rows.map(({ responsible, state }) => [responsible[0], state])
      expect(await states()).toEqual([
        ['Ann', 'open'],
        ['Bob', 'done'],
      ])
      // Bob's is gone: Ann's is not taken for it
      await update('- [ ] Comment on the draft [[Ann]]\n')
      const asked = { recordId: id, seen: bob, change: { state: 'done' as const } }
      const { details } = await caller().refused('CONFLICT', 'actions.change', asked)
      expect(details).toMatchObject({ title: 'Session', now: { line: 0, responsible: ['Ann'], state: 'open' } })
      expect(await states()).toEqual([['Ann', 'open']])
    })

    test('are not changed over what another window has written there meanwhile: it is told how they stand', async () => {
      const { id } = await caller().create({ kind: 'meeting', title: 'Session', body: '- [ ] Send [[Ann]]\n' })
      const seen = await caller().seenAction(id, 'Send')
      await caller().changeAction(id, 'Send', { responsible: ['Bob'], due: '2023-07' })
      const add = { recordId: id, seen, change: { responsible: ['Ann', 'Eve'] } }
      const { details } = await caller().refused('CONFLICT', 'actions.change', add)
      expect(details).toEqual({ title: 'Session', now: { line: 0, text: 'Send', responsible: ['Bob'], due: '2023-07', state: 'open' } })
      expect((await caller().call('records.get', { id })).body).toBe('- [ ] Send [[Bob]] 📅 2023-07\n')
    })

    test('of an adopted text are changed in the log: its bytes stay, lists and counts follow', async () => {
      const { id } = await caller().create({
        kind: 'meeting',
        title: 'Ninth session',
        start: '2023-05-17',
        stage: 'circulated',
        circulation: { to: 'members', on: '2023-05-20', deadline: '2023-06-01' },
        body,
      })
      const adoption = { how: 'silence', on: '2023-06-02', meeting: '' } as const
      const before = await caller().call('records.update', { id, kind: 'meeting', baseRev: 1, patch: { stage: 'adopted', adoption } })
      const counts = async () => (await caller().call('list.counts', {})).openActions
      expect(await counts()).toBe(3)
      const tick = { recordId: id, seen: await caller().seenAction(id, 'Send the study'), change: { state: 'done' as const } }
      expect((await caller().call('actions.change', tick)).commit).not.toBeNull()
      // a second window that ticks it too has nothing left to do
      expect(await caller().call('actions.change', tick)).toEqual({ commit: null })
      const remark = { on: '2023-06-12', text: 'Thirty answers' }
      await caller().changeAction(id, 'Send the study', { responsible: ['Li Wei'], due: '2023-07', remark })
      expect((await caller().call('records.get', { id })).body).toBe(before.record.body)
      expect((await caller().call('actions.list', { text: 'study' })).rows).toMatchObject([
        { adopted: true, state: 'done', responsible: ['Li Wei'], due: '2023-07', remarks: [remark] },
      ])
      expect(await counts()).toBe(2)
    })

    test('say how who is responsible is called now, also where an adopted text and its log keep the name of their day', async () => {
      const person = await caller().create({ kind: 'contact', title: 'Victor Guzun' })
      const { id } = await caller().create({
        kind: 'meeting',
        title: 'Ninth session',
        start: '2023-05-17',
        stage: 'circulated',
        circulation: { to: 'members', on: '2023-05-20', deadline: '2023-06-01' },
        body: '- [ ] Send the study [[Victor Guzun]]\n- [ ] Book the hall\n',
      })
      const adoption = { how: 'silence', on: '2023-06-02', meeting: '' } as const
      const { record } = await caller().call('records.update', { id, kind: 'meeting', baseRev: 1, patch: { stage: 'adopted', adoption } })
      const change = { responsible: ['Victor Guzun'] }
      const seen = { line: 1, text: 'Book the hall', responsible: [], due: '', state: 'open' as const }
      await caller().call('actions.change', { recordId: id, seen, change })
      await caller().call('records.rename', { id: person.id, baseRev: person.rev, title: 'Viktor Guzun-Tamm' })
      const { rows } = await caller().call('actions.list', { text: 'Tamm' })
      expect(rows.map(({ text, responsible, unknown }) => [text, responsible, unknown])).toEqual([
        ['Send the study', ['Viktor Guzun-Tamm'], []],
        ['Book the hall', ['Viktor Guzun-Tamm'], []],
      ])
      const now = await caller().call('records.get', { id })
      expect(now).toMatchObject({ body: record.body, followUp: [{ value: '[[Victor Guzun]]' }] })
      // who ticks it has seen the new name in a list, or the old one in the text
      for (const { line, text, responsible, due, state } of rows)
        await caller().call('actions.change', { recordId: id, seen: { line, text, responsible, due, state }, change: { state: 'done' } })
      const inText = { line: 0, text: 'Send the study', responsible: ['Victor Guzun'], due: '', state: 'done' as const }
      await caller().call('actions.change', { recordId: id, seen: inText, change: { state: 'open' } })
      const after = await caller().call('actions.list', { text: 'Tamm' })
      expect(after.rows.map(({ text, state }) => [text, state])).toEqual([
        ['Send the study', 'open'],
        ['Book the hall', 'done'],
      ])
    })

    test('are written down for who is responsible, in their language or another', async () => {
      await fill()
      const own = await caller().call('actions.reminder', { name: 'Baimenov', format: 'text' })
      expect(own).toMatchObject({
        name: 'Алихан Байменов',
        language: 'kk',
        actions: 2,
        overdue: 1,
        emails: ['a.b@example.org'],
        classification: 'internal',
      })
      expect(own.text).toContain(
        '1. Send the study\n   Мерзімі: 2001 жылғы 1 қаңтар (мерзімі өтті)\n   Дереккөз: Eighth session, 2023 жылғы 17 мамыр',
      )
      const english = await caller().call('actions.reminder', { name: 'Baimenov', format: 'markdown', language: 'en' })
      expect(english.text).toContain('2. Book the hall\n   - Deadline: 2 January 2999\n')
      const nobody = await caller().call('actions.reminder', { name: 'Nobody Known', format: 'text' })
      expect(nobody).toMatchObject({ name: 'Nobody Known', language: 'en', actions: 0, emails: [] })
    })

    test('above the level of a reminder leave nothing in it but their number', async () => {
      const secret = { title: 'Closed session', classification: 'confidential', body: '- [ ] Dismiss the auditor [[Rex Facer]]\n' } as const
      await caller().create({ kind: 'meeting', ...secret })
      await caller().create({ kind: 'meeting', title: 'Open session', classification: 'public', body: '- [ ] Send it [[Rex Facer]]\n' })
      const internal = await caller().call('actions.reminder', { name: 'Rex Facer', format: 'text' })
      expect(internal).toMatchObject({ actions: 1, withheld: 1, classification: 'public' })
      expect(internal.text).toContain('\n\nClassification: public. Open actions of a higher classification, left out: 1.\n\n1. Send it\n')
      expect(JSON.stringify(internal)).not.toMatch(/auditor|Closed/)
      const full = await caller().call('actions.reminder', { name: 'Rex Facer', format: 'text', upTo: 'confidential' })
      expect(full).toMatchObject({ actions: 2, withheld: 0, classification: 'confidential' })
      expect(full.text).toContain('Classification: confidential.\n')
    })

    test('of a reminder name nothing above its level, and who else is responsible', async () => {
      await caller().create({
        kind: 'note',
        title: 'Operation Falcon',
        aliases: ['The operation'],
        classification: 'strictly confidential',
      })
      await caller().create({ kind: 'contact', title: 'Quiet Source', classification: 'confidential' })
      const remark = '  - 2023-06-01: Sent. See [[The operation]].'
      const body = `- [ ] Read [[Operation Falcon|the paper]] again [[Rex Facer]]\n- [ ] Send it [[Li Wei]] [[Rex Facer]] [[Quiet Source]]\n${remark}\n`
      await caller().create({ kind: 'meeting', title: 'Open session', classification: 'public', body })
      const plain = '- [ ] Tell OPERATION\u00a0falcon all 📅 2023-01-01 [[Rex Facer]]\n'
      await caller().create({ kind: 'meeting', title: 'On the quiet source', classification: 'public', body: plain })
      const made = (upTo: 'public' | 'strictly confidential') =>
        caller()
          .call('actions.reminder', { name: 'Rex Facer', format: 'text', upTo })
          .then(({ text }) => text)
      const open = await made('public')
      expect(open).toContain('1. [withheld]\n   Deadline: 1 January 2023 (overdue)\n   From: [withheld]\n')
      expect(open).toContain('2. [withheld]\n')
      expect(open).toContain('   Also responsible: Li Wei, [withheld]\n   Latest: 1 June 2023, Sent. [withheld]\n')
      expect(open).not.toMatch(/Falcon|paper|operation|Quiet/i)
      expect(await made('strictly confidential')).toMatch(/Read the paper again[^]*Also responsible: Li Wei, Quiet Source/)
    })

    test('can be looked at in ways that are kept', async () => {
      const view = { id: null, name: ' Kazakhstan ', state: 'overdue', group: 'country', text: 'country:kaz' } as const
      const saved = await caller().call('actions.saveView', view)
      expect(saved).toMatchObject({ name: 'Kazakhstan', group: 'country' })
      await caller().refused('INVALID_INPUT', 'actions.saveView', { ...view, name: 'kazakhstan' })
      await caller().call('actions.saveView', { ...saved, name: 'Late', group: null })
      expect(await caller().call('actions.views', {})).toEqual({ views: [{ ...saved, name: 'Late', group: null }] })
      await caller().call('actions.forgetView', { id: saved.id })
      expect(await caller().call('actions.views', {})).toEqual({ views: [] })
      await caller().refused('NOT_FOUND', 'actions.forgetView', { id: saved.id })
    })
  })
}
