/** The value, where a test can't go on without it. */
export function given<Value>(value: Value): NonNullable<Value> {
  if (value === undefined || value === null) throw new Error('A value is missing.');
  return value;
}
