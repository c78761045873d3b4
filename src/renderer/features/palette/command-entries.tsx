import { Command } from 'cmdk'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../shared/commands.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { NamedCommand } from './matching-commands.ts'
import styles from './palette.module.css'

export interface CommandEntriesProps {
  readonly commands: readonly NamedCommand<CommandId>[]
  readonly onRun: (id: CommandId) => void
}

/** Commands with their keys. */
export function CommandEntries({ commands, onRun }: CommandEntriesProps) {
  const { t } = useTranslation('palette')
  const { platform } = useAppState()
  if (commands.length === 0) return null
  return (
    <Command.Group className={styles.group} heading={t('commands')}>
      {commands.map(({ id, name }) => {
        const shortcut = shortcutOf(id, platform)
        return (
          <Command.Item key={id} value={id} className={styles.hit} onSelect={() => onRun(id)}>
            <ChevronRight />
            <span className={classNames(styles.words, styles.line)}>{name}</span>
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Command.Item>
        )
      })}
    </Command.Group>
  )
}
