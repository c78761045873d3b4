/** Corrigenda that are being prepared, by their meeting. They outlive their dialog, so that closing it costs nothing. */
import { create } from 'zustand'
import type { UnsavedRecord } from '../../shared/contract/app.ts'
import { jsonEqual } from '../../shared/json-equal.ts'
import type { Participant } from '../../shared/model/meeting.ts'
import type { MeetingRecord } from '../../shared/model/record.ts'
import { localDay } from '../i18n/dates.ts'

export interface CorrigendumDraft {
  /** What it corrects. */
  readonly title: string
  readonly body: string
  readonly participants: Participant[]
  readonly on: string
  readonly reason: string
}

export const useCorrigendumDrafts = create<Readonly<Record<string, CorrigendumDraft>>>(() => ({}))

/** The text as it stands, or as it was typed before it turned out to be adopted. */
export const newCorrigendum = (adopted: MeetingRecord, typed: unknown): CorrigendumDraft => ({
  title: adopted.title,
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

/** What closing the window would cost: none of them lies on the disk. */
export const unissuedCorrigenda = (): UnsavedRecord[] =>
  Object.entries(useCorrigendumDrafts.getState()).map(([id, { title }]) => ({ id, title, reason: 'failed' }))

/** Another workspace was opened. */
export const forgetCorrigenda = (): void => useCorrigendumDrafts.setState({}, true)
