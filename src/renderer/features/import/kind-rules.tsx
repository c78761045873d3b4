import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import type { Kind } from '../../../shared/model/common.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { changeMapping } from './change-plan.ts'
import { withKind } from './mapping-edits.ts'
import styles from './mapping-pane.module.css'

interface KindRulesProps {
  /** Those with few values. */
  readonly keys: ImportPlan['keys']
  readonly mapping: ImportMapping
}

/** The keys that have values without a rule, with these values. */
const freeIn = ({ keys, mapping }: KindRulesProps): KindRulesProps['keys'] =>
  keys
    .map((key) => ({
      ...key,
      values: key.values.filter(({ value }) => !mapping.kinds.some((rule) => rule.key === key.key && rule.value === value)),
    }))
    .filter(({ values }) => values.length > 0)

function NewRule({ keys }: Pick<KindRulesProps, 'keys'>) {
  const { t } = useTranslation('import')
  const [wanted, setWanted] = useState('')
  const [value, setValue] = useState('')
  const [kind, setKind] = useState<Kind>('contact')
  const key = keys.find((other) => other.key === wanted) ?? keys[0]
  const chosen = key?.values.find((other) => other.value === value) ?? key?.values[0]
  if (!key || !chosen) return null
  return (
    <div className={styles.newRule}>
      <Select
        label={t('kinds.property')}
        value={key.key}
        options={keys.map((other) => ({ value: other.key, label: other.key }))}
        onChange={setWanted}
      />
      <Select
        label={t('kinds.is')}
        value={chosen.value}
        options={key.values.map((other) => ({
          value: other.value,
          label: t('kinds.value', { value: other.value, number: formatNumber(other.files) }),
        }))}
        onChange={setValue}
      />
      <Select
        label={t('kinds.becomes')}
        value={kind}
        options={kinds.map((other) => ({ value: other, label: t(`common:kind.${other}`) }))}
        onChange={setKind}
      />
      <Button onClick={() => changeMapping((now) => withKind(now, key.key, chosen.value, kind))}>{t('kinds.add')}</Button>
    </div>
  )
}

/** What the value of a property makes of a file: `type: person` a contact. It goes before the rule of the folder. */
export function KindRules({ keys, mapping }: KindRulesProps) {
  const { t } = useTranslation('import')
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>{t('kinds.title')}</h3>
      <p className={styles.hint}>{t('kinds.hint')}</p>
      {mapping.kinds.length > 0 && (
        <ul className={styles.rules}>
          {mapping.kinds.map(({ key, value, kind }) => {
            const rule = t('kinds.rule', { key, value })
            return (
              <li key={`${key}\n${value}`} className={styles.kindRule}>
                <span className={styles.name} title={rule}>
                  {rule}
                </span>
                <Select
                  label={t('kinds.ruleBecomes', { rule })}
                  hideLabel
                  value={kind}
                  options={kinds.map((other) => ({ value: other, label: t(`common:kind.${other}`) }))}
                  onChange={(next) => changeMapping((now) => withKind(now, key, value, next))}
                />
                <IconButton
                  label={t('kinds.remove', { rule })}
                  icon={<X />}
                  onClick={() => changeMapping((now) => withKind(now, key, value, null))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <NewRule keys={freeIn({ keys, mapping })} />
    </div>
  )
}
