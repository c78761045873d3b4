/** Rows of organisations and bodies, and those that all contacts share. */
import { Building2, CalendarCheck, CalendarPlus, Flag, Handshake, Hash, House, Shapes, Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { contactTypes, partnershipKinds } from '../../../../shared/model/vocabulary.ts'
import { formatDate } from '../../../i18n/dates.ts'
import { ChoiceCell, DateCell, TextCell } from '../controls/cells.tsx'
import { CountriesRow, CountryRow, RecordRow } from '../properties/link-rows.tsx'
import { Part } from '../properties/part.tsx'
import { PartsRow } from '../properties/parts-row.tsx'
import styles from '../properties/properties-form.module.css'
import { ChoiceRow, DateRow, LongTextRow, TextRow } from '../properties/text-rows.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import { Value } from '../properties/value.tsx'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'

export function ContactTypeRow() {
  const { t } = useTranslation('fields')
  return (
    <ChoiceRow
      field={useField('contact', 'contactType')}
      label={t('label.contactType')}
      icon={<Shapes />}
      values={contactTypes}
      group="contactType"
    />
  )
}
export function ShortNameRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'shortName')} label={t('label.shortName')} icon={<Tag />} />
}
export function ParentRow() {
  const { t } = useTranslation('fields')
  return (
    <RecordRow
      field={useField('contact', 'parent')}
      label={t('label.parent')}
      icon={<Building2 />}
      wanted={{ kinds: ['contact'], contactTypes: ['organisation', 'body'] }}
      creates={{ kind: 'contact', contactType: 'organisation' }}
    />
  )
}
export function SeatRow() {
  const { t } = useTranslation('fields')
  return <CountryRow field={useField('contact', 'seat')} label={t('label.seat')} icon={<Flag />} />
}
export function FoundedRow() {
  const { t } = useTranslation('fields')
  return <DateRow field={useField('contact', 'founded')} label={t('label.founded')} icon={<CalendarPlus />} />
}
export function SymbolPrefixRow() {
  const { t } = useTranslation('fields')
  return <TextRow field={useField('contact', 'symbol')} label={t('label.symbolPrefix')} icon={<Hash />} />
}
export function AddressRow() {
  const { t } = useTranslation('fields')
  return <LongTextRow field={useField('contact', 'address')} label={t('label.address')} icon={<House />} />
}
export function ContactCountriesRow() {
  const { t } = useTranslation('fields')
  return <CountriesRow field={useField('contact', 'countries')} label={t('label.countries')} icon={<Flag />} wide />
}

export function PartnershipRow() {
  const { t } = useTranslation('fields')
  const field = useField('contact', 'partnership')
  const { kind, agreementDate, expiry } = field.value
  const read = [
    kind && t(`partnershipKind.${kind}`),
    agreementDate && `${t('part.agreementDate')} ${formatDate(agreementDate)}`,
    expiry && `${t('part.expiry')} ${formatDate(expiry)}`,
  ].filter(Boolean)
  return (
    <PartsRow label={t('label.partnership')} icon={<Handshake />} wide>
      {field.locked ? (
        <Value>{read.join(' · ')}</Value>
      ) : (
        <>
          <ChoiceCell
            className={styles.part}
            field={partOf(field, 'kind')}
            label={t('part.partnershipKind')}
            values={partnershipKinds}
            group="partnershipKind"
          />
          <Part label={t('part.agreementDate').toLowerCase()}>
            <DateCell field={partOf(field, 'agreementDate')} label={t('part.agreementDate')} />
          </Part>
          <Part label={t('part.expiry').toLowerCase()}>
            <DateCell field={partOf(field, 'expiry')} label={t('part.expiry')} />
          </Part>
          {endsBeforeStart(agreementDate, expiry) && <Warning>{t('warning.partnership')}</Warning>}
        </>
      )}
    </PartsRow>
  )
}

export function ConfirmedRow() {
  const { t } = useTranslation('fields')
  const on = useField('contact', 'confirmedOn')
  const by = useField('contact', 'confirmedSource')
  return (
    <PartsRow label={t('label.confirmedOn')} icon={<CalendarCheck />} wide>
      {on.locked ? (
        <Value>{[formatDate(on.value), by.value].filter(Boolean).join(' · ')}</Value>
      ) : (
        <>
          <Part>
            <DateCell field={on} label={t('part.date')} />
          </Part>
          <Part className={styles.grow} label={t('part.source').toLowerCase()}>
            <TextCell field={by} label={t('part.source')} />
          </Part>
        </>
      )}
    </PartsRow>
  )
}
