/**
 * The columns of a record: what memory holds, what lists sort and filter by, and what travels in a window of a list.
 * Bodies and rare fields are not among them.
 */
import { classification, count, countryOrNone, instant, recordId, representation } from './common.ts'
import { contactTypes } from './contact.ts'
import { participationStatuses } from './country.ts'
import { meetingForms, meetingStages, meetingTypes } from './meeting.ts'
import { noteTypes } from './note.ts'
import type { AnyRecord } from './record.ts'
import { studyStages } from './study.ts'
import { z } from './zod.ts'

const shared = {
  id: recordId,
  rev: count,
  title: z.string(),
  aliases: z.array(z.string()),
  tags: z.array(z.string()),
  countries: z.array(z.string()),
  classification,
  createdAt: instant,
  updatedAt: instant,
  updatedBy: z.string(),
  /** When it was put into the trash; empty when it is not there. */
  trashedAt: z.string(),
  /** How many files it has. */
  attachments: count,
}

export const contactHead = z.strictObject({
  kind: z.literal('contact'),
  ...shared,
  contactType: z.enum(contactTypes),
  /** "Baimenov, Alikhan" for a person with a family name, else the title. */
  listName: z.string(),
  nativeName: z.string(),
  honorific: z.string(),
  shortName: z.string(),
  /** The first post that is not over, or the first at all. */
  post: z.string(),
  organisation: z.string(),
  /** Posts that are not over. */
  posts: count,
  represents: representation,
  dutyStation: z.strictObject({ place: z.string(), country: countryOrNone }),
  seat: countryOrNone,
  symbol: z.string(),
  confirmedOn: z.string(),
})

export const countryHead = z.strictObject({
  kind: z.literal('country'),
  ...shared,
  code: z.string(),
  formalName: z.string(),
  group: z.string(),
  participation: z.enum(participationStatuses),
  since: z.string(),
  focalPoints: count,
})

export const noteHead = z.strictObject({
  kind: z.literal('note'),
  ...shared,
  noteType: z.enum(noteTypes),
  date: z.string(),
  topic: z.string(),
})

export const meetingHead = z.strictObject({
  kind: z.literal('meeting'),
  ...shared,
  meetingBody: z.string(),
  symbol: z.string(),
  form: z.enum(meetingForms),
  meetingType: z.enum(meetingTypes),
  partOf: z.string(),
  start: z.string(),
  startTime: z.string(),
  end: z.string(),
  place: z.string(),
  stage: z.enum(meetingStages),
  commentsBy: z.string(),
  participants: count,
})

export const studyHead = z.strictObject({
  kind: z.literal('study'),
  ...shared,
  stage: z.enum(studyStages),
  authors: z.array(z.string()),
  deadline: z.string(),
})

export const recordHead = z.discriminatedUnion('kind', [contactHead, countryHead, noteHead, meetingHead, studyHead])
export type RecordHead = z.output<typeof recordHead>
export type HeadOf<K extends RecordHead['kind']> = Extract<RecordHead, { kind: K }>

const isOver = (post: { former: boolean; to: string }) => post.former || post.to !== ''

/** The columns of one record. Pure; the datastore calls it for every version it commits or reads back. */
export function headOf(record: AnyRecord): RecordHead {
  const base = {
    id: record.id,
    rev: record.rev,
    title: record.title,
    aliases: record.aliases,
    tags: record.tags,
    countries: record.countries,
    classification: record.classification,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    updatedBy: record.updatedBy.name,
    trashedAt: record.trashed?.at ?? '',
    attachments: record.attachments.length,
  }
  switch (record.kind) {
    case 'contact': {
      const current = record.posts.filter((post) => !isOver(post))
      const first = current[0] ?? record.posts[0]
      return {
        kind: 'contact',
        ...base,
        contactType: record.contactType,
        listName:
          record.contactType === 'person' && record.family ? [record.family, record.given].filter(Boolean).join(', ') : record.title,
        nativeName: record.nativeName,
        honorific: record.honorific,
        shortName: record.shortName,
        post: first?.title ?? '',
        organisation: first?.organisation ?? '',
        posts: current.length,
        represents: record.represents,
        dutyStation: record.dutyStation,
        seat: record.seat,
        symbol: record.symbol,
        confirmedOn: record.confirmedOn,
      }
    }
    case 'country':
      return {
        kind: 'country',
        ...base,
        code: record.code,
        formalName: record.formalNames.en,
        group: record.group,
        participation: record.participation.status,
        since: record.participation.since,
        focalPoints: record.focalPoints.length,
      }
    case 'note':
      return { kind: 'note', ...base, noteType: record.noteType, date: record.date, topic: record.topic }
    case 'meeting':
      return {
        kind: 'meeting',
        ...base,
        meetingBody: record.meetingBody,
        symbol: record.symbol,
        form: record.form,
        meetingType: record.meetingType,
        partOf: record.partOf,
        start: record.start,
        startTime: record.startTime,
        end: record.end,
        place: record.place,
        stage: record.stage,
        commentsBy: record.circulation.deadline,
        participants: record.participants.length,
      }
    case 'study':
      return { kind: 'study', ...base, stage: record.stage, authors: record.authors, deadline: record.deadline }
  }
}
