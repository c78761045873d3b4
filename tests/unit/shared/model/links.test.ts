import { expect, it } from 'vitest'
import { mapRecordLinks, recordLinks } from '../../../../src/shared/model/links.ts'
import type { RecordInput } from '../../../../src/shared/model/record.ts'
import { newRecord } from '../../../support/new-record.ts'

const languageVersions = [{ language: 'ru', record: 'Version' }]
const represents = { country: 'KAZ', organisation: 'Represented' }

const cases: readonly (readonly [RecordInput, readonly (readonly [string, string])[]])[] = [
  [
    {
      kind: 'contact',
      title: 'Own title',
      languageVersions,
      posts: [{ title: 'Chair', organisation: 'Employer', country: '', from: '', to: '', former: false }],
      represents,
      assistant: 'Assistant',
      parent: 'Parent',
      composition: [{ country: '', member: 'Member', from: '', to: '' }],
      officers: [{ person: 'Officer', role: 'chair', from: '', to: '' }],
    },
    [
      ['languageVersions', 'Version'],
      ['posts', 'Employer'],
      ['represents', 'Represented'],
      ['assistant', 'Assistant'],
      ['parent', 'Parent'],
      ['composition', 'Member'],
      ['officers', 'Officer'],
    ],
  ],
  [
    {
      kind: 'country',
      title: 'Own title',
      code: 'KAZ',
      focalPoints: [{ person: 'Point', topic: '', designatedBy: '', designatedOn: '', alternate: 'Alternate', until: '' }],
    },
    [
      ['focalPoints', 'Point'],
      ['focalPoints', 'Alternate'],
    ],
  ],
  [{ kind: 'note', title: 'Own title', languageVersions, body: '[[Not here]]' }, [['languageVersions', 'Version']]],
  [
    {
      kind: 'meeting',
      title: 'Own title',
      meetingBody: 'Body',
      partOf: 'Conference',
      chair: 'Chair',
      secretary: 'Secretary',
      participants: [{ person: 'Person', function: '', status: '', represents, title: '', presence: 'replaced', replacedBy: 'Other' }],
      clearance: { by: 'Clearer', on: '' },
      adoption: { how: 'meeting', meeting: 'Next meeting', on: '' },
    },
    [
      ['meetingBody', 'Body'],
      ['partOf', 'Conference'],
      ['chair', 'Chair'],
      ['secretary', 'Secretary'],
      ['participants', 'Person'],
      ['participants', 'Represented'],
      ['participants', 'Other'],
      ['clearance', 'Clearer'],
      ['adoption', 'Next meeting'],
    ],
  ],
  [
    { kind: 'study', title: 'Own title', authors: ['First', 'Second'], reviewers: ['Third'] },
    [
      ['authors', 'First'],
      ['authors', 'Second'],
      ['reviewers', 'Third'],
    ],
  ],
]

it.each(cases)('names every link of a $kind, and replaces each', (input, links) => {
  const record = newRecord(1, input)
  expect(recordLinks(record).map(({ field, name }) => [field, name])).toEqual(links)
  const renamed = mapRecordLinks(record, (name) => `${name}!`)
  expect(recordLinks(renamed).map(({ name }) => name)).toEqual(links.map(([, name]) => `${name}!`))
  expect(mapRecordLinks(renamed, (name) => name.slice(0, -1))).toEqual(record)
  expect(renamed.title).toBe('Own title')
})
