/** The parts of a page that assemble themselves from other records: loaded when a country, an organisation or a meeting is opened. */
import { lazy } from 'react'

export const CountryOverview = lazy(async () => ({ default: (await import('../overview/country-overview.tsx')).CountryOverview }))
export const OrganisationOverview = lazy(async () => ({
  default: (await import('../overview/organisation-overview.tsx')).OrganisationOverview,
}))
export const MeetingProgramme = lazy(async () => ({ default: (await import('../programme/meeting-programme.tsx')).MeetingProgramme }))
