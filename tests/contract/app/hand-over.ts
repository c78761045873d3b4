/** One record for another program, whole or up to its own level. */
import { expect, test } from 'vitest'
import type { Connect } from './connection.ts'
import { section } from './section.ts'

export function describeHandOver(connect: Connect): void {
  section('a record handed over', connect, ({ caller }) => {
    const givenOf = async (id: string, withhold: boolean) => ({
      document: await caller().call('handOver.document', { id, language: 'en', withhold }),
      file: await caller().call('handOver.file', { id, withhold }),
    })

    test('says how many records above its own level it names, by links and in plain words, and up to which level', async () => {
      await caller().create({
        kind: 'contact',
        contactType: 'person',
        title: 'Rex Facer',
        given: 'Rex',
        family: 'Facer',
        classification: 'confidential',
      })
      await caller().create({ kind: 'note', title: 'Zanzibar plan', classification: 'strictly confidential' })
      await caller().create({ kind: 'note', title: 'Facer family', classification: 'confidential' })
      const body = 'Facer came. [[Rex Facer]] spoke of the zanzibar plan. They left. [[Open]].'
      const { id } = await caller().create({ kind: 'note', title: 'Talk', body, classification: 'internal' })
      const { document, file } = await givenOf(id, false)
      const above = { records: 2, level: 'strictly confidential' }
      expect(document).toMatchObject({ level: 'strictly confidential', above, markdown: expect.stringContaining(body) })
      expect(file).toMatchObject({ level: 'strictly confidential', above, text: expect.stringContaining(body) })
    })

    test('leaves out what is above its own level when that is asked, and says so in its file', async () => {
      await caller().create({ kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
      const { id } = await caller().create({
        kind: 'note',
        title: 'Talk',
        aliases: ['On the Zanzibar plan'],
        body: 'The Zanzibar plan came up. They left.',
      })
      const { document, file } = await givenOf(id, true)
      for (const text of [document.markdown, file.text]) {
        expect(text).not.toMatch(/zanzibar/iu)
        expect(text).toContain('[withheld] They left.')
      }
      expect(file).toMatchObject({ name: 'Talk.md', level: 'internal', above: null, text: expect.stringMatching(/^withheld: true$/mu) })
      expect(document).toMatchObject({ level: 'internal', above: null })
    })

    test('names no record because one of its properties is called so', async () => {
      for (const title of ['Comments', 'Source', 'internal', 'note'])
        await caller().create({ kind: 'note', title, classification: 'confidential' })
      const { id } = await caller().create({ kind: 'meeting', title: 'First session', body: 'We met.' })
      expect(await caller().call('handOver.document', { id, language: 'en', withhold: false })).toMatchObject({ above: null })
    })

    test('is of its own level when it names nothing above, whole in either way', async () => {
      await caller().create({ kind: 'note', title: 'Zanzibar plan', classification: 'confidential' })
      const { id } = await caller().create({ kind: 'note', title: 'Talk', body: 'Nothing. [[Open]]', classification: 'internal' })
      const whole = await givenOf(id, false)
      expect(whole.document).toMatchObject({ level: 'internal', above: null })
      expect(await givenOf(id, true)).toEqual(whole)
      const secret = await caller().create({
        kind: 'note',
        title: 'Secret',
        body: '[[Zanzibar plan]]',
        classification: 'strictly confidential',
      })
      expect((await givenOf(secret.id, false)).document).toMatchObject({ level: 'strictly confidential', above: null })
    })
  })
}
