import { ArrowUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { sectionOf, sortAfterClick, type Section, type Sort } from '../../parts/rows/sections.ts'

interface SortMenuProps {
  readonly section: Section
  readonly sort: Sort
  readonly onChange: (sort: Sort) => void
}

export function SortMenu({ section, sort, onChange }: SortMenuProps) {
  const { t } = useTranslation('lists')
  return (
    <Menu
      trigger={<IconButton label={t('sort.label')} icon={<ArrowUpDown />} />}
      items={[
        { heading: t('sort.by') },
        ...sectionOf[section].sortKeys.map((key) => ({
          label: t(`sort.${key}`),
          checked: key === sort.key,
          onSelect: () => {
            if (key !== sort.key) onChange(sortAfterClick(sort, key))
          },
        })),
        'separator',
        ...(['ascending', 'descending'] as const).map((direction) => ({
          label: t(`sort.${direction}`),
          checked: direction === sort.direction,
          onSelect: () => onChange({ ...sort, direction }),
        })),
      ]}
    />
  )
}
