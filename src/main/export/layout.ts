/** In which folder the file of a record lies. Known from its columns, the options and the names of countries alone. */
import type { RecordHead } from '../../shared/model/head.ts'
import type { ExportOptions } from '../../shared/model/export-options.ts'
import { cutTo, MAX_STEM, safeName } from '../../shared/text/safe-file-name.ts'
import { ATTACHMENTS } from './attachment-files.ts'
import { collisionKey, ENDING } from './file-names.ts'
import { exportWords } from './words/index.ts'

/** The folder from the root, written with `/`; empty for the root itself. */
export type FolderOf = (head: RecordHead) => string

/** `countryName`: what a country is called in the language of the export; needed for the layout by country. */
export function layoutOf(
  { layout, language }: Pick<ExportOptions, 'layout' | 'language'>,
  countryNames: ReadonlyMap<string, string>,
): FolderOf {
  const { folders, noCountry } = exportWords(language)
  switch (layout) {
    case 'kind':
      return ({ kind }) => folders[kind]
    case 'country': {
      const named = countryFolders(countryNames, noCountry)
      return (head) => named(countryOf(head))
    }
    case 'year':
      // people, organisations and countries are of no year
      return (head) => (head.kind === 'contact' || head.kind === 'country' ? folders[head.kind] : yearOf(head))
    case 'flat':
      return () => ''
  }
}

/** The same for records that lie in one folder whatever the layout. */
export const placeKey = (head: RecordHead): string => `${head.kind} ${countryOf(head)} ${yearOf(head)}`

export const pathOf = (folder: string, stem: string): string => (folder === '' ? `${stem}${ENDING}` : `${folder}/${stem}${ENDING}`)

/** The first country that it is on, its own, or the one that a contact speaks for or sits in; empty when there is none. */
function countryOf(head: RecordHead): string {
  if (head.kind === 'country') return head.code
  const [first] = head.countries
  if (first !== undefined) return first
  return head.kind === 'contact' ? head.represents.country || head.seat : ''
}

/** Of the date that it is about, else in which it was made. */
function yearOf(head: RecordHead): string {
  const date = head.kind === 'meeting' ? head.start : head.kind === 'note' ? head.date : head.kind === 'study' ? head.deadline : ''
  return (date || head.createdAt).slice(0, 4)
}

/** A folder a country, no two of which some system takes for one. */
function countryFolders(names: ReadonlyMap<string, string>, noCountry: string): (code: string) => string {
  const folders = new Map([['', noCountry]])
  const taken = new Set([noCountry, ATTACHMENTS].map(collisionKey))
  const give = (code: string, name: string) => {
    const safe = safeName(name)
    let folder = safe
    for (let number = 2; taken.has(collisionKey(folder)); number++) {
      const suffix = ` (${number})`
      folder = `${cutTo(safe, MAX_STEM - suffix.length)}${suffix}`
    }
    taken.add(collisionKey(folder))
    folders.set(code, folder)
    return folder
  }
  for (const code of [...names.keys()].toSorted()) give(code, names.get(code) || code)
  return (code) => folders.get(code) ?? give(code, code)
}
