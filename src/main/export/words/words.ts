import type { Kind } from '../../../shared/model/common.ts'
import type {
  adoptionRules,
  classifications,
  contactTypes,
  meetingForms,
  meetingModes,
  meetingStages,
  meetingTypes,
  noteTypes,
  participantFunctions,
  participantStatuses,
  participationStatuses,
  partnershipKinds,
  presences,
  studyStages,
} from '../../../shared/model/vocabulary.ts'

/** The values of a list in words; nothing is said of an empty one. */
type Said<T extends readonly string[]> = Readonly<Record<Exclude<T[number], ''>, string>>

/** What stands before a value, and above a column. */
export const labels = [
  'abstract',
  'address',
  'adopted',
  'adoptionRule',
  'aliases',
  'alternate',
  'assistant',
  'authors',
  'body',
  'chair',
  'circulated',
  'classification',
  'cleared',
  'code',
  'commentsBy',
  'composition',
  'confirmed',
  'corrigenda',
  'countries',
  'country',
  'date',
  'deadline',
  'designatedBy',
  'designatedOn',
  'distribution',
  'doi',
  'dutyStation',
  'email',
  'files',
  'focalPoints',
  'form',
  'formalNames',
  'founded',
  'from',
  'function',
  'group',
  'isbn',
  'language',
  'languages',
  'member',
  'mode',
  'name',
  'nationality',
  'nativeName',
  'officers',
  'organisation',
  'parent',
  'partOf',
  'participants',
  'participation',
  'partnership',
  'person',
  'phone',
  'place',
  'posts',
  'presence',
  'quorum',
  'remark',
  'represents',
  'reviewers',
  'role',
  'seat',
  'secretary',
  'session',
  'shortName',
  'source',
  'sources',
  'stage',
  'statedFigures',
  'status',
  'symbol',
  'tags',
  'title',
  'to',
  'topic',
  'translations',
  'type',
  'until',
  'version',
  'versions',
  'when',
] as const
export type Label = (typeof labels)[number]

export interface ExportWords {
  /** Folders of the kinds. */
  readonly folders: Readonly<Record<Kind, string>>
  /** The folder of what is on no country. */
  readonly noCountry: string
  readonly labels: Readonly<Record<Label, string>>
  readonly classification: Said<typeof classifications>
  readonly contactType: Said<typeof contactTypes>
  readonly partnershipKind: Said<typeof partnershipKinds>
  readonly adoptionRule: Said<typeof adoptionRules>
  readonly participationStatus: Said<typeof participationStatuses>
  readonly noteType: Said<typeof noteTypes>
  readonly meetingForm: Said<typeof meetingForms>
  readonly meetingType: Said<typeof meetingTypes>
  readonly meetingMode: Said<typeof meetingModes>
  readonly meetingStage: Said<typeof meetingStages>
  readonly participantFunction: Said<typeof participantFunctions>
  readonly participantStatus: Said<typeof participantStatuses>
  readonly presence: Said<typeof presences>
  readonly studyStage: Said<typeof studyStages>
  /** Languages that documents are written in, by the first part of their tag; of others the tag stands. */
  readonly language: Readonly<Record<string, string>>
  readonly bySilence: string
  readonly atMeeting: (link: string) => string
  /** Who came in the place of another. */
  readonly replacedBy: (link: string) => string
  readonly agreementOf: (date: string) => string
  readonly expires: (date: string) => string
  /** A period that has not ended; the month of the date stands in the genitive. */
  readonly since: (date: string) => string
  /** One whose beginning is not known. */
  readonly until: (date: string) => string
  readonly former: string
}
