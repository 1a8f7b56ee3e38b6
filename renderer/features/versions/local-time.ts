/** A time as a `datetime-local` field has it: local, to the second. @param at Unix milliseconds */
export function toLocalField(at: number): string {
  const shifted = at - new Date(at).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 19);
}

/** The other way; undefined while the field is incomplete. The second is meant to its end. */
export function fromLocalField(text: string): number | undefined {
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? undefined : at + 999;
}
