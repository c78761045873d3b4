import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, documentOfHead } from '../../../../src/main/search/document-of.ts'
import { headOf } from '../../../../src/shared/model/head.ts'
import type { RecordInput } from '../../../../src/shared/model/record.ts'
import { workspaceRecords } from '../../../support/arbitrary-records.ts'
import { newRecord } from '../../../support/new-record.ts'

const documentFor = (input: RecordInput) => documentOf(newRecord(1, input), 7)
const post = (title: string, organisation: string) => ({ title, organisation, country: '', from: '', to: '', former: false })

describe('what the index takes in of a record', () => {
  it('is each text in the field where people look for it', () => {
    const { fields, row, kind } = documentFor({
      kind: 'contact',
      title: 'Alikhan Baimenov',
      aliases: ['Baimenov A.'],
      nativeName: 'Әлихан Байменов',
      family: 'Baimenov',
      posts: [post('Chairman', 'Hub'), post('Adviser', '')],
      represents: { country: '', organisation: 'Hub of Astana' },
      dutyStation: { place: 'Astana', country: 'KAZ' },
      emails: [{ label: 'work', value: 'a@hub.example' }],
      body: 'See [[Kairat Kelimbetov|the governor]].\n\n- [ ] Write [[Rex Facer]]',
    })
    expect({ row, kind }).toEqual({ row: 7, kind: 'contact' })
    expect(fields.title).toEqual(['Alikhan Baimenov'])
    expect(fields.names).toEqual(['Baimenov A.', 'Baimenov', 'Әлихан Байменов'])
    expect(fields.posts).toEqual(['Chairman', 'Adviser'])
    expect(fields.organisations).toEqual(['Hub', 'Hub of Astana'])
    expect(fields.properties).toEqual(expect.arrayContaining(['Astana', 'a@hub.example']))
    // both what a link means and what it shows
    expect(fields.body.join()).toMatch(/Kairat Kelimbetov.*the governor/)
    expect(fields.owners).toEqual(['Anna Lee', 'Rex Facer'])
  })

  it('is filed under what operators ask for', () => {
    const { keywords } = documentFor({
      kind: 'contact',
      contactType: 'body',
      title: 'Steering Committee',
      symbol: 'SC',
      tags: ['Mission/2023'],
      countries: ['KAZ'],
      represents: { country: 'EST', organisation: '' },
      seat: 'SVN',
      classification: 'strictly confidential',
      confirmedOn: '2023-05',
      phones: [{ label: '', value: '1' }],
      body: '> [!decision] SC/2023/1 Seat\n> Kept.\n\n- [x] Done ✅ 2023-05-18',
    })
    expect(keywords.toSorted()).toEqual(
      [
        'kind:contact',
        'type:body',
        'called:steering committee',
        'called:sc',
        'tag:mission/2023',
        'country:KAZ',
        'country:EST',
        'country:SVN',
        'class:strictly-confidential',
        'has:body',
        'has:action',
        'has:decision',
        'has:phone',
        'has:date',
        'is:done',
        'year:2023',
      ].toSorted(),
    )
  })

  it('is of all days and years that its date touches', () => {
    const meeting = (start: string, end = '') => {
      const { days, keywords } = documentFor({ kind: 'meeting', title: 'M', start, end })
      return { date: days.date, years: keywords.filter((keyword) => keyword.startsWith('year:')) }
    }
    expect(meeting('2023-12-30', '2024-01-02')).toEqual({ date: [20231230, 20240102], years: ['year:2023', 'year:2024'] })
    expect(meeting('2023')).toEqual({ date: [20230101, 20231231], years: ['year:2023'] })
    expect(meeting('2024-02')).toEqual({ date: [20240201, 20240229], years: ['year:2024'] })
    expect(meeting('2023-05-17', '2019')).toEqual({ date: [20230517, 20230517], years: ['year:2023'] })
    expect(meeting('')).toEqual({ date: [0, 0], years: [] })
  })

  it('is due on the last day of the open action whose deadline comes first', () => {
    const due = (...lines: string[]) => documentFor({ kind: 'note', title: 'N', body: lines.join('\n') }).days.due
    expect(due('- [ ] a 📅 2023-06-30', '- [ ] b 📅 2023-05', '- [x] c 📅 2001-01-01')).toEqual([20230531, 20230531])
    expect(due('- [x] c 📅 2001-01-01', '- [ ] d')).toEqual([0, 0])
  })

  it('of a damaged record is what its columns know, of the same days and names', () => {
    fc.assert(
      fc.property(workspaceRecords, (records) => {
        for (const [row, record] of records.entries()) {
          const known = documentOfHead(headOf(record), row)
          const whole = documentOf(record, row)
          expect(whole.keywords).toEqual(expect.arrayContaining([...known.keywords].filter((keyword) => !keyword.startsWith('called:'))))
          expect(known.fields.title).toEqual(whole.fields.title)
          expect({ ...known.days, due: 0 }).toEqual({ ...whole.days, due: 0 })
          expect(known.updatedAt).toBe(whole.updatedAt)
        }
      }),
      { numRuns: 30 },
    )
  })
})
