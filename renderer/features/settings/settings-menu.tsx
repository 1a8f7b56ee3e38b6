import { Check, Settings as Gear } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { AppInfo, LanguageSetting } from '../../../shared/settings.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePageWords } from '../../ui/language.tsx';
import menu from '../../ui/menu.module.css';

export interface SettingsMenuProps {
  readonly language: LanguageSetting;
  readonly onLanguage: (language: LanguageSetting) => void;
  readonly info: AppInfo | undefined;
}

/** The few things one can set: the language. */
export function SettingsMenu({ language, onLanguage, info }: SettingsMenuProps) {
  const { settings } = usePageWords();
  // Each language in its own words, so that one finds back from a language one can't read.
  const choices = [
    ['system', settings.system],
    ['en', 'English'],
    ['ja', '日本語'],
  ] as const;
  return (
    <MenuTrigger>
      <IconButton small label={settings.menu} icon={<Gear size={14} />} />
      <Popover className={cx(menu.popover)} placement="top end" offset={4}>
        <Menu className={cx(menu.menu)}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[language]}
            onSelectionChange={(keys) => {
              const [choice] = keys === 'all' ? [] : keys;
              if (choice !== undefined) onLanguage(choice as LanguageSetting);
            }}
          >
            <Header className={cx(menu.header)}>{settings.language}</Header>
            {choices.map(([id, label]) => (
              <MenuItem key={id} id={id} textValue={label} className={cx(menu.item)}>
                {({ isSelected }) => (
                  <>
                    <span className={menu.tick}>{isSelected && <Check size={14} aria-hidden />}</span>
                    <span {...(id === 'system' ? {} : { lang: id })}>{label}</span>
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
        {info !== undefined && <p className={menu.note}>{settings.version({ version: info.version })}</p>}
      </Popover>
    </MenuTrigger>
  );
}
