import { CalendarPlus, Ellipsis, Grid3x3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseCalendarFile } from '../../parts/calendar/calendar-files.ts'
import { navigate } from '../../store/navigation.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** What can be done with meetings beside making one. */
export function MeetingMenu({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('lists')
  return (
    <Menu
      trigger={<IconButton label={t('meetings.menu')} icon={<Ellipsis />} />}
      items={[
        {
          label: t('meetings.fromFile'),
          icon: <CalendarPlus />,
          disabled: readOnly,
          opensDialog: true,
          onSelect: () => void chooseCalendarFile(),
        },
        { label: t('meetings.attendance'), icon: <Grid3x3 />, movesFocus: true, onSelect: () => navigate('/attendance') },
      ]}
    />
  )
}
