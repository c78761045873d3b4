import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkKey } from '../../../../../shared/text/link-key.ts'
import { formatNumber } from '../../../../i18n/dates.ts'
import { useCountryWords } from '../../../../parts/countries/country-options.ts'
import { useVirtualRows } from '../../../../parts/rows/use-virtual-rows.ts'
import { Button } from '../../../../ui/button.tsx'
import { Select } from '../../../../ui/select.tsx'
import { proposedCountries, type AskedCountry, type ChosenCountries } from './asked-countries.ts'
import grid from './grid.module.css'
import styles from './participants.module.css'
import type { AskedName, Choice, PastePlan } from './paste-plan.ts'

const ROW = 46

interface PasteReviewProps {
  readonly plan: PastePlan
  readonly countries: readonly AskedCountry[]
  readonly onCancel: () => void
  readonly onDone: (choices: ReadonlyMap<string, Choice>, chosen: ChosenCountries) => void
}

const valueOf = (choice: Choice | undefined) => (choice?.type === 'match' ? choice.contact.id : (choice?.type ?? 'keep'))

/** Names that no contact bears, and countries that are none: each is matched, made a contact, or kept. Nothing has been added yet. */
export function PasteReview({ plan, countries, onCancel, onDone }: PasteReviewProps) {
  const { t } = useTranslation('participants')
  const { nameOf } = useCountryWords()
  const [choices, setChoices] = useState(plan.choices)
  const [chosen, setChosen] = useState(() => proposedCountries(countries))
  const scroller = useRef<HTMLDivElement>(null)
  const count = countries.length + plan.asked.length
  const virtual = useVirtualRows(scroller, { count, rowHeight: ROW, above: 0, covered: 0 }, 0)
  const { from, to } = virtual.rows
  useEffect(() => scroller.current?.querySelector('select')?.focus(), [])

  const choose = ({ name, alike }: AskedName, value: string) => {
    const contact = alike.find(({ id }) => id === value)
    const choice: Choice = contact ? { type: 'match', contact } : { type: value === 'create' ? 'create' : 'keep' }
    setChoices(new Map(choices).set(linkKey(name), choice))
  }
  const chooseCountry = (text: string, code: string) => {
    const next = new Map(chosen)
    if (code === '') next.delete(text)
    else next.set(text, code)
    setChosen(next)
  }
  /** Those that are matched stay so. */
  const chooseForOthers = (type: 'create' | 'keep') =>
    setChoices(new Map(Array.from(choices, ([key, choice]) => [key, choice.type === 'match' ? choice : { type }])))
  const created = [...choices.values()].filter(({ type }) => type === 'create').length

  const ofCountry = ({ text, alike, rows }: AskedCountry) => (
    <>
      <div>
        <b>{text}</b>
        <small className={grid.second}>{t('review.noCountry', { count: rows, shown: formatNumber(rows) })}</small>
      </div>
      <Select
        label={t('review.whatCountry', { text })}
        hideLabel
        value={chosen.get(text) ?? ''}
        options={[
          ...alike.map(({ code }) => ({ value: code, label: t('review.isCountry', { country: nameOf(code) }) })),
          { value: '', label: t('review.asOrganisation') },
        ]}
        onChange={(code) => chooseCountry(text, code)}
      />
    </>
  )
  const ofName = (asked: AskedName) => {
    const { person, title, represents } = asked.row.participant
    return (
      <>
        <div>
          <b>{person}</b>
          <small className={grid.second}>
            {[title, represents.country && nameOf(represents.country), represents.organisation].filter(Boolean).join(', ')}
          </small>
          {asked.alike.length > 0 && choices.get(linkKey(asked.name))?.type !== 'match' && (
            <small className={grid.second}>{t('review.perhaps', { names: asked.alike.map((contact) => contact.title).join(', ') })}</small>
          )}
        </div>
        <Select
          label={t('review.what', { name: person })}
          hideLabel
          value={valueOf(choices.get(linkKey(asked.name)))}
          options={[
            ...asked.alike.map((contact) => ({
              value: contact.id,
              label: contact.detail
                ? t('review.match', { name: contact.title, detail: contact.detail })
                : t('review.matchAlone', { name: contact.title }),
            })),
            { value: 'keep', label: t('review.keep') },
            { value: 'create', label: t('review.create') },
          ]}
          onChange={(value) => choose(asked, value)}
        />
      </>
    )
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one key of all controls inside
    <div
      className={styles.frame}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') onDone(choices, chosen)
      }}
    >
      {plan.asked.length > 0 && (
        <div className={styles.toolbar}>
          <span>{t('review.others')}</span>
          <Button onClick={() => chooseForOthers('keep')}>{t('review.keepAll')}</Button>
          <Button onClick={() => chooseForOthers('create')}>{t('review.createAll')}</Button>
        </div>
      )}
      <div ref={scroller} role="list" aria-label={t('review.list')} className={styles.list}>
        <div className={grid.rows} style={{ height: virtual.startOf(count) }}>
          {Array.from({ length: to - from }, (_, offset) => {
            const position = from + offset
            const country = countries[position]
            const name = plan.asked[position - countries.length]
            return (
              <div
                key={position}
                ref={(element) => virtual.setRow(position, element)}
                role="listitem"
                aria-setsize={count}
                aria-posinset={position + 1}
                className={grid.item}
                style={{ transform: `translateY(${virtual.startOf(position)}px)` }}
              >
                <div className={styles.asked}>{country ? ofCountry(country) : name && ofName(name)}</div>
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.footer}>
        <p>{created > 0 ? t('review.creates', { count: created, shown: formatNumber(created) }) : t('review.createsNone')}</p>
        <Button onClick={onCancel}>{t('review.cancel')}</Button>
        <Button variant="primary" onClick={() => onDone(choices, chosen)}>
          {t('review.add', { count: plan.rows.length, shown: formatNumber(plan.rows.length) })}
          <span aria-hidden="true">{t('review.addKey')}</span>
        </Button>
      </div>
    </div>
  )
}
