import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';

/** Called before each operation, with its name and the path that it is about; may throw, or do something else first. */
export type BeforeOperation = (operation: string, path: string) => void;

/** Node's file system with something done before each operation: a failure, or another program's work. */
export function interceptedFileSystem(before: BeforeOperation): FileSystem {
  const around =
    <Arguments extends readonly unknown[], Result>(
      name: string,
      operation: (...args: Arguments) => Promise<Result>,
    ) =>
    async (...args: Arguments): Promise<Result> => {
      before(name, String(args[0]));
      return operation(...args);
    };
  const fs = nodeFileSystem;
  return {
    ...fs,
    access: around('access', fs.access),
    mkdir: around('mkdir', fs.mkdir) as FileSystem['mkdir'],
    readdir: around('readdir', fs.readdir),
    readFile: around('readFile', fs.readFile),
    readlink: around('readlink', fs.readlink),
    realpath: around('realpath', fs.realpath),
    stat: around('stat', fs.stat) as FileSystem['stat'],
    unlink: around('unlink', fs.unlink),
    async open(path, flags, mode) {
      before('open', String(path));
      const handle = await fs.open(path, flags, mode);
      const [write, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)];
      handle.writeFile = async (...args: Parameters<typeof write>) => {
        before('write', String(path));
        return write(...args);
      };
      handle.sync = async () => {
        before('sync', String(path));
        return sync();
      };
      return handle;
    },
    renameSync(from, to) {
      before('rename', to);
      fs.renameSync(from, to);
    },
    unlinkSync(path) {
      before('unlink', path);
      fs.unlinkSync(path);
    },
  };
}

/** A failure as the system reports it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
