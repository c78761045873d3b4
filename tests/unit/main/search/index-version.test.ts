/** Whether files of the index that are there already hold what one that is built now would hold. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { documentOf } from '../../../../src/main/search/document-of.ts'
import { IndexStore } from '../../../../src/main/search/engine/index-store.ts'
import { INDEX_VERSION } from '../../../../src/main/search/index-version.ts'
import { newRecord } from '../../../support/new-record.ts'

/** Of these records; change neither for another reason than the one that the test tells. */
const HELD = { version: 2, hash: 'e2f7289cd05ff4fa33e7a1c8b384a5d26d8e85b5e433a1a766ffa280c61fdb02' }

const SAY =
  'The index holds something else of the same records, or in another form. Files of it that are there already would answer ' +
  'wrongly without a word: raise INDEX_VERSION in src/main/search/index-version.ts, then put the new version and hash into HELD.'

const body = `Әлихан Байменов, Álikhan Bäymenov, Ąžuolas Šiškin; Щербаков Shcherbakov Ŝerbakov, Жұмағали Dzhumagali.

- [ ] Draft the [[Astana Declaration|declaration]] [[Rex Facer]] 📅 2023-06-30
- [x] Reforms of salaries ✅ 2023-05

> [!decision] 2023/4 Meritocracy
> Committees decided; комитеты решили, комитеттердің шешімдері. Groß, œuvre, ﷺ, ＡＢＣ, Ol'ga, d'Ivoire, Djaсta.

${'long'.repeat(60)} SC/2023/5 x86 ٣ 李伟`

const records = [
  newRecord(1, {
    kind: 'contact',
    title: 'Alikhan Baimenov',
    contactType: 'person',
    given: 'Alikhan',
    family: 'Baimenov',
    nativeName: 'Әлихан Байменов',
    aliases: ['A. M. Baimenov'],
    posts: [
      {
        title: 'Chairman of the Steering Committee',
        organisation: 'Astana Civil Service Hub',
        country: 'KAZ',
        from: '',
        to: '',
        former: false,
      },
    ],
    emails: [{ label: '', value: 'a@example.org' }],
    phones: [{ label: '', value: '+7 7172 000000' }],
    countries: ['KAZ'],
    tags: ['Mission/2023'],
    confirmedOn: '2023-05-02',
    body,
  }),
  newRecord(2, { kind: 'contact', title: 'Steering Committee', contactType: 'body', shortName: 'SC', symbol: 'ACSH/SC' }),
  newRecord(3, {
    kind: 'country',
    title: 'Kazakhstan',
    code: 'KAZ',
    shortNames: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
    formalNames: { en: 'Republic of Kazakhstan', ru: '', kk: '' },
    body: 'Ел. Ёлка. Й не И.',
  }),
  newRecord(4, { kind: 'note', title: 'Visit to Astana', topic: 'Merit', date: '2019-02', countries: ['KAZ', 'GEO'], body: 'Merit.' }),
  newRecord(5, { kind: 'meeting', title: 'Fifth session', symbol: 'SC/2023/5', start: '2023-05-17', end: '2023-05-18', body: 'Minutes.' }),
  newRecord(6, { kind: 'study', title: 'Remuneration', authors: ['Rex Facer', 'Robert Schumi'], deadline: '2024', stage: 'peer review' }),
]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-index-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('has another version when the index would hold something else of the same records', async () => {
  const path = join(folder, 'search.bin')
  const store = IndexStore.open({ path, stamp: '', isWritable: true })
  store.put(records.map(documentOf))
  expect(await store.save(1)).toBe('')
  await store.close()
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  expect({ version: INDEX_VERSION, hash }, SAY).toEqual(HELD)
})
