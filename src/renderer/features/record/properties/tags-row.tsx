import { Tags } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../../shared/text/fold.ts'
import { client } from '../../../api/client.ts'
import { WordsRow } from './link-rows.tsx'
import { useField } from './use-field.ts'

/** "#civil service" is the tag `civil-service`. */
export const cleanTag = (typed: string): string =>
  typed
    .trim()
    .replace(/^#+/u, '')
    .replace(/[\s,[\]#]+/gu, '-')
    .replace(/^-+|-+$/gu, '')

export function TagsRow() {
  const { t } = useTranslation(['record', 'fields'])
  const field = useField('note', 'tags')
  const load = async (text: string) => {
    const typed = fold(cleanTag(text))
    const all = await client.call('list.tags', {})
    return all.map(({ tag }) => tag).filter((tag) => fold(tag).includes(typed) && !field.value.includes(tag))
  }
  return (
    <WordsRow
      wide
      field={field}
      label={t('fields:label.tags')}
      icon={<Tags />}
      addLabel={t('add', { what: t('what.tag') })}
      clean={cleanTag}
      load={load}
    />
  )
}
