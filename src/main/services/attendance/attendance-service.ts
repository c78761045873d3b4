/** Attendance over several meetings. */
import type { attendanceMethods } from '../../../shared/contract/attendance.ts'
import type { Service, ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { ListedMeetings } from './listed-meetings.ts'
import { matrixOf, type Asked, type Matrix } from './matrix-of.ts'

/** Of one window and of the next. */
const MOST_KEPT = 4

/** Answers of one open workspace; a commit makes them stale. */
class KeptMatrices {
  readonly #kept = new Map<string, Promise<Matrix>>()
  #version = -1

  matrix(open: OpenWorkspace, listed: ListedMeetings, asked: Asked): Promise<Matrix> {
    if (this.#version !== open.index.version) {
      this.#version = open.index.version
      this.#kept.clear()
    }
    const key = JSON.stringify([asked.by, asked.body, asked.year, asked.meetings, asked.parts, asked.upTo])
    const known = this.#kept.get(key)
    if (known) return known
    const made = matrixOf(open, listed, asked)
    this.#kept.set(key, made)
    made.catch(() => this.#kept.get(key) === made && this.#kept.delete(key))
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    return made
  }
}

/** Handles `attendance.*`. */
export function attendanceService({ session }: ServiceContext): Service<typeof attendanceMethods> {
  const listed = new ListedMeetings()
  const kept = new WeakMap<OpenWorkspace, KeptMatrices>()
  return {
    'attendance.matrix': (asked) =>
      session.use((open) => {
        const known = kept.get(open) ?? new KeptMatrices()
        kept.set(open, known)
        return known.matrix(open, listed, asked)
      }),
  }
}
