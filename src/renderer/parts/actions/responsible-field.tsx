import { useTranslation } from 'react-i18next'
import { linkKey } from '../../../shared/text/link-key.ts'
import { Chip } from '../../ui/chip.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { recordOptions } from '../records/record-options.tsx'
import styles from './action-fields.module.css'

interface ResponsibleFieldProps {
  readonly names: readonly string[]
  readonly onNames: (names: readonly string[]) => void
  /** Those of whom nothing is known any more. */
  readonly unknown?: readonly string[] | undefined
  /** The day whose posts tell people apart: a partial date. */
  readonly on?: string | undefined
  readonly autoFocus?: boolean | undefined
  /** Enter in the empty field. */
  readonly onEnd: () => void
}

/** Who is responsible: the names that stand there, and behind them the field that adds one, so that Tab goes on from it. */
export function ResponsibleField({ names, onNames, unknown, on, autoFocus, onEnd }: ResponsibleFieldProps) {
  const { t } = useTranslation('fields')
  return (
    <div role="group" aria-label={t('action.responsible')} className={styles.responsible}>
      <span aria-hidden="true" className={styles.label}>
        {t('action.responsible')}
      </span>
      {names.map((name) => (
        <Chip
          key={name}
          missing={unknown?.includes(name)}
          title={unknown?.includes(name) ? t('action.unknown', { name }) : undefined}
          onRemove={() => onNames(names.filter((other) => other !== name))}
          removeLabel={t('action.remove', { name })}
        >
          {name}
        </Chip>
      ))}
      <Combobox
        label={t('action.responsible')}
        hideLabel
        className={styles.add}
        hint={t('action.responsibleHint')}
        freeText
        autoFocus={autoFocus}
        placeholder={t('action.add')}
        value=""
        load={(text) => recordOptions(text, { kinds: ['contact', 'country'], on })}
        onChange={(name) => {
          if (name !== '' && !names.some((known) => linkKey(known) === linkKey(name))) onNames([...names, name])
        }}
        onEnter={(typed) => {
          if (typed === '') onEnd()
        }}
      />
    </div>
  )
}
