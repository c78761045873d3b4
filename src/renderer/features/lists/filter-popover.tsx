import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../shared/text/fold.ts'
import { client } from '../../api/client.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { conditions, sectionOf, type Filter, type Section } from '../../parts/rows/sections.ts'
import { CountryField } from '../../parts/countries/country-field.tsx'

interface FilterPopoverProps {
  readonly section: Section
  readonly filter: Filter
  readonly onChange: (change: Partial<Filter>) => void
}

const stageLabel = {
  contacts: '',
  notes: 'filter.stageOfNote',
  meetings: 'filter.stageOfMeeting',
  studies: 'filter.stageOfStudy',
  countries: 'filter.stageOfCountry',
} as const

const TAGS = 40

/** Country, tag and stage: conditions that stay until they are cleared. */
export function FilterPopover({ section, filter, onChange }: FilterPopoverProps) {
  const { t } = useTranslation('lists')
  const set = conditions(filter)
  const { stages } = sectionOf[section]

  return (
    <Popover
      label={t('filter.label')}
      align="end"
      trigger={
        <IconButton
          label={set > 0 ? t('filter.active', { count: set }) : t('filter.label')}
          icon={<ListFilter />}
          tone={set > 0 ? 'accent' : 'plain'}
        />
      }
    >
      {section !== 'countries' && (
        <CountryField
          label={t('filter.country')}
          placeholder={t('filter.anyCountry')}
          value={filter.country}
          onChange={(option) => onChange({ country: option?.code ?? null })}
        />
      )}
      <Combobox
        label={t('filter.tag')}
        placeholder={t('filter.anyTag')}
        value={filter.tag ?? ''}
        load={async (text) =>
          (await client.call('list.tags', {}))
            .filter(({ tag }) => fold(tag).includes(fold(text.trim())))
            .slice(0, TAGS)
            .map(({ tag, count }) => ({ value: tag, label: tag, detail: formatNumber(count) }))
        }
        onChange={(value) => onChange({ tag: value || null })}
      />
      {stages.length > 0 && (
        <Select
          label={t(stageLabel[section])}
          value={filter.stage ?? ''}
          options={[{ value: '', label: t('filter.anyStage') }, ...stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))]}
          onChange={(stage) => onChange({ stage: stage || null })}
        />
      )}
      {set > 0 && <Button onClick={() => onChange({ country: null, tag: null, stage: null })}>{t('filter.clear')}</Button>}
    </Popover>
  )
}
