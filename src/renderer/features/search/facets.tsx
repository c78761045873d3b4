import { useTranslation } from 'react-i18next'
import type { SearchFilters } from '../../../shared/contract/search.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import { useCountryWords } from '../../parts/countries/country-options.ts'
import { Button } from '../../ui/button.tsx'
import { isFiltered, noFilters } from '../../store/search-address.ts'
import { byCountThenName } from './facet-values.ts'
import { FacetList } from './facet-list.tsx'
import type { SearchAnswer } from './found-rows.ts'
import styles from './facets.module.css'

interface FacetsProps {
  /** undefined until there is an answer. */
  readonly facets: SearchAnswer['facets'] | undefined
  readonly filters: SearchFilters
  readonly onChange: (part: Partial<SearchFilters>) => void
}

const nothing: SearchAnswer['facets'] = { kinds: [], countries: [], tags: [], years: [] }

/** What the results could be narrowed by, with how many each would leave. */
export function Facets({ facets = nothing, filters, onChange }: FacetsProps) {
  const { t } = useTranslation('search')
  const countries = useCountryWords()
  return (
    <div className={styles.facets}>
      <FacetList
        label={t('facet.kinds')}
        values={facets.kinds}
        chosen={filters.kinds}
        nameOf={(kind) => t(`common:kinds.${kind}`)}
        onChange={(chosen) => onChange({ kinds: kinds.filter((kind) => chosen.includes(kind)) })}
      />
      <FacetList
        label={t('facet.countries')}
        values={byCountThenName(facets.countries, countries.nameOf)}
        chosen={filters.countries}
        nameOf={countries.nameOf}
        flagOf={countries.alpha2Of}
        onChange={(chosen) => onChange({ countries: [...chosen] })}
      />
      <FacetList
        label={t('facet.tags')}
        values={facets.tags}
        chosen={filters.tags}
        nameOf={(tag) => tag}
        onChange={(chosen) => onChange({ tags: [...chosen] })}
      />
      <FacetList
        label={t('facet.years')}
        values={facets.years}
        chosen={filters.years}
        nameOf={(year) => year}
        onChange={(chosen) => onChange({ years: [...chosen] })}
      />
      {isFiltered(filters) && <Button onClick={() => onChange(noFilters)}>{t('facet.clear')}</Button>}
    </div>
  )
}
