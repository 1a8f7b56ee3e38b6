type Count = { readonly count: number; readonly text: string };
const uploads = ({ count, text }: Count) => `${text} incomplete ${count === 1 ? 'upload' : 'uploads'}`;

/** What is said about incomplete uploads, and the size of a folder. */
export const uploadViews = {
  title: 'Incomplete uploads',
  where: (p: { uri: string }) => `in ${p.uri}`,
  intro:
    'These uploads in parts were begun, but neither completed nor aborted. Their parts are billed until then, and no list of objects shows them.',
  close: 'Close incomplete uploads',
  list: 'Incomplete uploads',
  loading: 'Looking for incomplete uploads…',
  none: { title: 'No incomplete uploads', body: 'Nothing is left over here.' },
  columns: { key: 'Key', age: 'Begun', initiator: 'By', size: 'Size', parts: 'Parts' },
  uploads,
  soFar: (p: { what: string }) => `${p.what} so far, loading…`,
  stopped: (p: { what: string }) => `${p.what} so far, stopped`,
  /** Of those whose size was asked for. */
  sum: (p: { bytes: string }) => `${p.bytes} in all`,
  sumSoFar: (p: { bytes: string; known: string; of: string }) =>
    `${p.bytes} in ${p.known} of them; sizes of the rest are asked for as they are shown`,
  daysAgo: (p: Count) => `${p.text} ${p.count === 1 ? 'day' : 'days'} ago`,
  hoursAgo: (p: Count) => `${p.text} ${p.count === 1 ? 'hour' : 'hours'} ago`,
  minutesAgo: (p: Count) => `${p.text} ${p.count === 1 ? 'minute' : 'minutes'} ago`,
  sizeUnknown: 'Its size could not be learned',
  selectOne: (p: { key: string }) => `Select ${p.key}`,
  selectAll: 'Select all',
  selected: (p: Count) => `${p.text} selected`,
  abort: 'Abort…',
  abortOne: (p: { key: string }) => `Abort the upload of ${p.key}`,
  confirm: {
    title: (p: Count) => `Abort ${uploads(p)}?`,
    body: 'The parts that were uploaded are deleted and can’t be brought back. An upload that still goes on somewhere will fail.',
    yes: (p: Count) => `Abort ${uploads(p)}`,
    no: 'Keep them',
  },
  aborting: (p: { done: string; of: string }) => `Aborting… ${p.done} of ${p.of}`,
  aborted: (p: Count) => `Aborted ${uploads(p)}.`,
  size: {
    title: (p: { name: string }) => `Size of ${p.name}`,
    label: 'By storage class',
    total: 'Total',
    columns: { class: 'Storage class', objects: 'Objects', bytes: 'Bytes', share: 'Share' },
    running: 'Counting…',
    waiting: 'S3 asked us to slow down; counting goes on by itself.',
    stopped: 'Stopped before the end: what is counted so far.',
    done: (p: { calls: string }) => `Everything is counted (${p.calls} requests).`,
    none: 'There are no objects here.',
    scope: 'Current versions only; old versions and incomplete uploads are billed, too.',
    resume: 'Go on',
    copy: 'the numbers',
    close: 'Close',
    noUploads: 'No incomplete uploads here.',
    uploadsToo: (p: Count) => `There ${p.count === 1 ? 'is' : 'are'} ${uploads(p)} here, too.`,
    uploadsAtLeast: (p: { text: string }) => `There are ${p.text} or more incomplete uploads here, too.`,
    uploadsUnknown: (p: { what: string }) => `Incomplete uploads could not be counted: ${p.what}`,
    showUploads: 'Show them',
  },
};
