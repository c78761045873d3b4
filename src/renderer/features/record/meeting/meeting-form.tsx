import { ClassificationRow } from '../properties/classification-row.tsx'
import type { FormRow as Row } from '../properties/form.ts'
import { PropertiesForm } from '../properties/properties-form.tsx'
import { TagsRow } from '../properties/tags-row.tsx'
import {
  BodyRow,
  ChairRow,
  FormRow,
  MeetingCountriesRow,
  PartOfRow,
  PlaceRow,
  SecretaryRow,
  SessionRow,
  TimeZoneRow,
  TypeRow,
} from './meeting-rows.tsx'
import { ParticipantsRow } from './participants/participants-row.tsx'
import { AdoptionRow, CirculationRow, ClearanceRow } from './stage-data-rows.tsx'
import { StageRow } from './stage-row.tsx'
import { StatedFiguresRow } from './stated-figures-row.tsx'
import { SymbolRow } from './symbol-row.tsx'
import { WhenRow } from './when-row.tsx'

const primary: readonly Row[] = [
  { label: 'when', fields: ['start', 'startTime', 'end', 'endTime'], row: <WhenRow /> },
  { label: 'symbol', fields: ['symbol'], row: <SymbolRow /> },
  { label: 'meetingBody', fields: ['meetingBody'], row: <BodyRow /> },
  { label: 'chair', fields: ['chair'], row: <ChairRow /> },
  { label: 'place', fields: ['place', 'mode'], row: <PlaceRow /> },
  { label: 'timeZone', fields: ['timeZone'], row: <TimeZoneRow /> },
  { label: 'stage', fields: [], row: <StageRow /> },
  { label: 'participants', fields: ['participants'], row: <ParticipantsRow /> },
  { label: 'meetingType', fields: [], row: <TypeRow /> },
  { label: 'classification', fields: [], row: <ClassificationRow /> },
  { label: 'tags', fields: ['tags'], row: <TagsRow /> },
]
const more: readonly Row[] = [
  { label: 'session', fields: ['session'], row: <SessionRow /> },
  { label: 'form', fields: [], row: <FormRow /> },
  { label: 'partOf', fields: ['partOf'], row: <PartOfRow /> },
  { label: 'secretary', fields: ['secretary'], row: <SecretaryRow /> },
  { label: 'countries', fields: ['countries'], row: <MeetingCountriesRow /> },
  { label: 'statedFigures', fields: ['statedFigures'], row: <StatedFiguresRow /> },
  { label: 'clearance', fields: ['clearance'], row: <ClearanceRow /> },
  { label: 'circulation', fields: ['circulation'], row: <CirculationRow /> },
  { label: 'adoption', fields: ['adoption'], row: <AdoptionRow /> },
]

export const MeetingForm = () => <PropertiesForm primary={primary} more={more} />
