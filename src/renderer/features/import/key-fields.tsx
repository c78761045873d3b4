import { Plus } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { partKey } from '../../parts/records/field-words.ts'
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { changeMapping } from './change-plan.ts'
import { offeredFields } from './field-options.ts'
import { fieldsOf, withField } from './mapping-edits.ts'
import styles from './mapping-pane.module.css'

interface KeyFieldsProps {
  readonly keys: ImportPlan['keys']
  readonly fields: ImportPlan['fields']
  readonly mapping: ImportMapping
}

/** Every field once, by its name in words, with the kinds that have it. */
function optionsOf(t: TFunction<['import', 'fields']>, fields: ImportPlan['fields']): readonly ComboboxOption[] {
  return offeredFields(fields)
    .map(({ key, field, part, kinds: of }) => {
      const label = t(`fields:label.${field}`, { defaultValue: field })
      return {
        value: key,
        label: part === '' ? label : `${label}: ${t(`fields:${partKey(field, part)}`, { defaultValue: part })}`,
        detail: of.length === kinds.length ? t('keys.everyKind') : of.map((kind) => t(`common:kind.${kind}`)).join(', '),
      }
    })
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

interface KeyLineProps {
  readonly of: ImportPlan['keys'][number]
  readonly taken: readonly string[]
  readonly options: readonly ComboboxOption[]
}

function KeyLine({ of: { key, files, example }, taken, options }: KeyLineProps) {
  const { t } = useTranslation('import')
  const [adding, setAdding] = useState(false)
  const load = (text: string) => {
    const wanted = text.trim().toLocaleLowerCase()
    return Promise.resolve(options.filter(({ label, value }) => label.toLocaleLowerCase().includes(wanted) || value.includes(wanted)))
  }
  const shown = adding || taken.length === 0 ? [...taken, ''] : taken
  return (
    <li className={styles.rule}>
      <div className={styles.folder}>
        <span className={styles.name} title={key}>
          {key}
        </span>
        <span className={styles.example} title={example}>
          {example}
        </span>
        <span className={styles.count}>{formatNumber(files)}</span>
      </div>
      {shown.map((field, place) => {
        const option = options.find(({ value }) => value === field)
        return (
          <div key={field} className={styles.field}>
            <Combobox
              className={styles.grow}
              label={t('keys.field', { key })}
              hideLabel
              placeholder={t('keys.kept')}
              autoFocus={adding && field === ''}
              hint={shown.length > 1 ? option?.detail : undefined}
              value={option?.label ?? field}
              load={load}
              onChange={(_label, chosen) => {
                setAdding(false)
                changeMapping((now) => withField(now, key, place, chosen?.value ?? ''))
              }}
            />
            {field !== '' && place === shown.length - 1 && (
              <IconButton label={t('keys.another', { key })} icon={<Plus />} onClick={() => setAdding(true)} />
            )}
          </div>
        )
      })}
    </li>
  )
}

/** Which field takes the values of a foreign property; what has none is kept as it came. */
export function KeyFields({ keys, fields, mapping }: KeyFieldsProps) {
  const { t } = useTranslation(['import', 'fields'])
  const options = useMemo(() => optionsOf(t, fields), [t, fields])
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>{t('keys.title')}</h3>
      <p className={styles.hint}>{t('keys.hint')}</p>
      <ul className={styles.rules}>
        {keys.map((of) => (
          <KeyLine key={of.key} of={of} taken={fieldsOf(mapping, of.key)} options={options} />
        ))}
      </ul>
    </div>
  )
}
