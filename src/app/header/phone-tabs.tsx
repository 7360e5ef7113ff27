// On a phone one pane is seen at a time.

import { type PhoneTab, store, usePage } from '../store/store.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';

const tabs: readonly (readonly [PhoneTab, string, IconName])[] = [
  ['picture', 'Picture', 'tree'],
  ['code', 'Code', 'code'],
  ['timeline', 'Timeline', 'lanes'],
  ['output', 'Output', 'terminal'],
];

/** The bar at the bottom of a narrow window. */
export function PhoneTabs() {
  const chosen = usePage((state) => state.phoneTab);
  return (
    <nav className="m-tabs" aria-label="Panes">
      {tabs.map(([id, name, icon]) => (
        <button
          key={id}
          type="button"
          aria-current={id === chosen ? 'page' : undefined}
          onClick={() => store.setState({ phoneTab: id })}
        >
          <Icon name={icon} />
          {name}
        </button>
      ))}
    </nav>
  );
}
