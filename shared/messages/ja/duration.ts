import type { DurationMessages } from '../en/duration.ts';

export const duration: DurationMessages = {
  hoursMinutes: ({ hours, minutes }) => `${hours}時間${String(minutes).padStart(2, '0')}分`,
  minutes: ({ minutes }) => `${minutes}分`,
  seconds: ({ seconds }) => `${seconds}秒`,
};
