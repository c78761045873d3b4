import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui/skeleton.tsx'
import css from './body-editor.module.css'
import { useAddressDialog } from './use-address-dialog.tsx'

const MarkdownEditor = lazy(() => import('./markdown-editor.tsx'))
const ReadingView = lazy(() => import('./reading-view.tsx'))

export interface BodyEditorProps {
  /** Of the record: undo, caret and `revealLine` go by it. */
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly readOnly: boolean
  readonly mode: 'edit' | 'read'
  /** Opens the record of that name; a name of nothing is the owner's to deal with. */
  readonly onFollowLink: (name: string) => void
  /** The accessible name. */
  readonly label: string
  /** The record's files are listed beside the text: its tool bar need not. */
  readonly filesBeside: boolean
}

/** A body in markdown: to be written in, or laid out for reading. Editor and renderer are loaded when first needed. */
export function BodyEditor(props: BodyEditorProps) {
  return (
    <Suspense
      fallback={
        <div className={css['waiting']}>
          <Skeleton />
        </div>
      }
    >
      <LoadedBody {...props} />
    </Suspense>
  )
}

function LoadedBody({ mode, ...props }: BodyEditorProps) {
  const [onOpenAddress, addressDialog] = useAddressDialog()
  const Body = mode === 'edit' ? MarkdownEditor : ReadingView
  return (
    <>
      <Body key={props.id} {...props} onOpenAddress={onOpenAddress} />
      {addressDialog}
    </>
  )
}
