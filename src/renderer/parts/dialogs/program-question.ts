/** Asks in the page before a file that may be a program is handed over; hosts with dialogs of their own ask there. */
import { create } from 'zustand'

interface ProgramQuestion {
  readonly name: string
  readonly answer: (yes: boolean) => void
}

export const useProgramQuestion = create<{ readonly question: ProgramQuestion | null }>(() => ({ question: null }))

/** True when the person wants it all the same. */
export function askProgram(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    useProgramQuestion.getState().question?.answer(false)
    useProgramQuestion.setState({
      question: {
        name,
        answer: (yes) => {
          useProgramQuestion.setState({ question: null })
          resolve(yes)
        },
      },
    })
  })
}
