/** The first argument of Electron's events: something whose default can be prevented. */
export class ElectronEvent<Details extends object = object> {
  #prevented = false;

  constructor(details?: Details) {
    Object.assign(this, details);
  }

  get defaultPrevented(): boolean {
    return this.#prevented;
  }

  readonly preventDefault = (): void => {
    this.#prevented = true;
  };
}

/** An event with its details as properties, as Electron passes them. */
export function electronEvent<Details extends object>(details: Details): ElectronEvent & Details {
  return new ElectronEvent(details) as ElectronEvent & Details;
}
