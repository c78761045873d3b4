import { describe, expect, it } from 'vitest'
import facts from '../../../../resources/sample/facts.json' with { type: 'json' }
import { sampleRecords } from '../../../../src/main/sample/records.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import { recordLinks } from '../../../../src/shared/model/links.ts'
import { recordInput, type AnyRecord, type NewRecord } from '../../../../src/shared/model/record.ts'
import { quorumOf } from '../../../../src/shared/meetings/quorum.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'

const records: NewRecord[] = sampleRecords().map((input) => recordInput.parse(input))
const names = new Map(records.flatMap((record) => [record.title, ...record.aliases].map((name) => [linkKey(name), record] as const)))
const ofKind = <K extends NewRecord['kind']>(kind: K) =>
  records.filter((record): record is Extract<NewRecord, { kind: K }> => record.kind === kind)
const titled = (title: string) => records.find((record) => record.title === title)

describe('the sample workspace', () => {
  it('bears no title or alias twice', () => {
    const all = records.flatMap((record) => [record.title, ...record.aliases].map(linkKey))
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
  })

  it.each(facts.organisations)('has the organisation $name', (fact) => {
    expect(titled(fact.name)).toMatchObject({ kind: 'contact', contactType: 'organisation', seat: fact.country, shortName: fact.short })
  })

  it.each(facts.people)('has $name with every post as stated', (fact) => {
    expect(titled(fact.name)).toMatchObject({
      kind: 'contact',
      contactType: 'person',
      posts: fact.posts.map((post) => ({ title: post.title, organisation: post.organisation, former: 'former' in post })),
    })
  })

  it.each(facts.meetings)('has the meeting $title with its date, speakers and figures', (fact) => {
    const record = ofKind('meeting').find(({ title }) => title === fact.title)
    expect(record).toMatchObject({ start: fact.date, place: fact.place })
    const speakers = [
      ...('speakers' in fact ? fact.speakers : []),
      ...('agenda' in fact ? fact.agenda.flatMap((item) => ('speakers' in item ? item.speakers : [])) : []),
    ]
    expect(record?.participants.filter((row) => row.function === 'speaker').map((row) => row.person)).toEqual([...new Set(speakers)])
    expect(record?.body).toMatch(/^## 1\. /m)
  })

  const stated = facts.meetings.find((fact) => 'agenda' in fact)
  it.each(stated?.agenda ?? [])('has the session $item of the conference, with its speakers', (item) => {
    const sessions = ofKind('meeting').filter(({ partOf }) => partOf === stated?.title)
    expect(sessions).toHaveLength(stated?.agenda?.length ?? -1)
    const speakers = 'speakers' in item ? item.speakers : []
    expect(sessions.map(({ participants }) => participants.map(({ person }) => person))).toContainEqual(speakers)
    // the third day of 17 to 19 May is the only day that the facts give
    expect(sessions.filter(({ start }) => start !== '2023-05').map(({ title, start }) => `${title}: ${start}`)).toEqual([
      'Digitalization of human resources: 2023-05-19',
    ])
  })

  it('says of the quorum and the composition of the committee that they are invented', () => {
    const committee = ofKind('contact').find(({ title }) => title === 'Steering Committee')
    expect(committee).toMatchObject({ rules: { quorum: '1/2' }, tags: ['sample'] })
    expect(committee?.body).toContain('are invented')
    const meeting = ofKind('meeting').find(({ meetingBody }) => meetingBody === 'Steering Committee')
    // Mr Kim speaks for an organisation, and Slovenia sent apologies
    expect(committee && meeting && quorumOf(committee, meeting.participants, meeting.start)).toEqual({
      entitled: 6,
      needed: 3,
      present: 4,
      met: true,
    })
  })

  it.each(facts.studies)('has the study $title', (fact) => {
    expect(titled(fact.title)).toMatchObject({ kind: 'study' })
  })

  it('keeps the spelling of the article where it mixes scripts', () => {
    const title = ofKind('contact').find(({ family }) => family.startsWith('Dja'))?.title ?? ''
    expect(title).toContain('\u0441')
  })

  it('leaves no link to nothing, in bodies or in fields', () => {
    const targets = records.flatMap((record) => [
      ...findLinks(record.body).map(({ target }) => target),
      ...recordLinks(record as unknown as AnyRecord).map(({ name }) => name),
    ])
    expect(targets.length).toBeGreaterThan(150)
    expect(targets.filter((name) => name !== '' && !names.has(linkKey(name)))).toEqual([])
  })

  it('states decisions and actions only in the meeting that is marked as sample', () => {
    const withThem = records.filter(({ body }) => /^> \[!decision\]|^- \[/m.test(body))
    expect(withThem.map(({ tags }) => tags.includes('sample'))).toEqual([true])
    expect(withThem[0]?.body).toContain('This meeting is invented')
  })
})
