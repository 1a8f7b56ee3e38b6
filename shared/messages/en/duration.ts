/** Spells time left, coarse to fine: hours and minutes, minutes, then seconds. */
export interface DurationMessages {
  readonly hoursMinutes: (p: { hours: number; minutes: number }) => string;
  readonly minutes: (p: { minutes: number }) => string;
  readonly seconds: (p: { seconds: number }) => string;
}

export const duration: DurationMessages = {
  hoursMinutes: ({ hours, minutes }) => `${hours}h ${String(minutes).padStart(2, '0')}m`,
  minutes: ({ minutes }) => `${minutes}m`,
  seconds: ({ seconds }) => `${seconds}s`,
};
