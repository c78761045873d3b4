import { CalendarPlus, Download, Ellipsis, Grid3x3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { sectionOf, type Section } from '../../parts/rows/sections.ts'
import { navigate } from '../../store/navigation.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { RecordListState } from './data/use-record-list.ts'

/** What can be done with the records of a list beside making one. */
export function ListMenu({ section, list }: { readonly section: Section; readonly list: RecordListState }) {
  const { t } = useTranslation('lists')
  const { kind } = sectionOf[section]
  return (
    <Menu
      trigger={<IconButton label={t(`menu.${section}`)} icon={<Ellipsis />} />}
      items={[
        ...(kind === 'meeting'
          ? ([
              {
                label: t('meetings.fromFile'),
                icon: <CalendarPlus />,
                disabled: list.readOnly,
                opensDialog: true,
                onSelect: () => void chooseCalendarFile(),
              },
              { label: t('meetings.attendance'), icon: <Grid3x3 />, movesFocus: true, onSelect: () => navigate('/attendance') },
              'separator',
            ] as const)
          : []),
        {
          label: t('export.list'),
          icon: <Download />,
          disabled: (list.rows.total ?? 0) === 0,
          opensDialog: true,
          onSelect: list.exportList,
        },
      ]}
    />
  )
}
