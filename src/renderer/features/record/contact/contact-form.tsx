import { useOpenRecords } from '../../../store/records.ts'
import { shownValue } from '../../../store/records/open-record.ts'
import { ClassificationRow } from '../properties/classification-row.tsx'
import { isFilled, type FormRow } from '../properties/form.ts'
import { PropertiesForm } from '../properties/properties-form.tsx'
import { useRecordScope } from '../properties/record-scope.ts'
import { TagsRow } from '../properties/tags-row.tsx'
import { useField } from '../properties/use-field.ts'
import { EmailsRow, PhonesRow } from './address-rows.tsx'
import { CompositionRow, OfficersRow, RulesRow } from './body-rows.tsx'
import {
  AddressRow,
  ConfirmedRow,
  ContactCountriesRow,
  ContactTypeRow,
  FoundedRow,
  ParentRow,
  PartnershipRow,
  SeatRow,
  ShortNameRow,
  SymbolPrefixRow,
} from './organisation-rows.tsx'
import {
  AssistantRow,
  DutyStationRow,
  FamilyRow,
  GivenRow,
  HonorificRow,
  NationalityRow,
  NativeNameRow,
  RepresentsRow,
  SpokenLanguagesRow,
} from './person-rows.tsx'
import { PostsRow } from './posts-row.tsx'

const row = (label: string, element: FormRow['row'], fields: readonly string[] = [label]): FormRow => ({ label, fields, row: element })

const rows = {
  posts: row('posts', <PostsRow />),
  represents: row('represents', <RepresentsRow />),
  emails: row('emails', <EmailsRow />),
  phones: row('phones', <PhonesRow />),
  dutyStation: row('dutyStation', <DutyStationRow />),
  nationality: row('nationality', <NationalityRow />),
  nativeName: row('nativeName', <NativeNameRow />),
  confirmed: row('confirmedOn', <ConfirmedRow />, ['confirmedOn', 'confirmedSource']),
  tags: row('tags', <TagsRow />),
  classification: row('classification', <ClassificationRow />),
  contactType: row('contactType', <ContactTypeRow />, []),
  honorific: row('honorific', <HonorificRow />),
  given: row('given', <GivenRow />),
  family: row('family', <FamilyRow />),
  assistant: row('assistant', <AssistantRow />),
  languages: row('languages', <SpokenLanguagesRow />),
  address: row('address', <AddressRow />),
  countries: row('countries', <ContactCountriesRow />),
  shortName: row('shortName', <ShortNameRow />),
  parent: row('parent', <ParentRow />),
  seat: row('seat', <SeatRow />),
  founded: row('founded', <FoundedRow />),
  partnership: row('partnership', <PartnershipRow />),
  symbol: row('symbolPrefix', <SymbolPrefixRow />, ['symbol']),
  composition: row('composition', <CompositionRow />),
  officers: row('officers', <OfficersRow />),
  rules: row('rules', <RulesRow />),
} as const
type RowName = keyof typeof rows

interface Layout {
  readonly primary: readonly RowName[]
  readonly more: readonly RowName[]
}
const layouts: Readonly<Record<'person' | 'organisation' | 'body', Layout>> = {
  person: {
    primary: ['posts', 'represents', 'emails', 'phones', 'dutyStation', 'nationality', 'nativeName', 'confirmed', 'classification', 'tags'],
    more: ['honorific', 'given', 'family', 'contactType', 'languages', 'assistant', 'address', 'countries'],
  },
  organisation: {
    primary: ['shortName', 'seat', 'parent', 'partnership', 'emails', 'phones', 'confirmed', 'classification', 'tags'],
    more: ['founded', 'contactType', 'address', 'countries'],
  },
  body: {
    primary: ['symbol', 'rules', 'officers', 'composition', 'classification', 'tags'],
    more: ['shortName', 'parent', 'seat', 'founded', 'contactType', 'emails', 'phones', 'address', 'confirmed', 'countries'],
  },
}

/** A contact's properties by its type. What an entry of another type left behind is shown in the fold, so that nothing hides. */
export function ContactForm() {
  const { id } = useRecordScope()
  const { value: type } = useField('contact', 'contactType')
  const { primary, more } = layouts[type]
  const names = Object.keys(rows) as RowName[]
  const foreign = names.filter((name) => !primary.includes(name) && !more.includes(name))
  const left = useOpenRecords((records) => {
    const entry = records[id]
    return entry ? foreign.filter((name) => rows[name].fields.some((field) => isFilled(shownValue(entry, field)))).join(' ') : ''
  })
  const kept = foreign.filter((name) => left.split(' ').includes(name))
  return <PropertiesForm primary={primary.map((name) => rows[name])} more={[...more, ...kept].map((name) => rows[name])} />
}
