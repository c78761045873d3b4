import { Command } from 'cmdk'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { commands, type CommandId } from '../../../shared/commands.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { runCommand, useEnabledCommands } from '../../app/commands.ts'
import { shortcutOf } from '../../app/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { matchingCommands } from './matching-commands.ts'
import styles from './palette.module.css'

/** Typing looks for records first: only so many commands stand below them. */
const MOST_WHILE_SEARCHING = 5

export interface CommandEntriesProps {
  readonly text: string
  readonly scope: Kind | null
  readonly onClose: () => void
}

/** The commands that something answers to here, with their keys. */
export function CommandEntries({ text, scope, onClose }: CommandEntriesProps) {
  const { t } = useTranslation('palette')
  const { t: nameOf } = useTranslation('commands')
  const { platform } = useAppState()
  const enabled = useEnabledCommands()
  if (scope !== null) return null
  const named = commands.filter(({ id }) => enabled.has(id) && id !== 'search.open').map(({ id }) => ({ id, name: nameOf(id) }))
  const matching = matchingCommands<CommandId>(named, text).slice(0, text === '' ? undefined : MOST_WHILE_SEARCHING)
  if (matching.length === 0) return null
  return (
    <Command.Group className={styles.group} heading={t('commands')}>
      {matching.map(({ id, name }) => {
        const shortcut = shortcutOf(id, platform)
        return (
          <Command.Item
            key={id}
            value={id}
            className={styles.hit}
            onSelect={() => {
              // the focus goes back to where it was first: the command may act on it
              onClose()
              requestAnimationFrame(() => runCommand(id))
            }}
          >
            <ChevronRight />
            <span className={styles.words}>{name}</span>
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </Command.Item>
        )
      })}
    </Command.Group>
  )
}
