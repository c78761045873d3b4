/** Properties in the history are words: no field of the format, no hash, no instant. */
import { createInstance, type TFunction } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { valuePieces } from '../../../../../src/renderer/parts/changes/value-pieces.ts'
import fields from '../../../../../src/renderer/i18n/en/fields.json' with { type: 'json' }

let t: TFunction
beforeAll(async () => {
  const i18n = createInstance()
  await i18n.init({ lng: 'en', ns: ['fields'], defaultNS: 'fields', resources: { en: { fields } } })
  t = i18n.t
})

const said = (field: string, before: unknown, after: unknown) =>
  valuePieces(field, before, after, {
    t,
    country: (code) => ({ KAZ: 'Kazakhstan' })[code] ?? code,
    unchanged: (count) => `${count} more as before`,
    reordered: 'In another order',
  })
    .map(({ text }) => text)
    .join('')

const file = (name: string, digit: string) => ({
  name,
  sha256: digit.repeat(64),
  bytes: 1251,
  mediaType: 'image/png',
  addedAt: '2026-11-22T00:45:59.211Z',
})

test('one removed file is one line, and a renamed one says both names', () => {
  const [plan, red, blue] = [file('Hall plan.png', '1'), file('Red.jpg', '2'), file('Blue.jpg', '3')]
  expect(said('attachments', [plan, red, blue], [plan, { ...blue, name: 'Sky.jpg' }])).toBe(
    '− Red.jpg\nBlue.jpg → Sky.jpg\n1 more as before',
  )
})

test('posts, participants, partnership and stages are read as they are filled in', () => {
  const post = { title: 'Director', organisation: 'CAREC Institute', country: 'KAZ', from: '2019', to: '', former: false }
  expect(said('posts', [], [post])).toBe('+ Director · Organisation: CAREC Institute · Country: Kazakhstan · From: 2019')
  expect(said('posts', [post], [{ ...post, former: true }])).toContain('From: 2019 · Former')
  const person = {
    person: 'Aigerim',
    function: 'chair',
    status: 'head of delegation',
    represents: { country: 'KAZ', organisation: '' },
    presence: '',
  }
  expect(said('participants', [person], [])).toBe('− Aigerim · Function: Chair · Status: Head of delegation · Represents: Kazakhstan')
  expect(said('partnership', { kind: '', agreementDate: '', expiry: '' }, { kind: 'donor', agreementDate: '', expiry: '' })).toBe(
    'Kind of partnership: Donor',
  )
  expect(said('stage', 'draft', 'peer review')).toBe('Draft\nPeer review')
  expect(said('clearance', { by: '', on: '' }, { by: 'Aigerim', on: '' })).toBe('Cleared by: Aigerim')
  expect(said('countries', ['KAZ'], [])).toBe('− Kazakhstan')
})

test('the same entries in another order are not written again', () => {
  expect(said('tags', ['a', 'b'], ['b', 'a'])).toBe('In another order')
})
