import { useTranslation } from 'react-i18next'
import { Chip } from '../../../ui/chip.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Field } from '../../../ui/field.tsx'
import { ChipList } from '../controls/chip-list.tsx'
import controls from '../controls/controls.module.css'
import { languageName, languageOptions } from '../controls/languages.ts'
import { listProblem } from './link-rows.tsx'
import type { RowProps } from './text-rows.tsx'
import { Value } from './value.tsx'

export function LanguageRow({ field, label, icon }: RowProps<string>) {
  return (
    <Field label={label} icon={icon}>
      {field.locked ? (
        <Value>{languageName(field.value)}</Value>
      ) : (
        <Combobox
          className={controls.flush}
          label={label}
          hideLabel
          bare
          freeText
          placeholder="—"
          value={languageName(field.value)}
          error={field.problemAt()}
          load={(text) => Promise.resolve(languageOptions(text))}
          onChange={field.set}
        />
      )}
    </Field>
  )
}

export function LanguagesRow({ field, label, icon, wide }: RowProps<string[]>) {
  const { t } = useTranslation('record')
  const { value, set, locked } = field
  const addLabel = t('add', { what: t('what.language') })
  return (
    <Field label={label} icon={icon} wide={wide}>
      {locked && value.length === 0 && <Value>{''}</Value>}
      <ChipList
        label={label}
        addLabel={addLabel}
        locked={locked}
        error={listProblem(field)}
        chips={value.map((tag) => (
          <Chip
            key={tag}
            onRemove={locked ? undefined : () => set(value.filter((other) => other !== tag))}
            removeLabel={t('remove', { name: languageName(tag) })}
          >
            {languageName(tag)}
          </Chip>
        ))}
        renderAdder={() => (
          <Combobox
            label={addLabel}
            hideLabel
            freeText
            autoFocus
            value=""
            load={(text) => Promise.resolve(languageOptions(text))}
            onChange={(tag) => {
              if (tag && !value.includes(tag)) set([...value, tag])
            }}
          />
        )}
      />
    </Field>
  )
}
