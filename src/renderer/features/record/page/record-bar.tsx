import { ArrowLeft, ArrowRight, Ellipsis, ExternalLink, PanelRight, BookOpenText, PencilLine, TextCursorInput, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { openInWindow } from '../../../parts/places/open-window.ts'
import { PlaceLink } from '../../../parts/places/place-link.tsx'
import { runCommand } from '../../../parts/commands/commands.ts'
import { shortcutOf } from '../../../parts/commands/shortcuts.ts'
import type { ExportWhat } from '../../../parts/export/export-what.ts'
import { useInspectorOpen } from '../../../parts/places/inspector-open.ts'
import type { CommandId } from '../../../../shared/commands.ts'
import type { Kind } from '../../../../shared/model/common.ts'
import { goBack, goForward, recordAddress, sectionOf } from '../../../store/navigation.ts'
import { useAppState } from '../../../store/session.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'
import { useHandOverItems } from './hand-over-items.tsx'
import styles from './page.module.css'
import { toggleReading, useReadingMode } from './reading-mode.ts'
import { SaveState } from './save-state.tsx'

export interface RecordBarProps {
  readonly kind: Kind
  readonly id: string
  /** One word more on the way here: the body that met, the conference, the group. */
  readonly crumb: string
  readonly locked: boolean
  readonly deletable: boolean
  /** What of it may be exported: itself, and of a country its file. */
  readonly exported: readonly ExportWhat[]
  /** Nothing of it can be changed, not even how it is filed. */
  readonly readOnly: boolean
}

/** Above a record: the way back, where this is, whether it is saved, and what can be done with it. */
export function RecordBar({ kind, id, crumb, locked, deletable, exported, readOnly }: RecordBarProps) {
  const { t } = useTranslation(['record', 'frame'])
  const { platform } = useAppState()
  const mode = useReadingMode()
  const inspector = useInspectorOpen(kind)
  const keys = (id: CommandId) => shortcutOf(id, platform)
  const section = sectionOf(kind)
  const address = recordAddress(kind, id)
  const handOver = useHandOverItems({ kind, exported })
  const items: readonly MenuItem[] = [
    {
      label: t('bar.rename'),
      icon: <TextCursorInput />,
      shortcut: keys('record.rename'),
      disabled: locked,
      onSelect: () => runCommand('record.rename'),
    },
    { label: t('bar.newWindow'), icon: <ExternalLink />, onSelect: () => void openInWindow(address) },
    ...handOver,
    'separator',
    {
      label: t('bar.delete'),
      icon: <Trash2 />,
      tone: 'bad',
      shortcut: keys('record.trash'),
      disabled: !deletable,
      onSelect: () => runCommand('record.trash'),
    },
  ]
  return (
    <header className={styles.bar}>
      <IconButton label={t('bar.back')} shortcut={keys('history.back')} icon={<ArrowLeft />} onClick={goBack} />
      <IconButton label={t('bar.forward')} shortcut={keys('history.forward')} icon={<ArrowRight />} onClick={goForward} />
      <nav aria-label={t('bar.where')} className={styles.crumbs}>
        <PlaceLink address={`/${section}`}>{t(`frame:section.${section}`)}</PlaceLink>
        {crumb && (
          <>
            <span aria-hidden="true" className={styles.slash}>
              /
            </span>
            <span className={styles.crumb}>{crumb}</span>
          </>
        )}
      </nav>
      <span className={styles.space} />
      <SaveState id={id} readOnly={readOnly} />
      {!locked && (
        <IconButton
          label={t(mode === 'edit' ? 'bar.read' : 'bar.write')}
          shortcut={keys('record.toggleReading')}
          icon={mode === 'edit' ? <BookOpenText /> : <PencilLine />}
          onClick={toggleReading}
        />
      )}
      <IconButton
        label={t('bar.inspector')}
        shortcut={keys('view.toggleInspector')}
        pressed={inspector.open}
        icon={<PanelRight />}
        onClick={() => runCommand('view.toggleInspector')}
      />
      <Menu trigger={<IconButton label={t('bar.more')} icon={<Ellipsis />} />} items={items} />
    </header>
  )
}
