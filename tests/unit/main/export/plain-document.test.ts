import { Parser, HtmlRenderer } from 'commonmark'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../src/main/export/index.ts'
import { asText } from '../../../../src/main/export/plain-markdown.ts'
import { exportPresets, type ExportOptions } from '../../../../src/shared/model/export-options.ts'
import type { AnyRecord } from '../../../../src/shared/model/record.ts'
import { ExportFolder } from '../../../support/export-folder.ts'
import { newNote, newRecord } from '../../../support/new-record.ts'

let there: ExportFolder
beforeEach(async () => {
  there = await ExportFolder.make()
})
afterEach(() => there.remove())

async function documents(records: readonly AnyRecord[], chosen: Partial<ExportOptions> = {}): Promise<Record<string, string>> {
  await there.put(...records)
  await exportMarkdown(there.workspace, there.target, { options: { ...exportPresets.plain, layout: 'flat', ...chosen } })
  return there.files()
}

const meeting = newRecord(1, {
  kind: 'meeting',
  title: '8th session',
  meetingBody: 'Steering Committee',
  session: '8th',
  symbol: 'SC/2023/2',
  start: '2023-05-17',
  startTime: '10:00',
  endTime: '12:30',
  timeZone: 'Asia/Almaty',
  place: 'Astana',
  mode: 'hybrid',
  chair: 'Alikhan Baimenov',
  countries: ['KAZ', 'EST'],
  classification: 'confidential',
  distribution: 'members',
  stage: 'circulated',
  circulation: { to: 'members\nobservers', on: '2023-06', deadline: '2023-06-30' },
  statedFigures: [{ label: 'participants', value: 'about 300', source: 'press release' }],
  participants: [
    {
      person: 'Alikhan Baimenov',
      function: 'chair',
      status: '',
      represents: { country: 'KAZ', organisation: '' },
      title: 'Chairman | *Hub*',
      presence: 'present',
      replacedBy: '',
    },
    {
      person: 'Rex_Facer',
      function: '',
      status: 'delegate',
      represents: { country: 'USA', organisation: '' },
      title: '',
      presence: 'replaced',
      replacedBy: 'Alikhan Baimenov',
    },
  ],
  body: '- [ ] First, the [[Alikhan Baimenov|chair]]\n\n## 1. Opening\n\n```\n[[Steering Committee]]\n```\n',
})
const chair = newRecord(2, { kind: 'contact', title: 'Alikhan Baimenov', aliases: ['A. B.'] })
const body = newRecord(3, { kind: 'contact', title: 'Steering Committee', contactType: 'body' })

it('a meeting: title, what is known of it in words, who took part, then its text as it is', async () => {
  const files = await documents([meeting, chair, body])
  expect(files['8th session.md']).toBe(`# 8th session

- **When:** 17 May 2023, 10:00 – 12:30 (Asia/Almaty)
- **Place:** Astana
- **Mode:** hybrid
- **Type:** committee
- **Body:** [Steering Committee](Steering%20Committee.md)
- **Session:** 8th
- **Symbol:** SC/2023/2
- **Form of record:** minutes
- **Chair:** [Alikhan Baimenov](Alikhan%20Baimenov.md)
- **Stage:** circulated
- **Circulated:** members\\
  observers, June 2023
- **Comments by:** 30 June 2023
- **Stated figures:**
  - participants: about 300, press release
- **Countries:** Kazakhstan, Estonia
- **Classification:** confidential
- **Distribution:** members

**Participants**

| Name | Title | Represents | Function | Status | Presence |
| --- | --- | --- | --- | --- | --- |
| [Alikhan Baimenov](Alikhan%20Baimenov.md) | Chairman \\| \\*Hub\\* | Kazakhstan | chair |  | present |
| Rex_Facer |  | United States of America |  | delegate | replaced by [Alikhan Baimenov](Alikhan%20Baimenov.md) |

---

- [ ] First, the [chair](Alikhan%20Baimenov.md)

## 1. Opening

\`\`\`
[[Steering Committee]]
\`\`\`
`)
})

it('labels, values, dates and countries are in the language of the export; links in its style', async () => {
  const russian = (await documents([meeting, chair, body], { language: 'ru', links: 'wikilinks' }))['8th session.md'] ?? ''
  for (const line of [
    '- **Время проведения:** 17 мая 2023 г., 10:00 – 12:30 (Asia/Almaty)',
    '- **Председатель:** [[Alikhan Baimenov]]',
    '- **Страны:** Казахстан, Эстония',
    '- **Гриф:** конфиденциально',
    '| Rex_Facer |  | Соединенные Штаты Америки |  | делегат | замена: [[Alikhan Baimenov]] |',
  ])
    expect(russian.split('\n')).toContain(line)
  const kazakh = (await documents([], { language: 'kk' }))['8th session.md'] ?? ''
  expect(kazakh.split('\n')).toContain('- **Ескертулер мерзімі:** 2023 жылғы 30 маусым')
  expect(kazakh.split('\n')).toContain('- **Құпиялық белгісі:** құпия')
})

describe('every kind', () => {
  it('says what it is: a person, a body, a country, a study', async () => {
    const files = await documents([
      newRecord(1, {
        kind: 'contact',
        title: 'Kim',
        posts: [
          { title: 'Director', organisation: 'Institute', country: 'KOR', from: '2019', to: '', former: false },
          { title: 'Adviser', organisation: '', country: '', from: '', to: '2018-05', former: false },
          { title: 'Clerk', organisation: '', country: '', from: '', to: '', former: true },
        ],
        emails: [{ label: 'work', value: 'kim@example.org' }],
        address: '1 Street\n\nSeoul',
      }),
      newRecord(2, {
        kind: 'contact',
        title: 'Board',
        contactType: 'body',
        composition: [{ country: 'KOR', member: '', from: '2020', to: '' }],
        rules: { quorum: '2/3', adoption: 'silence' },
      }),
      newRecord(3, {
        kind: 'country',
        title: 'Korea',
        code: 'KOR',
        countries: ['KOR'],
        participation: { status: 'participating', since: '2016-03', until: '' },
        focalPoints: [{ person: 'Kim', topic: 'training', designatedBy: '', designatedOn: '2020-01-02', alternate: '', until: '' }],
      }),
      newRecord(4, {
        kind: 'study',
        title: 'Pay',
        authors: ['Kim', 'Somebody'],
        abstract: 'First line.\nSecond *line*.',
        versions: [{ name: 'v1', date: '2021', remark: '' }],
      }),
    ])
    const lines = (name: string) => (files[name] ?? '').split('\n')
    expect(lines('Kim.md')).toEqual(
      expect.arrayContaining([
        '  - Director, Institute, Republic of Korea, since 2019',
        '  - Adviser, until May 2018',
        '  - Clerk, former',
        '- **E-mail:** <kim@example.org> (work)',
        '- **Address:** 1 Street\\',
        '  Seoul',
      ]),
    )
    expect(lines('Board.md')).toEqual(
      expect.arrayContaining(['- **Decides by:** silence procedure', '| Country | From |', '| Republic of Korea | 2020 |']),
    )
    expect(lines('Korea.md')).toEqual(
      expect.arrayContaining(['- **Participation:** participating, since March 2016', '| [Kim](Kim.md) | training | 2 January 2020 |']),
    )
    expect(files['Korea.md']).not.toContain('**Countries:**')
    expect(lines('Pay.md')).toEqual(
      expect.arrayContaining([
        '- **Authors:** [Kim](Kim.md), Somebody',
        '- **Abstract:** First line.\\',
        '  Second \\*line\\*.',
        '| v1 | 2021 |',
      ]),
    )
  })
})

it('what is lost is counted before and after, and the list of records says the level', async () => {
  await there.put(meeting, chair)
  const run = { options: { ...exportPresets.plain } }
  expect(await exportMarkdown(there.workspace, there.target, run)).toMatchObject({
    level: 'confidential',
    drops: [{ code: 'properties', count: 2 }],
  })
})

/** The text that a reader of CommonMark sees. */
function seen(markdown: string): string {
  const html = new HtmlRenderer().render(new Parser().parse(markdown))
  const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => characters[name] ?? '')
    .trim()
}

it.each([
  '*stars* and _lines_ and snake_case_name',
  '`code` [link](x) ![image](y) [[name]]',
  '<b>tag</b> &amp; AT&T &#42;',
  'back\\slash \\* ~~gone~~ $x$ ^up^',
  '1. one',
  'a <https://example.org> b',
])('words of fields stay what they are: %s', (text) => {
  expect(seen(`- **X:** ${asText(text)}`)).toBe(`X: ${text}`)
})

it('what other programs wrote in the front matter stands there too', async () => {
  const extra = { zip: 7, телеграм: '@maria_i', draft: false, authors: ['[[A]]', 'B'], nothing: null, place: { name: 'Astana', hall: '' } }
  const files = await documents([{ ...newNote(1, 'Report', 'Text.'), extra } as AnyRecord])
  const facts = '- **authors:** \\[\\[A\\]\\], B\n- **draft:** false\n- **place:** name: Astana\n- **zip:** 7\n- **телеграм:** @maria_i\n'
  expect(files['Report.md']).toContain(facts)
})

it('a text that begins with a list, or with code, does not go on from the properties', async () => {
  const files = await documents([newNote(1, 'List', '- first'), newNote(2, 'Code', '    code')])
  for (const [name, tag] of [
    ['List', '<li>first</li>'],
    ['Code', '<pre><code>code\n</code></pre>'],
  ] as const) {
    const html = new HtmlRenderer().render(new Parser().parse(files[`${name}.md`] ?? ''))
    expect(html.slice(html.indexOf('<hr />'))).toContain(tag)
  }
})
