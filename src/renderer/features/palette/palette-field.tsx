import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchProblem } from '../../../shared/contract/search.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { CompletionSpoken } from '../../parts/search/completion-items.tsx'
import { Underlines } from '../../parts/search/underlines.tsx'
import type { Completion } from '../../parts/search/use-completion.ts'
import styles from './palette.module.css'

export interface PaletteFieldProps {
  readonly text: string
  /** The kind that is searched; null for all. */
  readonly scope: Kind | null
  readonly input: RefObject<HTMLInputElement | null>
  readonly problems: readonly SearchProblem[]
  readonly completion: Completion
  readonly onLook: (text: string, scope: Kind | null) => void
}

/** Where one types, with the kind that is searched. */
export function PaletteField({ text, scope, input, problems, completion, onLook }: PaletteFieldProps) {
  const { t } = useTranslation('palette')
  return (
    <div className={styles.field}>
      <Search />
      {scope && (
        <button type="button" tabIndex={-1} className={styles.scope} onClick={() => onLook(text, null)} aria-label={t('everywhere')}>
          {t(`common:kinds.${scope}`)}
        </button>
      )}
      <div className={styles.typed}>
        <Command.Input
          ref={input}
          autoFocus
          className={styles.input}
          value={text}
          onValueChange={(next) => onLook(next, scope)}
          placeholder={scope ? t(`placeholder.${scope}`) : t('placeholder.all')}
          maxLength={2_000}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && text === '' && scope) onLook('', null)
          }}
        />
        <Underlines input={input} text={text} problems={problems} />
      </div>
      <CompletionSpoken completion={completion} />
    </div>
  )
}
