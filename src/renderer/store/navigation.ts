/** Places and their addresses: `/today`, `/meetings`, `/meetings/<id>`, `/search?text=…`. History is the browser's own. */
import { navigate as go, useBrowserLocation, useSearch } from 'wouter/use-browser-location'
import type { Kind } from '../../shared/model/common.ts'

export const kindSections = ['contacts', 'countries', 'meetings', 'studies', 'notes'] as const
export type KindSection = (typeof kindSections)[number]
export const sections = ['today', ...kindSections, 'actions', 'decisions'] as const
export type Section = (typeof sections)[number]
/** Places without records of their own to open. */
const pages = ['today', 'actions', 'decisions', 'search', 'attendance', 'import', 'trash', 'settings'] as const
export type Place =
  { readonly page: KindSection; readonly id: string | null; readonly version?: number } | { readonly page: (typeof pages)[number] }

const sectionByKind = {
  contact: 'contacts',
  country: 'countries',
  meeting: 'meetings',
  study: 'studies',
  note: 'notes',
} as const satisfies Record<Kind, KindSection>
const kindBySection = {
  contacts: 'contact',
  countries: 'country',
  meetings: 'meeting',
  studies: 'study',
  notes: 'note',
} as const satisfies Record<KindSection, Kind>

export const sectionOf = (kind: Kind): KindSection => sectionByKind[kind]
export const kindOf = (section: KindSection): Kind => kindBySection[section]
export const recordAddress = (kind: Kind, id: string): string => `/${sectionByKind[kind]}/${id}`
/** A section's list, filtered by these words. */
export const listAddress = (section: KindSection, text: string): string => `/${section}?${new URLSearchParams({ text }).toString()}`
/** An earlier version of a record, beside another. */
export const versionAddress = (kind: Kind, id: string, rev: number): string => `${recordAddress(kind, id)}/versions/${rev}`

const ID = /^[0-9a-f-]{36}$/i
const REVISION = /^[1-9]\d{0,8}$/
const isKindSection = (name: string): name is KindSection => kindSections.some((section) => section === name)

/** The place an address means; anything unknown is Today. */
export function readAddress(address: string): Place {
  const [page = '', id = '', ...rest] = (address.split(/[?#]/)[0] ?? '').split('/').slice(1)
  const [versions, rev = '', ...more] = rest
  if (versions === 'versions' && more.length === 0 && isKindSection(page) && ID.test(id) && REVISION.test(rev))
    return { page, id, version: Number(rev) }
  if (rest.length > 0) return { page: 'today' }
  if (isKindSection(page)) return { page, id: ID.test(id) ? id : null }
  return { page: pages.find((known) => known === page) ?? 'today' }
}

/** Where the window stands: the path, and what the page of results asks for. */
export const addressNow = (): string => location.pathname + location.search

/** Goes to an address. `replace` leaves no step for Back. */
export const navigate = (address: string, options: { readonly replace?: boolean } = {}): void => {
  if (address !== addressNow()) go(address, options)
}
export const openRecord = (kind: Kind, id: string): void => navigate(recordAddress(kind, id))

export const goBack = (): void => history.back()
export const goForward = (): void => history.forward()

export const useAddress = (): string => useBrowserLocation()[0] + useSearch()
export const usePlace = (): Place => readAddress(useAddress())

const lastPlaceKey = (workspace: string) => `rapporteur.place.${workspace}`

/** Remembers where a workspace was left, so that it opens there again; nobody wants to begin in the settings or with an import. */
export function rememberPlace(workspace: string, address: string): void {
  if (address !== '/settings' && address !== '/import') localStorage.setItem(lastPlaceKey(workspace), address)
}
export const lastPlace = (workspace: string): string | null => localStorage.getItem(lastPlaceKey(workspace))
