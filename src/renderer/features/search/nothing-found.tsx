import { FilterX, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { isFiltered, type Search } from '../../store/search-address.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { nearerTexts } from './nearer-texts.ts'

const isEmpty = ({ contacts, countries, notes, meetings, studies }: Output<'list.counts'>) =>
  contacts.person + contacts.organisation + contacts.body + countries + notes + meetings + studies === 0

interface NothingFoundProps {
  readonly search: Search
  readonly onSearch: (part: Partial<Search>) => void
  /** Unticks everything. */
  readonly onClear: () => void
}

/** Nothing was found: what would find more. */
export function NothingFound({ search: { text, filters }, onSearch, onClear }: NothingFoundProps) {
  const { t } = useTranslation('search')
  const nearer = nearerTexts(text)
  const { data: counts } = useQuery('list.counts', {}, { dependsOn: 'records' })
  // no other words find more where nothing is
  if (counts && isEmpty(counts)) return <EmptyState icon={<SearchX />} title={t('nothing')} text={t('nothingIsHere')} />
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('nothing')}
      text={t(nearer.length > 0 || isFiltered(filters) ? 'nothingNear' : 'nothingHint')}
      actions={
        <>
          {isFiltered(filters) && (
            <Button icon={<FilterX />} onClick={onClear}>
              {t('facet.clear')}
            </Button>
          )}
          {nearer.map((near) => (
            <Button key={near} onClick={() => onSearch({ text: near })}>
              {t('searchInstead', { text: near })}
            </Button>
          ))}
        </>
      }
    />
  )
}
