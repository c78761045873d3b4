import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/model/meeting.ts'
import { delegationsOf } from '../../../../shared/meetings/delegations.ts'
import { protocolLanguages, type ProtocolLanguage } from '../../../../shared/meetings/protocol-order.ts'
import { countryName } from '../../../parts/countries/country-names.ts'
import { countryLanguage, useCountries } from '../../../parts/countries/country-options.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { formatNumber } from '../../../i18n/dates.ts'
import { recordAddress } from '../../../store/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { Flag } from '../../../ui/flag.tsx'
import { Pills } from '../../../ui/pills.tsx'
import { SectionTitle } from '../../../ui/section-title.tsx'
import { NamedLink } from './named-link.tsx'
import styles from './programme.module.css'

/** So many delegations are on the page before somebody asks for the others. */
const SHOWN_AT_FIRST = 100

export interface ParticipantsByCountryProps {
  readonly participants: readonly Participant[]
  /** Countries that the record names, also when it names nobody of theirs. */
  readonly countries: readonly string[]
}

/** Who took part: by delegation in the protocol order of a language, each country under its short name in it. */
export function ParticipantsByCountry({ participants, countries }: ParticipantsByCountryProps) {
  const { t } = useTranslation(['programme', 'fields'])
  const [language, setLanguage] = useState<ProtocolLanguage>(countryLanguage)
  const [all, setAll] = useState(false)
  const options = useCountries()
  const byCode = new Map(options.map((option) => [option.code, option]))
  const nameOf = (code: string) => {
    const option = byCode.get(code)
    return option ? countryName(option, language) : code
  }
  const delegations = delegationsOf(participants, { language, nameOf, countries })
  const ofCountries = delegations.filter(({ country }) => country !== '').length
  const shown = all ? delegations : delegations.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-label={t('participants')}>
      <SectionTitle
        count={t('counts', {
          people: t('people', { count: participants.length, shown: formatNumber(participants.length) }),
          countries: t('countries', { count: ofCountries, shown: formatNumber(ofCountries) }),
        })}
      >
        {t('participants')}
      </SectionTitle>
      <Pills
        label={t('order')}
        value={language}
        options={protocolLanguages.map((value) => ({ value, label: t(`fields:part.${value}`) }))}
        onChange={setLanguage}
      />
      <ul className={styles.delegations}>
        {shown.map(({ country, organisation, rows }) => {
          const option = byCode.get(country)
          return (
            <li key={`${country} ${organisation}`} className={styles.delegation}>
              <b className={styles.country} lang={country === '' ? undefined : language}>
                {option && <Flag alpha2={option.alpha2} />}
                {country === '' ? (
                  organisation ? (
                    <NamedLink name={organisation} />
                  ) : (
                    t('nobodysDelegation')
                  )
                ) : option?.recordId ? (
                  <PlaceLink address={recordAddress('country', option.recordId)}>{nameOf(country)}</PlaceLink>
                ) : (
                  nameOf(country)
                )}
              </b>
              {rows.length === 0 && (
                <small>
                  <span aria-hidden="true">—</span>
                  <span className="visually-hidden">{t('nobodyNamed')}</span>
                </small>
              )}
              {rows.map((row) => {
                const participant = participants[row]
                if (!participant) return null
                const { person, title, status, presence, replacedBy } = participant
                const words = [
                  title,
                  status && t(`fields:participantStatus.${status}`),
                  presence === 'replaced' && replacedBy ? t('replacedBy', { name: replacedBy }) : '',
                ]
                return (
                  <span key={row} className={styles.participant}>
                    {person ? <NamedLink name={person} /> : t('nobodyNamed')}
                    <small>{words.filter(Boolean).join(' · ')}</small>
                  </span>
                )
              })}
            </li>
          )
        })}
      </ul>
      {shown.length < delegations.length && (
        <Button onClick={() => setAll(true)}>{t('showAll', { shown: formatNumber(delegations.length) })}</Button>
      )}
    </section>
  )
}
