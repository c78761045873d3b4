import { Briefcase } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Post } from '../../../../shared/model/contact.ts'
import { formatDateRange } from '../../../i18n/dates.ts'
import { Field } from '../../../ui/field.tsx'
import { CheckCell, CountryCell, DateCell, RecordCell, TextCell } from '../controls/cells.tsx'
import { CountryLabel } from '../controls/country-picker.tsx'
import { RowEditor } from '../controls/row-editor.tsx'
import rows from '../controls/row-editor.module.css'
import { Part } from '../properties/part.tsx'
import { partOf, useField } from '../properties/use-field.ts'
import { Warning } from '../properties/warning.tsx'
import { endsBeforeStart } from '../../../../shared/model/partial-date.ts'

const emptyPost: Post = { title: '', organisation: '', country: '', from: '', to: '', former: false }

function ReadPost({ post }: { readonly post: Post }) {
  const { t } = useTranslation('fields')
  const held = formatDateRange(post.from, post.to)
  return (
    <>
      {[post.title, post.organisation].filter(Boolean).join(', ')} {post.country && <CountryLabel code={post.country} />}{' '}
      <small>{[held, post.former ? t('part.former') : ''].filter(Boolean).join(' · ')}</small>
    </>
  )
}

/** The posts a person holds and held, in the order in which they are to be shown. */
export function PostsRow() {
  const { t } = useTranslation(['record', 'fields'])
  const field = useField('contact', 'posts')
  const label = t('fields:label.posts')
  const word = (part: keyof Post) => t(`fields:part.${part}`).toLowerCase()
  return (
    <Field label={label} icon={<Briefcase />} wide>
      <RowEditor
        label={label}
        field={field}
        empty={emptyPost}
        addLabel={t('add', { what: t('what.post') })}
        nameOf={(post, index) => post.title || post.organisation || t('rows.number', { number: index + 1 })}
        renderRead={(post) => <ReadPost post={post} />}
      >
        {(post) => (
          <>
            <Part className={`${rows.whole} ${rows.strong}`}>
              <TextCell field={partOf(post, 'title')} label={t('fields:part.title')} />
            </Part>
            <Part className={rows.whole}>
              <RecordCell
                field={partOf(post, 'organisation')}
                label={t('fields:part.organisation')}
                wanted={{ kinds: ['contact'], contactTypes: ['organisation', 'body'] }}
                creates={{ kind: 'contact', contactType: 'organisation' }}
              />
            </Part>
            <span className={rows.inline}>
              <Part label={word('country')}>
                <CountryCell field={partOf(post, 'country')} label={t('fields:part.country')} />
              </Part>
              <Part label={word('from')}>
                <DateCell field={partOf(post, 'from')} label={t('fields:part.from')} />
              </Part>
              <Part label={word('to')}>
                <DateCell field={partOf(post, 'to')} label={t('fields:part.to')} />
              </Part>
              <CheckCell className={rows.check} field={partOf(post, 'former')} label={t('fields:part.former')} />
              {endsBeforeStart(post.value.from, post.value.to) && <Warning>{t('fields:warning.period')}</Warning>}
            </span>
          </>
        )}
      </RowEditor>
    </Field>
  )
}
