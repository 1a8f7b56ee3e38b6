/** Builds the app unless it is up to date. */
import { ensureBuilt } from './support/build.ts';

ensureBuilt();
