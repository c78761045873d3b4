import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { TextField } from '../../ui/text-field.tsx'
import { changeMapping } from './change-plan.ts'
import { ruleFor, withTag } from './mapping-edits.ts'

interface TagFieldProps {
  /** Of the folder, as it is shown. */
  readonly name: string
  readonly path: string
  readonly mapping: ImportMapping
}

/** The tag that the records of a folder get. It is taken when the field is left or Enter is pressed. */
export function TagField({ name, path, mapping }: TagFieldProps) {
  const { t } = useTranslation('import')
  const { tag } = ruleFor(mapping, path)
  const [typed, setTyped] = useState<string | null>(null)
  const take = () => {
    if (typed !== null) changeMapping((now) => withTag(now, path, typed))
    setTyped(null)
  }
  return (
    <TextField
      label={t('folders.tagOf', { name })}
      hideLabel
      placeholder={t('folders.tag')}
      value={typed ?? tag}
      onChange={setTyped}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
        else if (event.key === 'Escape') setTyped(null)
      }}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
