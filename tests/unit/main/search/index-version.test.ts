/** Whether files of the index that are there already hold what one that is built now would hold. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { documentOf } from '../../../../src/main/search/document-of.ts'
import { IndexStore } from '../../../../src/main/search/engine/index-store.ts'
import { INDEX_VERSION } from '../../../../src/main/search/index-version.ts'
import { newRecord } from '../../../support/new-record.ts'

/** Of these records; change neither for another reason than the one that the test tells. */
const HELD = { version: 2, hash: 'e2f7289cd05ff4fa33e7a1c8b384a5d26d8e85b5e433a1a766ffa280c61fdb02' }

/** Of the tables and rules that words are folded, spelled and stemmed by, in which these few records use not every line. */
const RULES = { version: 2, hash: '4743a5f34f0f378f23b6c413ae73dfb28a6ad01f2c0196efa8576ca9d870c954' }

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

const SAY_RULES =
  'The tables or rules of folding, spellings or stems are others. Where the index holds something else for any word, raise ' +
  'INDEX_VERSION in src/main/search/index-version.ts; then put the version and the new hash into RULES.'

const RULES_OF_WORDS = ['fold', 'marked-words', 'name-keys', 'stem'].map((name) => resolve(`src/shared/text/${name}.ts`))

/** The files and all that they import, without what is said in comments. */
async function sourcesOf(files: readonly string[]): Promise<string> {
  const read = new Map<string, string>()
  const visit = async (file: string): Promise<void> => {
    if (read.has(file)) return
    const text = (await readFile(file, 'utf8')).replaceAll('\r', '').replaceAll(/^ *(?:\/?\*|\/\/).*\n/gmu, '')
    read.set(file, text)
    for (const [, other = ''] of text.matchAll(/from '(\.[^']+)'/gu)) await visit(resolve(file, '..', other))
  }
  for (const file of files) await visit(file)
  return [...read]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, text]) => text)
    .join('\n')
}

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

it('has another version when words are folded, spelled or stemmed otherwise', async () => {
  const sources = await sourcesOf(RULES_OF_WORDS)
  // the tables themselves are among them
  for (const known of ["ł: 'l'", 'stemKazakh', 'readCyrillic']) expect(sources).toContain(known)
  const hash = createHash('sha256').update(sources).digest('hex')
  expect({ version: INDEX_VERSION, hash }, SAY_RULES).toEqual(RULES)
})
