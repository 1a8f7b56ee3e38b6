const RATE = 8000;
const HEADER = 44;

/** Makes a WAV file: one channel, 8,000 samples a second, 16 bits each. @param at the sound at a time in seconds, -1 to 1 */
export function wav(seconds: number, at: (time: number) => number): Buffer {
  const count = Math.round(seconds * RATE);
  const file = Buffer.alloc(HEADER + count * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  // Uncompressed, one channel.
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(count * 2, 40);
  for (let i = 0; i < count; i++) {
    const value = Math.max(-1, Math.min(1, at(i / RATE)));
    file.writeInt16LE(Math.round(value * 0x7fff), HEADER + i * 2);
  }
  return file;
}

/** Two tones, one after the other, that fade away. */
export function chime(): Buffer {
  const tone = (hertz: number, time: number) =>
    time < 0 ? 0 : Math.sin(2 * Math.PI * hertz * time) * Math.exp(-4 * time);
  return wav(1.6, (time) => 0.5 * tone(784, time) + 0.4 * tone(523.25, time - 0.45));
}
