/** The parts of a page that assemble themselves from other records: loaded when a country or an organisation is opened. */
import { lazy } from 'react'

export const CountryOverview = lazy(async () => ({ default: (await import('../overview/country-overview.tsx')).CountryOverview }))
export const OrganisationOverview = lazy(async () => ({
  default: (await import('../overview/organisation-overview.tsx')).OrganisationOverview,
}))
