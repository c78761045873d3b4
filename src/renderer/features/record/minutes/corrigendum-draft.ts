/** A corrigendum that is being prepared. It outlives its dialog, so that closing it costs nothing. */
import { create } from 'zustand'
import { jsonEqual } from '../../../../shared/json-equal.ts'
import type { Participant } from '../../../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../../../shared/model/record.ts'
import { localDay } from '../../../i18n/dates.ts'

export interface CorrigendumDraft {
  readonly body: string
  readonly participants: Participant[]
  readonly on: string
  readonly reason: string
}

export const useCorrigendumDrafts = create<Readonly<Record<string, CorrigendumDraft>>>(() => ({}))

/** The text as it stands, or as it was typed before it turned out to be adopted. */
export const newCorrigendum = (adopted: MeetingRecord, typed: unknown): CorrigendumDraft => ({
  body: typeof typed === 'string' ? typed : adopted.body,
  participants: adopted.participants,
  on: localDay(),
  reason: '',
})

export const changesAnything = (adopted: MeetingRecord, { body, participants }: CorrigendumDraft): boolean =>
  body !== adopted.body || !jsonEqual(participants, adopted.participants)

export const keepCorrigendum = (id: string, draft: CorrigendumDraft): void => useCorrigendumDrafts.setState({ [id]: draft })

export const forgetCorrigendum = (id: string): void =>
  useCorrigendumDrafts.setState((drafts) => {
    const { [id]: _gone, ...others } = drafts
    return others
  }, true)
