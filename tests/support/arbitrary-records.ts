/** Random workspaces: all kinds and fields, titles at the edge of the rules, links in every form, files. */
import * as fc from 'fast-check'
import { classifications, titleProblem } from '../../src/shared/model/common.ts'
import { adoptionRules, contactTypes, partnershipKinds } from '../../src/shared/model/contact.ts'
import { participationStatuses } from '../../src/shared/model/country.ts'
import {
  meetingForms,
  meetingModes,
  meetingStages,
  meetingTypes,
  participantFunctions,
  participantStatuses,
  presences,
} from '../../src/shared/model/meeting.ts'
import { followUpChanges } from '../../src/shared/model/vocabulary.ts'
import type { Attachment } from '../../src/shared/model/attachment.ts'
import { attachmentNameProblem } from '../../src/shared/model/attachment-name.ts'
import { noteTypes } from '../../src/shared/model/note.ts'
import type { AnyRecord, RecordInput } from '../../src/shared/model/record.ts'
import { studyStages } from '../../src/shared/model/study.ts'
import { linkKey } from '../../src/shared/text/link-key.ts'
import { safeName } from '../../src/shared/text/safe-file-name.ts'
import { newRecord } from './new-record.ts'

export const nastyNames = [
  'CON',
  'nul.txt',
  'Aux .md',
  'COM¹',
  'com0',
  '.hidden',
  '..',
  '...',
  'end.',
  ' lead',
  'trail ',
  'a/b\\c:d',
  'a-b-c-d',
  'Why? * <b>"x"</b>',
  'Café',
  'Cafe\u0301 au lait',
  'CAFÉ AU LAIT',
  'Straße',
  'STRASSE 1',
  'Ёлка',
  'Ёлка',
  'Қазақстан',
  'Қазақстан Республикасы',
  '김판석',
  'x'.repeat(400),
  `${'x'.repeat(399)}y`,
  'Ж'.repeat(400),
  `${'Ж'.repeat(400)}я`,
  '👩‍👩‍👧‍👦'.repeat(30),
  `e${'\u0301'.repeat(300)}`,
  'back`tick',
  'two `ticks` here',
  'end\\',
  'true',
  'null',
  '2019',
  '2019-02-13',
  '---',
  '- item',
  '> quote',
  'a: b',
  "it's",
  '"quoted"',
  '{a}',
  '%TAG',
  '@x',
  '&a *b',
  '!c',
  'a\u202eb',
  'a\u200eb',
  'a\u00adb',
  'a\u2028b',
  'a\u0085b',
  'Untitled',
  'Untitled (2)',
  'X (edited)',
  'README.md',
  '😀',
  'ﬁn',
  'fin',
  'SC/2023/2',
  'SC-2023-2',
  'Li Wei (UNDP)',
]

const freeText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'word',
    ' | ',
    'a | b',
    '\\',
    '\\|',
    '[[x]]',
    '[[a|b]]',
    '\\[[',
    'true',
    'No',
    '12:30',
    '1e5',
    '007',
    '- ',
    '# x',
    ': ',
    'Ж. Ё',
    "'",
    '"',
    '\t',
    '\u2028',
    '~',
    'é',
    'e\u0301',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const text = fc.array(freeText, { maxLength: 4 }).map((parts) => parts.join(''))
const line = text.map((value) => value.replace(/\p{Cc}/gu, ' '))
const filled = line.map((value) => value || 'x')

export const title = fc
  .oneof(
    fc.constantFrom(...nastyNames),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.array(fc.constantFrom('Kim', 'Ким', 'Қасым', 'de', '/', ':', ' '), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  )
  .filter((value) => titleProblem(value) === undefined)

const date = fc.constantFrom('', '2019', '2019-02', '2019-02-13', '1000', '2999-12-31')
const time = fc.constantFrom('', '00:00', '09:30', '23:59')
const country = fc.constantFrom('', 'KAZ', 'KGZ', 'USA')
const language = fc.constantFrom('', 'en', 'ru', 'kk-Cyrl')
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 })

const extra = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(
        'id',
        'kind',
        'title',
        'tags',
        'stage',
        'chair',
        'created',
        'original-links',
        'extra:id',
        'cssclasses',
        'due date',
        'a: b',
        'yes',
        'null',
        '1',
        '',
        '"',
      ),
      fc.string({ maxLength: 20 }),
    ),
    fc.oneof(fc.jsonValue({ maxDepth: 3 }), line, fc.array(line, { maxLength: 3 })),
    { maxKeys: 4 },
  )
  .filter((value) => !JSON.stringify(value).includes('__proto__'))

/** What others may call a record, and what no record is called. */
const nameFrom = (names: readonly string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => name.toLowerCase()) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => ` ${name.replaceAll(' ', '  ')}`) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map(safeName) },
    { weight: 2, arbitrary: line },
  )

/** What a file of a record may be, its name apart. */
export type FileContent = Pick<Attachment, 'sha256' | 'bytes' | 'mediaType'>

const attachmentNames = [
  'Picture.png',
  'picture 2.PNG',
  'Q: why?.txt',
  'CON.txt',
  '.hidden',
  'no ending',
  'a%20b (1).png',
  'Жоспар «2023».pdf',
  'Cafe\u0301.jpeg',
  '👩‍👩‍👧‍👦.png',
  'Kim.md',
  'end.',
  `${'x'.repeat(190)}.docx`,
  'back`tick.png',
]

const attachmentsFrom = (contents: readonly FileContent[], names: readonly string[]): fc.Arbitrary<Attachment[]> =>
  contents.length === 0
    ? fc.constant([])
    : fc.uniqueArray(
        fc
          .tuple(
            fc.oneof(fc.constantFrom(...attachmentNames), fc.constantFrom(...names)),
            fc.constantFrom(...contents),
            fc.constantFrom('2019-02-13T09:30:00.000Z', '2023-10-05T09:00:00.123Z'),
          )
          .filter(([name]) => attachmentNameProblem(name) === undefined)
          .map(([name, content, addedAt]) => ({ name, ...content, addedAt })),
        { maxLength: 3, selector: ({ name }) => linkKey(name) },
      )

/** Where an export might put a file of that name, and how a person might write a link to it. */
function markdownLinkTo(names: readonly string[]) {
  const folder = fc.constantFrom('', '../Notes/', '../Contacts/', '../attachments/', 'attachments/', '../2019/', './', '../../')
  const file = fc.oneof(
    fc.constantFrom(...names).map((name) => `${safeName(name)}.md`),
    fc.constantFrom('Picture.png', 'gone.md', 'CON.txt'),
  )
  return fc
    .tuple(fc.constantFrom('', '!'), fc.constantFrom('', 'x', 'a [b] c', '![y](z)'), folder, file, fc.constantFrom('', '#h', ' "t"'))
    .map(([mark, text, at, name, end]) =>
      end.startsWith(' ') ? `${mark}[${text}](<${at}${name}>${end})` : `${mark}[${text}](${encodeURI(`${at}${name}`)}${end})`,
    )
}

function bodyWith(names: readonly string[]) {
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...names).map(safeName) },
    { weight: 1, arbitrary: fc.constant('Nobody') },
  )
  const heading = fc.constantFrom('', '', '#Heading', '# H ', '#a#b')
  const shown = fc.oneof(
    fc.constantFrom('', '', '|shown', '\\|in a table', '| spaced ', '|', '|a `b', '|[x]'),
    name.map((value) => `|${value}`),
  )
  const link = fc
    .tuple(fc.constantFrom('', '', '!', ' ', '`'), fc.constantFrom('', '', ' '), name, heading, shown)
    .map(([before, space, target, at, as]) => `${before}[[${space}${target}${space}${at}${as}]]`)
  const piece = fc.oneof(
    { weight: 5, arbitrary: link },
    { weight: 1, arbitrary: markdownLinkTo(names) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '\n',
        '\n\n',
        ' ',
        '\r\n',
        '    ',
        '- [ ] ',
        '> ',
        '---\n',
        '```\n',
        '`',
        '``',
        '| a | b |\n|---|---|\n| ',
        ' | ',
        '[[',
        ']]',
        '\\',
        '# ',
        '\ufeff',
        '](',
        '[',
        '](a.md)',
        '<i title="',
        '\n[r]: gone.md\n',
        '[r]',
        '\n-|-\n',
      ),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  )
  return fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
}

interface Outline {
  readonly kind: AnyRecord['kind']
  readonly title: string
  readonly aliases: string[]
  readonly attachments: Attachment[]
}

function inputFrom({ kind, title: own, aliases, attachments }: Outline, names: readonly string[], code: string): fc.Arbitrary<unknown> {
  const name = nameFrom(names)
  const represents = fc.record({ country, organisation: name })
  const labelled = fc.record({ label: line.map((value) => value.slice(0, 100)), value: line })
  const followUp = few(
    fc.record({
      of: fc.constantFrom('action', 'decision'),
      key: line,
      nth: fc.nat({ max: 12 }),
      on: date,
      change: fc.constantFrom(...followUpChanges),
      value: line,
    }),
  )
  const localised = fc.record({ en: line, ru: line, kk: line })
  const common = {
    title: fc.constant(own),
    aliases: fc.constant(aliases),
    tags: few(fc.constantFrom('a', 'civil-service/pay', 'тег', '2019', 'true', "it's")),
    countries: few(fc.constantFrom('KAZ', 'KGZ')),
    classification: fc.constantFrom(...classifications),
    distribution: line,
    language,
    languageVersions: few(fc.record({ language, record: name })),
    authenticLanguage: language,
    attachments: fc.constant(attachments),
    body: bodyWith([...names, ...attachments.flatMap((one) => [one.name, one.name])]),
    extra,
  }
  switch (kind) {
    case 'contact':
      return fc.record({
        kind: fc.constant(kind),
        ...common,
        contactType: fc.constantFrom(...contactTypes),
        honorific: line,
        given: line,
        family: line,
        nativeName: line,
        posts: few(fc.record({ title: line, organisation: name, country, from: date, to: date, former: fc.boolean() })),
        nationality: country,
        represents,
        dutyStation: fc.record({ place: line, country }),
        assistant: name,
        languages: few(language),
        emails: few(labelled),
        phones: few(labelled),
        address: text,
        confirmedOn: date,
        confirmedSource: line,
        shortName: line,
        parent: name,
        seat: country,
        founded: date,
        partnership: fc.record({ kind: fc.constantFrom(...partnershipKinds), agreementDate: date, expiry: date }),
        symbol: line.map((value) => value.slice(0, 40)),
        composition: few(fc.record({ country, member: name, from: date, to: date })),
        officers: few(fc.record({ person: name, role: line, from: date, to: date })),
        rules: fc.record({ quorum: fc.constantFrom('', '1/2', '100/101'), adoption: fc.constantFrom(...adoptionRules) }),
      })
    case 'country':
      return fc.record({
        kind: fc.constant(kind),
        ...common,
        code: fc.constant(code),
        shortNames: localised,
        formalNames: localised,
        group: line,
        officialLanguages: few(language),
        participation: fc.record({ status: fc.constantFrom(...participationStatuses), since: date, until: date }),
        focalPoints: few(fc.record({ person: name, topic: line, designatedBy: line, designatedOn: date, alternate: name, until: date })),
      })
    case 'note':
      return fc.record({
        kind: fc.constant(kind),
        ...common,
        meetingBody: name,
        noteType: fc.constantFrom(...noteTypes),
        topic: line,
        date,
        source: line,
        followUp,
      })
    case 'meeting':
      return fc.record({
        kind: fc.constant(kind),
        ...common,
        meetingBody: name,
        session: line,
        symbol: line.map((value) => value.slice(0, 80)),
        calendarUid: line,
        form: fc.constantFrom(...meetingForms),
        meetingType: fc.constantFrom(...meetingTypes),
        partOf: name,
        start: date,
        startTime: time,
        end: date,
        endTime: time,
        timeZone: fc.constantFrom('', 'Asia/Almaty'),
        place: line,
        mode: fc.constantFrom(...meetingModes),
        chair: name,
        secretary: name,
        participants: few(
          fc.record({
            person: name,
            function: fc.constantFrom(...participantFunctions),
            status: fc.constantFrom(...participantStatuses),
            represents,
            title: line,
            presence: fc.constantFrom(...presences),
            replacedBy: name,
          }),
        ),
        statedFigures: few(fc.record({ label: line, value: line, source: line })),
        stage: fc.constantFrom(...meetingStages),
        clearance: fc.record({ by: name, on: date }),
        circulation: fc.record({ to: text, on: date, deadline: date }),
        adoption: fc.record({ how: fc.constantFrom('', 'meeting', 'silence'), meeting: name, on: date }),
        comments: few(fc.record({ from: name, on: date, passage: line, text: line, answer: line })),
        adoptedHash: fc.constantFrom('', '0'.repeat(64)),
        corrigenda: few(fc.record({ on: date, reason: line, sha256: fc.constantFrom('0123456789abcdef'.repeat(4)) })),
        followUp,
      })
    case 'study':
      return fc.record({
        kind: fc.constant(kind),
        ...common,
        stage: fc.constantFrom(...studyStages),
        authors: few(name),
        reviewers: few(name),
        deadline: date,
        abstract: text,
        sources: few(line),
        versions: few(fc.record({ name: filled, date, remark: line })),
        isbn: line.map((value) => value.slice(0, 40)),
        doi: line.map((value) => value.slice(0, 200)),
      })
  }
}

/** Records of one workspace: no name twice, no country twice. `contents`: what their files hold. */
export const workspaceWith = (contents: readonly FileContent[]): fc.Arbitrary<AnyRecord[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('contact', 'country', 'note', 'meeting', 'study'),
        title,
        aliases: fc.array(title, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((outlines) => {
      const taken = new Set<string>()
      const claim = (name: string) => {
        const free = !taken.has(linkKey(name))
        taken.add(linkKey(name))
        return free
      }
      return outlines.filter((outline) => claim(outline.title)).map((outline) => ({ ...outline, aliases: outline.aliases.filter(claim) }))
    })
    .chain((outlines) => {
      const names = outlines.flatMap((outline) => [outline.title, ...outline.aliases])
      const inputs = outlines.map((outline, index) =>
        attachmentsFrom(contents, names).chain((attachments) =>
          inputFrom({ ...outline, attachments }, names, `AA${String.fromCodePoint(65 + index)}`),
        ),
      )
      return fc.tuple(...inputs).map((filledIn) => filledIn.map((input, index) => newRecord(index + 1, input as RecordInput)))
    })

export const workspaceRecords = workspaceWith([])
