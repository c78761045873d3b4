import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { commands, type CommandId } from '../../../shared/commands.ts'
import { useEnabledCommands } from '../../parts/commands/commands.ts'
import { matchingCommands, type NamedCommand } from './matching-commands.ts'

/** Typing looks for records first: only so many commands stand below them. */
const MOST_WHILE_SEARCHING = 5

/** The commands that something answers to here and whose names fit what is typed. */
export function usePaletteCommands(text: string): readonly NamedCommand<CommandId>[] {
  const { t } = useTranslation('commands')
  const enabled = useEnabledCommands()
  return useMemo(() => {
    const named = commands.filter(({ id }) => enabled.has(id) && id !== 'search.open').map(({ id }) => ({ id, name: t(id) }))
    return matchingCommands<CommandId>(named, text).slice(0, text === '' ? undefined : MOST_WHILE_SEARCHING)
  }, [enabled, t, text])
}
