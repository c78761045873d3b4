/** The files of the record whose text is written: what embeds in it show. */
import { StateEffect, StateField } from '@codemirror/state'
import type { Attachment } from '../../../../shared/model/attachment.ts'

export const attachmentsKnown = StateEffect.define<readonly Attachment[]>()

export const knownAttachments = StateField.define<readonly Attachment[]>({
  create: () => [],
  update(known, { effects }) {
    for (const effect of effects) if (effect.is(attachmentsKnown)) return effect.value
    return known
  },
})
