import { CalendarArrowDown, Download, Link } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../../shared/model/common.ts'
import { copyText } from '../../../parts/clipboard/copy-text.ts'
import { runCommand } from '../../../parts/commands/commands.ts'
import { shortcutOf } from '../../../parts/commands/shortcuts.ts'
import { openDialog } from '../../../parts/dialogs/dialogs.ts'
import type { ExportWhat } from '../../../parts/export/export-what.ts'
import { useAppState } from '../../../store/session.ts'
import { showToast } from '../../../store/toasts.ts'
import type { MenuItem } from '../../../ui/menu.tsx'

interface HandedOver {
  readonly kind: Kind
  readonly title: string
  /** Nothing while it is in the trash. */
  readonly exported: readonly ExportWhat[]
}

/** The group of a record's menu with which it is given to somebody else. */
export function useHandOverItems({ kind, title, exported }: HandedOver): readonly MenuItem[] {
  const { t } = useTranslation('record')
  const { platform } = useAppState()
  const copyLink = async () => {
    const done = await copyText(`[[${title}]]`)
    showToast(done ? { message: t('bar.copied', { title }) } : { message: t('bar.notCopied'), tone: 'bad' })
  }
  const file = exported.find(({ what }) => what === 'country')
  return [
    'separator',
    { heading: t('bar.handOver') },
    { label: t('bar.copyLink'), icon: <Link />, onSelect: () => void copyLink() },
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
