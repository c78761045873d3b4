/** What leaves, in words: over the dialog, in its list, and as the name of a folder. */
import type { TFunction } from 'i18next'
import { safeName } from '../../../shared/text/safe-file-name.ts'
import { formatNumber, localDay } from '../../i18n/dates.ts'
import type { ExportWhat } from '../../parts/export/export-what.ts'

type Words = TFunction<'export'>

export const titleOf = ({ what }: ExportWhat, t: Words): string => t(`title.${what}`)

export function labelOf(what: ExportWhat, t: Words): string {
  switch (what.what) {
    case 'everything':
      return t('what.everything')
    case 'record':
      return t('what.record', { title: what.title })
    case 'country':
      return t('what.country', { name: what.name })
    case 'records':
      return t('what.records', { count: what.ids.length, number: formatNumber(what.ids.length) })
    case 'list': {
      const section = t(`frame:section.${what.section}`)
      return what.found === null ? t('what.list', { section }) : t('what.listCounted', { section, number: formatNumber(what.found) })
    }
    case 'search':
      return what.found === null ? t('what.search') : t('what.searchCounted', { number: formatNumber(what.found) })
  }
}

/** Of the folder that is made for it; every system takes the name. */
export function folderName(what: ExportWhat, t: Words, workspace: string): string {
  // the name of a folder holds no marks of direction; what was chosen or found another day is another export
  const plain = { workspace, day: localDay(), interpolation: { escapeValue: false } }
  switch (what.what) {
    case 'record':
      return safeName(what.title)
    case 'country':
      return safeName(t('folderName.country', { name: what.name, ...plain }))
    case 'list':
      return safeName(t('folderName.list', { section: t(`frame:section.${what.section}`), ...plain }))
    case 'everything':
    case 'records':
    case 'search':
      return safeName(t(`folderName.${what.what}`, plain))
  }
}
