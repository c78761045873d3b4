import { Search } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchProblem } from '../../../shared/contract/search.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { CompletionSpoken } from '../../parts/search/completion-items.tsx'
import { Underlines } from '../../parts/search/underlines.tsx'
import type { Completion } from '../../parts/search/use-completion.ts'
import { LIST_ID, optionId } from './palette-option.tsx'
import styles from './palette.module.css'

export interface PaletteFieldProps {
  readonly text: string
  /** The kind that is searched; null for all. */
  readonly scope: Kind | null
  readonly input: RefObject<HTMLInputElement | null>
  readonly problems: readonly SearchProblem[]
  readonly completion: Completion
  /** The entry that Enter opens; empty while there is none. */
  readonly selected: string
  readonly onLook: (text: string, scope: Kind | null) => void
}

/** Where one types, with the kind that is searched. */
export function PaletteField({ text, scope, input, problems, completion, selected, onLook }: PaletteFieldProps) {
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
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('title')}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={LIST_ID}
          aria-activedescendant={selected === '' ? undefined : optionId(selected)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          className={styles.input}
          value={text}
          onChange={(event) => onLook(event.target.value, scope)}
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
