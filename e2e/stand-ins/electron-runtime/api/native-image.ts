import { readFileSync } from 'node:fs';
import { strictObject } from '../strict/strict-object.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture. The stand-in reads a PNG's size, and decodes nothing. */
export class NativeImage {
  readonly #png: Buffer;
  readonly #size: Size;
  #template: boolean;

  constructor(png: Buffer, size: Size, template = false) {
    this.#png = png;
    this.#size = size;
    this.#template = template;
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }

  getSize(): Size {
    return this.#size;
  }

  toPNG(): Buffer {
    return this.#png;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }

  setTemplateImage(template: boolean): void {
    this.#template = template;
  }

  isTemplateImage(): boolean {
    return this.#template;
  }

  /** The same picture under another size: the pixels stay as they are. */
  resize({ width, height }: Partial<Size>): NativeImage {
    const { width: w, height: h } = this.#size;
    const size = {
      width: width ?? Math.round((w * (height ?? h)) / h),
      height: height ?? Math.round((h * (width ?? w)) / w),
    };
    return image(this.#png, size, this.#template);
  }

  /** Checks the further picture; only the first one is kept. */
  addRepresentation({ buffer, dataURL }: { buffer?: Buffer; dataURL?: string; scaleFactor?: number }): void {
    if (buffer !== undefined) readSize(buffer, 'the representation');
    else if (dataURL !== undefined) nativeImage.createFromDataURL(dataURL);
  }
}

const images = new WeakSet<object>();

function image(png: Buffer, size: Size, template = false): NativeImage {
  const made = new NativeImage(png, size, template);
  // Private fields and a Proxy don't go together: methods are called on the picture itself.
  const facade = new Proxy(made, {
    get(target, key): unknown {
      const value: unknown = Reflect.get(strictObject(target, 'NativeImage'), key);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  images.add(facade);
  return facade;
}

export const nativeImage = strictObject(
  {
    createEmpty: (): NativeImage => image(Buffer.alloc(0), { width: 0, height: 0 }),
    /** @throws Error where Electron would give an empty picture without a word */
    createFromPath(path: string): NativeImage {
      const png = readFileSync(path);
      return image(png, readSize(png, path), /template(@\dx)?\.png$/i.test(path));
    },
    createFromBuffer: (buffer: Buffer): NativeImage => image(buffer, readSize(buffer, 'the buffer')),
    createFromDataURL(url: string): NativeImage {
      const match = /^data:image\/png;base64,(.*)$/s.exec(url);
      if (match === null) throw new Error('The Electron stand-in reads PNG data addresses only.');
      return nativeImage.createFromBuffer(Buffer.from(match[1] ?? '', 'base64'));
    },
  },
  'nativeImage',
);

/** What a Tray or a Notification takes: a picture, or a path to one. */
export function toImage(given: unknown): NativeImage {
  if (typeof given === 'string') return nativeImage.createFromPath(given);
  if (typeof given !== 'object' || given === null || !images.has(given))
    throw new TypeError('Must pass an image or a path.');
  return given as NativeImage;
}

/** @throws Error where it is no PNG (PNG specification, "File header" and "IHDR") */
function readSize(png: Buffer, name: string): Size {
  if (png.length < 24 || !png.subarray(0, 8).equals(SIGNATURE) || png.toString('latin1', 12, 16) !== 'IHDR') {
    throw new Error(`${name} is no PNG picture.`);
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
