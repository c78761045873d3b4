/** The vocabularies of fields and the names of their parts: where the words for a stored value stand. */

/** `field` or `field.part` → the namespace of its values in `fields`. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  classification: 'classification',
  contactType: 'contactType',
  noteType: 'noteType',
  form: 'meetingForm',
  meetingType: 'meetingType',
  mode: 'meetingMode',
  'partnership.kind': 'partnershipKind',
  'rules.adoption': 'adoptionRule',
  'participation.status': 'participationStatus',
  'participants.function': 'participantFunction',
  'participants.status': 'participantStatus',
  'participants.presence': 'presence',
  'adoption.how': 'adoptedHow',
  'emails.label': 'addressKind',
  'phones.label': 'addressKind',
  language: 'language',
  authenticLanguage: 'language',
  languages: 'language',
  officialLanguages: 'language',
  'languageVersions.language': 'language',
}

/** Parts that are called otherwise in their field than by their own name. */
const PARTS: Readonly<Record<string, string>> = {
  'adoption.how': 'adoptedHow',
  'adoption.meeting': 'adoptedAt',
  'adoption.on': 'adoptedOn',
  'circulation.to': 'circulatedTo',
  'circulation.on': 'circulatedOn',
  'circulation.deadline': 'commentsBy',
  'comments.on': 'date',
  'corrigenda.on': 'date',
  'draftCorrigendum.of': 'sha256',
  'draftCorrigendum.on': 'date',
  'followUp.on': 'date',
  'clearance.by': 'clearedBy',
  'clearance.on': 'clearedOn',
  'dutyStation.place': 'city',
  'emails.value': 'email',
  'partnership.kind': 'partnershipKind',
  'phones.value': 'phone',
  'rules.adoption': 'adoptionRule',
  'statedFigures.label': 'figure',
}

const COUNTRIES: ReadonlySet<string> = new Set(['countries', 'nationality', 'seat', 'code'])

/** The key in `fields` of the words for a value of a vocabulary; null when the value is words of its own. */
export function vocabularyKeys(place: string, value: string): readonly string[] | null {
  if (place === 'stage') return [`meetingStage.${value}`, `studyStage.${value}`]
  const vocabulary = VOCABULARIES[place]
  return vocabulary === undefined ? null : [`${vocabulary}.${value}`]
}

export const partKey = (field: string, part: string): string => {
  const named = PARTS[`${field}.${part}`]
  // its parts are fields of the record
  return named === undefined && field === 'draftCorrigendum' && part !== 'reason' ? `label.${part}` : `part.${named ?? part}`
}

export const isCountryCode = (place: string): boolean => COUNTRIES.has(place) || place.endsWith('.country')
