/** Why a file is left out of an import. The message goes on from "… was left out: ". */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}
