import { useState } from 'react'
import type { Attachment } from '../../../shared/model/attachment.ts'
import { jsonEqual } from '../../../shared/json-equal.ts'
import { useOpenRecord } from '../../store/records.ts'

const NONE: readonly Attachment[] = []

/** The files of an open record; the same list as long as nothing about them changes, whatever else is saved. */
export function useAttachments(id: string): readonly Attachment[] {
  const listed = useOpenRecord(id)?.record?.attachments ?? NONE
  const [kept, setKept] = useState(listed)
  if (kept === listed || jsonEqual(kept, listed)) return kept
  setKept(listed)
  return listed
}
