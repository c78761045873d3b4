/** What a workspace that does not open answers, with what the person can do about it. */
import { AppError } from '../../shared/errors.ts'
import { fileNames, SCHEMA_VERSION } from './layout.ts'
import type { JournalDamage } from './load-journal.ts'
import type { TouchedRecord } from './touched-records.ts'

/** As many as a message can carry; `check` names all of them. */
const NAMED = 1_000

/** `records`: how many can be read all the same. */
export function damagedError(damages: readonly JournalDamage[], records: number): AppError {
  const [first] = damages
  const reason = `${first?.reason ?? ''}${damages.length > 1 ? ` (and ${damages.length - 1} more)` : ''}`
  const touched = touchedIn(damages)
  const file = first?.file ?? ''
  return new AppError(
    'DAMAGED',
    `${damageWords(touched)} Nothing was changed. Rescue what can be read, restore a backup, or open the workspace for reading only.`,
    {
      file,
      reason,
      files: damages.map((damage) => ({ file: damage.file, reason: damage.reason })).slice(0, NAMED),
      touched: touched.slice(0, NAMED),
      records,
      previous: null,
      openReadOnly: true,
    },
  )
}

/** It is made again from the segments, so that salvaging it and opening it for reading show the same. */
export const damagedManifest = (reason: string): AppError =>
  new AppError(
    'DAMAGED',
    `The file that describes the workspace is damaged; the records lie in other files. Nothing was changed. Rescue what can be read, restore a backup, or open the workspace for reading only.`,
    { file: fileNames.manifest, reason, touched: [], previous: null, openReadOnly: true },
  )

export function newerError(found: number): AppError {
  return new AppError(
    'NEWER_FORMAT',
    'The workspace was written by a newer version of Rapporteur. Nothing was changed; update the application, or open the workspace for reading only.',
    { found, supported: SCHEMA_VERSION, openReadOnly: true },
  )
}

/** Each once, whatever the number of places that touch it. */
export function touchedIn(damages: readonly JournalDamage[]): readonly TouchedRecord[] {
  const touched = new Map<string, TouchedRecord>()
  for (const record of damages.flatMap((damage) => damage.touched)) if (!touched.get(record.id)?.title) touched.set(record.id, record)
  return [...touched.values()]
}

/** Which records damage touches, in a sentence for people: by their titles. */
export const damageWords = (touched: readonly Pick<TouchedRecord, 'title'>[]): string =>
  `A part of this workspace is damaged on the disk.${touched.length === 0 ? '' : ` It touches ${sample(touched)}.`}`

const SHOWN = 3
function sample(touched: readonly Pick<TouchedRecord, 'title'>[]): string {
  const names = touched.slice(0, SHOWN).map(({ title }) => (title === '' ? 'a record whose title cannot be read' : `“${title}”`))
  return `${names.join(', ')}${touched.length > SHOWN ? ` and ${touched.length - SHOWN} more` : ''}`
}
