import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../shared/commands.ts'
import { shortcutOf } from '../../parts/commands/shortcuts.ts'
import { useAppState } from '../../store/session.ts'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { NamedCommand } from './matching-commands.ts'
import { PaletteGroup, PaletteOption } from './palette-option.tsx'
import styles from './palette.module.css'

export interface CommandEntriesProps {
  readonly commands: readonly NamedCommand<CommandId>[]
  /** Empty when none of them is chosen. */
  readonly selected: string
}

/** Commands with their keys. */
export const CommandEntries = memo(function CommandEntries({ commands, selected }: CommandEntriesProps) {
  const { t } = useTranslation('palette')
  const { platform } = useAppState()
  if (commands.length === 0) return null
  return (
    <PaletteGroup heading={t('commands')}>
      {commands.map(({ id, name }) => {
        const shortcut = shortcutOf(id, platform)
        return (
          <PaletteOption key={id} value={id} selected={selected === id}>
            <ChevronRight />
            <span className={classNames(styles.words, styles.line)}>{name}</span>
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </PaletteOption>
        )
      })}
    </PaletteGroup>
  )
})
