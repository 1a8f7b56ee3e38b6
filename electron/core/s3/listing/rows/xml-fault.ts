export type PageFault = 'truncated' | 'malformed' | 'not-a-listing';

/** Ends the reading of a page; never leaves the scanner. */
export class XmlFault extends Error {
  readonly reason: PageFault;

  constructor(reason: PageFault) {
    super(reason);
    this.reason = reason;
  }
}

export function truncated(): XmlFault {
  return new XmlFault('truncated');
}

export function malformed(): XmlFault {
  return new XmlFault('malformed');
}
