/** Why a file is left out of an import. The message goes on from "… was left out: ". */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** A file that is refused is named in the report; the others go on. */
export async function leavingOut(refused: { file: string; reason: string }[], file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refused.push({ file, reason: error.message })
  }
}
