/** Every property of a record that names another record. Links in bodies: ../markdown/links.ts. */
import type { AnyRecord, NewRecord } from './record.ts'

/** A property's link. `field` is the top-level property, such as `participants`. */
export interface RecordLink {
  readonly field: string
  readonly name: string
}

/** What every link name of a record goes through; `field` is the top-level property it stands in. */
type Rename = (name: string, field: string) => string

/** The names of other records in a record's properties, empty ones left out, property after property. */
export function recordLinks(record: AnyRecord | NewRecord): RecordLink[] {
  const found: RecordLink[] = []
  mapRecordLinks(record, (name, field) => {
    found.push({ field, name })
    return name
  })
  return found
}

/** A copy of the record with every link name of its properties replaced; empty names are passed over. The body is left as it is. */
export function mapRecordLinks<T extends AnyRecord | NewRecord>(record: T, rename: Rename): T {
  return { ...record, ...renamed(record, (name, field) => (name === '' ? name : rename(name, field))) }
}

function renamed(record: AnyRecord | NewRecord, to: Rename): object {
  const languageVersions = record.languageVersions.map((version) => ({ ...version, record: to(version.record, 'languageVersions') }))
  switch (record.kind) {
    case 'contact':
      return {
        languageVersions,
        posts: record.posts.map((post) => ({ ...post, organisation: to(post.organisation, 'posts') })),
        represents: { ...record.represents, organisation: to(record.represents.organisation, 'represents') },
        assistant: to(record.assistant, 'assistant'),
        parent: to(record.parent, 'parent'),
        composition: record.composition.map((seat) => ({ ...seat, member: to(seat.member, 'composition') })),
        officers: record.officers.map((officer) => ({ ...officer, person: to(officer.person, 'officers') })),
      }
    case 'country':
      return {
        languageVersions,
        focalPoints: record.focalPoints.map((point) => ({
          ...point,
          person: to(point.person, 'focalPoints'),
          alternate: to(point.alternate, 'focalPoints'),
        })),
      }
    case 'note':
      return { languageVersions, meetingBody: to(record.meetingBody, 'meetingBody') }
    case 'meeting':
      return {
        languageVersions,
        meetingBody: to(record.meetingBody, 'meetingBody'),
        partOf: to(record.partOf, 'partOf'),
        chair: to(record.chair, 'chair'),
        secretary: to(record.secretary, 'secretary'),
        participants: record.participants.map((participant) => ({
          ...participant,
          person: to(participant.person, 'participants'),
          represents: { ...participant.represents, organisation: to(participant.represents.organisation, 'participants') },
          replacedBy: to(participant.replacedBy, 'participants'),
        })),
        clearance: { ...record.clearance, by: to(record.clearance.by, 'clearance') },
        adoption: { ...record.adoption, meeting: to(record.adoption.meeting, 'adoption') },
        comments: record.comments.map((comment) => ({ ...comment, from: to(comment.from, 'comments') })),
      }
    case 'study':
      return {
        languageVersions,
        authors: record.authors.map((name) => to(name, 'authors')),
        reviewers: record.reviewers.map((name) => to(name, 'reviewers')),
      }
  }
}
