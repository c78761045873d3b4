/** Workspaces with records that may not leave, of whom others speak: each name of theirs is a word that stands nowhere else. */
import * as fc from 'fast-check'
import type { AnyRecord } from '../../src/shared/model/record.ts'
import { record as recordSchema } from '../../src/shared/model/record.ts'
import type { Attachment } from '../../src/shared/model/attachment.ts'
import { workspaceRecords } from './arbitrary-records.ts'
import { newRecord } from './new-record.ts'

/** Of each a title, an alias, a family name, a file, a word of its body, an address. */
export const SECRETS = [
  { title: 'Operation Zorblak', alias: 'Quenvarel', body: 'Hubrantik', file: 'Frelmond budget.txt', email: 'vantorp@plimsek.org' },
  { title: 'Гавримцев Щебурдак', alias: 'Мокшанбетов', body: 'Жудрилка', file: 'Тыркваш.txt', email: 'dolmurek@plimsek.org' },
  { title: 'Kravonis: the “Belmadur” file?', alias: 'SC/7741/93', body: 'Wexlimar', file: 'Ondrikal (2).txt', email: 'yelmot@plimsek.org' },
] as const

/** Lower-case words that may stand nowhere. */
export const MARKERS = ['zorblak', 'quenvarel', 'hubrantik', 'frelmond', 'vantorp', 'щебурдак', 'мокшанбетов', 'жудрилка'].concat([
  'тыркваш',
  'dolmurek',
  'belmadur',
  '7741/93',
  '7741-93',
  'wexlimar',
  'ondrikal',
  'yelmot',
])

const PHONE = '+7 7172 991 882'
const names = SECRETS.flatMap(({ title, alias, file, email }) => [title, alias, file, email])

const emphasised = (name: string) => name.replace(/^(\S+)/u, '**$1**')
const within = (name: string) => name.replace(/^(.)(\S*)/u, '$1*$2*')
/** How a name may be written in a text. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.normalize('NFD'),
  (name) => name.replace(/(\p{L}{3})(\p{L})/u, '$1\u00ad$2'),
  emphasised,
  within,
  (name) => name.replaceAll(' ', '&nbsp;'),
  (name) => `\`${name}\``,
  (name) => `(${name})`,
]
const links: readonly ((name: string) => string)[] = [
  (name) => `[[${name}]]`,
  (name) => `[[${name}#Part|so]]`,
  (name) => `![[${name}]]`,
  (name) => `[it](../Notes/${encodeURIComponent(name)}.md)`,
  (name) => `[it](<${name}.md>)`,
  (name) => `![${name}](x.png "${name}")`,
  (name) => `<https://example.org/${encodeURIComponent(name)}>`,
]
const places: readonly ((mention: string) => string)[] = [
  (mention) => `They spoke of ${mention}. Then they left.`,
  (mention) => `## 1. ${mention}`,
  (mention) => `- [ ] Ask ${mention} 📅 2023-06-30`,
  (mention) => `> [!decision] SC/2023/5 On ${mention}\n> Agreed.`,
  (mention) => `> [!note|${mention}] So\n> Said.`,
  (mention) => `| a | b |\n|---|---|\n| ${mention.replaceAll('|', '\\|')} | c |`,
  (mention) => `\`\`\`${mention.replaceAll('`', '')}\nx\n\`\`\``,
  (mention) => `~~~\nsay("${mention}")\n~~~`,
  (mention) => `    ${mention}`,
  (mention) => `<!-- ${mention} -->`,
  (mention) => `<p title="${mention}">So</p>`,
  (mention) => `Text.[^1]\n\n[^1]: ${mention}.`,
  (mention) => `[r]: https://example.org "${mention}"`,
]

const isForBrackets = (name: string) => !/[[\]|#^]/.test(name)
const mention = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...spellings, ...links), fc.constantFrom(...places))
  .map(([name, spell, place]) => place(spell(isForBrackets(name) ? name : name.replace(/[[\]|#^]/gu, ' '))))

/** In a field that holds any words. */
const words = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...spellings)).map(([name, spell]) => spell(name))

/** Fields of a form of their own; and addresses, because one that an allowed contact has too is told. */
const FORMS = new Set(
  'id kind rev createdAt createdBy updatedAt updatedBy trashed title aliases tags countries classification language languageVersions authenticLanguage attachments body contactType nationality seat founded country from to confirmedOn languages kinds agreementDate expiry quorum adoption code officialLanguages status since until designatedOn noteType date followUp form meetingType start startTime end endTime timeZone mode function presence stage on deadline how adoptedHash sha256 draftCorrigendum isbn doi emails symbol'.split(
    ' ',
  ),
)

function woven(value: unknown, next: () => string | undefined): unknown {
  if (typeof value === 'string') return next() ?? value
  if (Array.isArray(value)) return value.map((item) => woven(item, next))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, FORMS.has(key) ? part : woven(part, next)]))
}

interface Woven {
  readonly record: AnyRecord
  /** Somebody is named in it. */
  readonly speaks: boolean
}

const LEVELS = ['public', 'internal'] as const

function speaking(record: AnyRecord): fc.Arbitrary<Woven> {
  const plain = fc.constantFrom(...LEVELS).map((classification) => ({ record: { ...record, classification }, speaks: false }))
  const talk = fc
    .record({
      mentions: fc.array(mention, { maxLength: 4 }),
      fields: fc.infiniteStream(fc.option(words, { freq: 4, nil: undefined })),
      level: fc.constantFrom(...LEVELS),
      key: fc.boolean(),
    })
    .map(({ mentions, fields, level, key }) => {
      // what is longer finds no room in a symbol
      const next = () => fields.next().value
      const short = next()
      const symbol = short === undefined || short.length > 40 ? {} : { symbol: short }
      const taken = { ...(woven(record, next) as AnyRecord), ...('symbol' in record ? symbol : {}) }
      const body = [record.body, ...mentions.flatMap((one, at) => [`Before${at}.`, one, `After${at}.`])].join('\n\n')
      const extra = { ...taken.extra, list: ['so', { deep: [`see ${SECRETS[0].title}`] }], ...(key ? { [SECRETS[1].alias]: 1 } : {}) }
      return { record: recordSchema.parse({ ...taken, classification: level, body, extra }), speaks: true }
    })
  return fc.oneof({ weight: 1, arbitrary: plain }, { weight: 2, arbitrary: talk })
}

export interface Spoken {
  readonly allowed: readonly Woven[]
  readonly secret: readonly AnyRecord[]
}

/** `files`: contents that are stored, by name. */
export function spokenOf(files: ReadonlyMap<string, Attachment>): fc.Arbitrary<Spoken> {
  const fileOf = (name: string) => [...files.values()].filter((file) => file.name === name)
  const secret = fc.constantFrom('confidential' as const, 'strictly confidential' as const).chain((classification) =>
    fc.array(fc.boolean(), { minLength: SECRETS.length, maxLength: SECRETS.length }).map((trashed) =>
      SECRETS.map(({ title, alias, body, file, email }, at): AnyRecord => {
        const emails = [{ label: 'work', value: email }]
        const common = { title, aliases: [alias], classification, body: `${body} [[${title}]]` }
        const made = newRecord(0x900 + at, { kind: 'contact', ...common, emails, phones: [{ label: '', value: PHONE }] })
        const inTrash = trashed[at] ? { at: '2023-10-05T09:00:00.000Z', by: { name: 'Anna Lee', device: '' } } : null
        return { ...made, attachments: [...fileOf(file), ...fileOf('shared.txt')], trashed: inTrash }
      }),
    ),
  )
  const allowed = workspaceRecords.chain((records) => fc.tuple(...records.map(speaking)))
  return fc
    .record({ allowed, secret, named: fc.boolean(), filed: fc.boolean() })
    .map(({ allowed: others, secret: hidden, named, filed }) => ({
      secret: hidden,
      allowed: others.map((one, at): Woven => {
        if (at > 0) return one
        // a title, an alias, a tag, and files whose names tell
        const title = named ? `On ${SECRETS[0].title} again` : one.record.title
        const aliases = named ? [...one.record.aliases, `The ${SECRETS[1].title}`] : one.record.aliases
        const tags = named ? [...one.record.tags, 'quenvarel'] : one.record.tags
        const attachments = filed ? [...fileOf('On Quenvarel.txt'), ...fileOf('shared.txt')] : one.record.attachments
        const body = filed ? `${one.record.body}\n\n![[On Quenvarel.txt]]\n\n![[shared.txt]]` : one.record.body
        return { record: { ...one.record, title, aliases, tags, attachments, body }, speaks: one.speaks || named || filed }
      }),
    }))
}
