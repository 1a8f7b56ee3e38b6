import {
  PROFILE_COLOURS,
  type ProfileColour,
  type ProfileMark,
  type ProfileMarkChange,
} from '../../../shared/profile-mark.ts';
import type { RoleTarget } from '../../../shared/role-target.ts';
import type { ProfilesMessages } from '../../../shared/messages/en/profiles.ts';
import type { ActionEntry } from '../../ui/action-menu.tsx';
import { ColourDot } from '../../ui/colour-bar.tsx';

export interface MarkMenuSource {
  readonly target: RoleTarget;
  readonly mark: ProfileMark | undefined;
  /** What its names alone say. */
  readonly productionByName: boolean;
  readonly onMark: (change: ProfileMarkChange) => void;
  readonly words: ProfilesMessages;
}

/** Star, colour and production, for the menu of a profile or role. */
export function markEntries(source: MarkMenuSource): readonly ActionEntry[] {
  const { target, mark, productionByName, onMark, words } = source;
  const { menu, sidebar } = words;
  const starred = mark?.starred === true;
  const colours = PROFILE_COLOURS.map((colour) => ({
    id: colour,
    label: sidebar.colourNames[colour],
    icon: <ColourDot colour={colour} />,
  }));
  const production = mark?.production;
  return [
    {
      id: 'star',
      label: starred ? menu.unstar : menu.star,
      shortcut: '*',
      act: () => onMark({ target, starred: !starred }),
    },
    {
      id: 'colour',
      label: menu.colour,
      options: [{ id: 'none', label: menu.noColour }, ...colours],
      chosen: mark?.colour ?? 'none',
      choose: (id) => onMark({ target, colour: id === 'none' ? null : (id as ProfileColour) }),
    },
    {
      id: 'production',
      label: menu.production,
      options: [
        { id: 'names', label: menu.productionByName({ yes: productionByName }) },
        { id: 'yes', label: menu.productionYes },
        { id: 'no', label: menu.productionNo },
      ],
      chosen: production === undefined ? 'names' : production ? 'yes' : 'no',
      choose: (id) => onMark({ target, production: id === 'names' ? null : id === 'yes' }),
    },
  ];
}
