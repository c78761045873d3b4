/**
 * The words and limits that the model is made of, without zod: what lists, forms and checks of the interface need at
 * run time. It never loads the schemas. The model's files re-export them beside their schemas.
 */
export const MAX_TITLE = 500
export const MAX_LINE = 2_000
export const MAX_TEXT = 20_000
/** Longest body in UTF-16 code units. */
export const MAX_BODY = 5_000_000
export const MAX_ITEMS = 2_000

/** Characters that link syntax claims: `[[Title#Heading|shown]]`, `^` for Obsidian's block references. */
export const RESERVED_IN_TITLES = '[]|#^'

/** Unicode's control characters, line ends among them. */
const CONTROL = /\p{Cc}/u

/** Why a text cannot be a title or alias; `undefined` when it can. */
export function titleProblem(text: string): 'empty' | 'tooLong' | 'reserved' | 'control' | undefined {
  if (text.trim() === '') return 'empty'
  if (text.length > MAX_TITLE) return 'tooLong'
  if (CONTROL.test(text)) return 'control'
  for (const char of RESERVED_IN_TITLES) if (text.includes(char)) return 'reserved'
  return undefined
}

export const classifications = ['public', 'internal', 'confidential', 'strictly confidential'] as const
export const kinds = ['contact', 'country', 'note', 'meeting', 'study'] as const

export const contactTypes = ['person', 'organisation', 'body'] as const
export const partnershipKinds = ['', 'founder', 'institutional partner', 'donor', 'knowledge partner', 'other'] as const
export const adoptionRules = ['', 'consensus', 'vote', 'silence'] as const

/** Empty: not recorded, which is not the same as `none`. */
export const participationStatuses = ['', 'participating', 'observer', 'none'] as const

export const meetingForms = ['minutes', 'summary record', 'report'] as const
export const meetingTypes = ['conference', 'committee', 'session', 'round table', 'seminar', 'bilateral', 'internal'] as const
export const meetingModes = ['', 'in person', 'hybrid', 'remote'] as const
/** In order; after `adopted` only corrigenda. */
export const meetingStages = ['planned', 'draft', 'cleared', 'circulated', 'adopted'] as const
export const participantFunctions = ['', 'chair', 'moderator', 'speaker', 'rapporteur', 'secretary'] as const
export const participantStatuses = [
  '',
  'head of delegation',
  'delegate',
  'alternate',
  'adviser',
  'observer',
  'expert',
  'staff',
  'guest',
] as const
export const presences = ['', 'present', 'remote', 'apologies', 'absent', 'replaced'] as const

/** What becomes of a decision. Every decision is `in force` until something else is recorded. */
export const decisionStatuses = ['in force', 'implemented', 'superseded'] as const
/** What an entry of a meeting's follow-up says; see `followUpEntry` in meeting.ts. */
export const followUpChanges = ['state', 'due', 'responsible', 'remark', 'status'] as const

export const noteTypes = ['country note', 'note for the file', 'mission report'] as const

export const studyStages = [
  'concept note',
  'terms of reference',
  'drafting',
  'internal review',
  'peer review',
  'clearance',
  'editing and layout',
  'published',
  'shelved',
] as const

/** The heading of an adopted document, in its order; only a corrigendum changes it. */
export const adoptedHeading = ['title', 'symbol', 'start', 'startTime', 'end', 'endTime', 'timeZone', 'place'] as const

/** What may still change of an adopted text: how it is filed and what becomes of it, not what it says. */
export const openAfterAdoption: ReadonlySet<string> = new Set(['tags', 'classification', 'distribution', 'followUp', 'draftCorrigendum'])

/** Fields that hold text being written: their saves are the editor's to undo, and no command. */
export const typedTexts: ReadonlySet<string> = new Set(['body', 'draftCorrigendum'])

/** Bounds of how long versions are kept, in days. */
export const HISTORY_DAYS = { least: 1, most: 36_500 } as const
