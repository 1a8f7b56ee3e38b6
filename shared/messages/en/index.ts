import type { Messages } from '../messages.ts';
import { connect } from './connect.ts';
import { duration } from './duration.ts';
import { errors } from './errors.ts';
import { host } from './host.ts';
import { menuRoles } from './menu-roles.ts';
import { details } from './details.ts';
import { navigation } from './navigation.ts';
import { objects } from './objects.ts';
import { page } from './page.ts';
import { profiles } from './profiles.ts';

export const en: Messages = {
  errors,
  host,
  menuRoles,
  page,
  objects,
  navigation,
  details,
  connect,
  profiles,
  duration,
};
