import { useTranslation } from 'react-i18next'
import type { Delegation } from '../../../../../shared/meetings/delegations.ts'
import { formatNumber } from '../../../../i18n/dates.ts'
import { useCountryWords } from '../../../../parts/countries/country-options.ts'
import { Flag } from '../../../../ui/flag.tsx'
import styles from './grid.module.css'

interface DelegationHeadingProps {
  readonly delegation: Delegation
  /** A country's name in the language of the order. */
  readonly nameOf: (code: string) => string
  readonly rowIndex: number
  readonly span: number
}

/** Over the rows of a delegation: a row of one cell. */
export function DelegationHeading({ delegation: { country, organisation, rows }, nameOf, rowIndex, span }: DelegationHeadingProps) {
  const { t } = useTranslation('participants')
  const { alpha2Of } = useCountryWords()
  return (
    <div role="row" aria-rowindex={rowIndex} className={styles.heading}>
      <div role="gridcell" aria-colspan={span}>
        {country && <Flag alpha2={alpha2Of(country)} />}
        <span>{country ? nameOf(country) : organisation || t('nobodysDelegation')}</span> <small>{formatNumber(rows.length)}</small>
      </div>
    </div>
  )
}
