import { useEffect, useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import { MAX_CALENDAR_BYTES } from '../../../../shared/model/calendar-file.ts'
import { client } from '../../../api/client.ts'
import { readBase64 } from '../../../parts/attachments/file-bytes.ts'

/** `problem`: a word of its own that says what is wrong with the file. */
export type CalendarFileState =
  | { readonly step: 'reading' }
  | {
      readonly step: 'failed'
      readonly problem: 'tooLarge' | 'unreadable' | 'notText' | 'notCalendar' | 'noEvents' | null
      readonly error: unknown
    }
  | ({ readonly step: 'read' } & Output<'calendar.read'>)

const problems = ['notText', 'notCalendar', 'noEvents'] as const

function failed(error: unknown): CalendarFileState {
  if (error instanceof DOMException) return { step: 'failed', problem: 'unreadable', error }
  const said = error instanceof AppError ? error.details['problem'] : undefined
  return { step: 'failed', problem: problems.find((problem) => problem === said) ?? null, error }
}

async function read(file: File, event: number | null): Promise<CalendarFileState> {
  if (file.size > MAX_CALENDAR_BYTES) return { step: 'failed', problem: 'tooLarge', error: null }
  try {
    return { step: 'read', ...(await client.call('calendar.read', { base64: await readBase64(file), event })) }
  } catch (error) {
    return failed(error)
  }
}

/** Reads a file; `choose` takes one of its events. */
export function useCalendarFile(file: File) {
  const [state, setState] = useState<CalendarFileState>({ step: 'reading' })
  const [event, choose] = useState<number | null>(null)
  useEffect(() => {
    let wanted = true
    const show = async () => {
      const next = await read(file, event)
      if (wanted) setState(next)
    }
    void show()
    return () => {
      wanted = false
    }
  }, [file, event])
  return { state, choose }
}
