import { CalendarArrowDown, ClipboardType, Copy, Download, Link, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../../shared/model/common.ts'
import { runCommand } from '../../../parts/commands/commands.ts'
import { shortcutOf } from '../../../parts/commands/shortcuts.ts'
import { openDialog } from '../../../parts/dialogs/dialogs.ts'
import type { ExportWhat } from '../../../parts/export/export-what.ts'
import { useAppState } from '../../../store/session.ts'
import type { MenuItem } from '../../../ui/menu.tsx'

interface HandedOver {
  readonly kind: Kind
  /** Nothing while it is in the trash. */
  readonly exported: readonly ExportWhat[]
}

/** The group of a record's menu with which it is given to somebody else. */
export function useHandOverItems({ kind, exported }: HandedOver): readonly MenuItem[] {
  const { t } = useTranslation('record')
  const { platform } = useAppState()
  const file = exported.find(({ what }) => what === 'country')
  return [
    'separator',
    { heading: t('bar.handOver') },
    { label: t('bar.copyLink'), icon: <Link />, onSelect: () => runCommand('record.copyLink') },
    { label: t('bar.copyMarkdown'), icon: <Copy />, onSelect: () => runCommand('record.copyMarkdown') },
    {
      label: t('bar.copyRichText'),
      icon: <ClipboardType />,
      shortcut: shortcutOf('record.copyRichText', platform),
      onSelect: () => runCommand('record.copyRichText'),
    },
    {
      label: t('bar.print'),
      icon: <Printer />,
      shortcut: shortcutOf('record.print', platform),
      onSelect: () => runCommand('record.print'),
    },
    {
      label: t('bar.export'),
      icon: <Download />,
      shortcut: shortcutOf('record.export', platform),
      disabled: exported.length === 0,
      opensDialog: true,
      onSelect: () => openDialog({ name: 'export', what: exported }),
    },
    ...(file
      ? [
          {
            label: t('bar.exportCountry'),
            icon: <Download />,
            opensDialog: true,
            onSelect: () => openDialog({ name: 'export', what: [file, ...exported.filter((other) => other !== file)] }),
          },
        ]
      : []),
    ...(kind === 'meeting'
      ? [{ label: t('bar.saveCalendar'), icon: <CalendarArrowDown />, onSelect: () => runCommand('meeting.saveCalendar') }]
      : []),
  ]
}
