// The views of the stage that this run has. Wait-for is there when something waits for ever.

import { showView } from '../store/arranging.ts';
import { viewsOf } from '../store/derived.ts';
import { type StageView, usePage } from '../store/store.ts';
import { Tabs } from '../widgets/tabs.tsx';

const topology = { id: 'topology' as const, name: 'Topology' };
const waitFor = { id: 'waitFor' as const, name: 'Wait-for' };

/** A segmented control with one tab a view. */
export function ViewTabs() {
  const view = usePage((state) => state.view);
  const run = usePage((state) => state.run);
  const stuck = run !== null && viewsOf(run.recording).isStuck;
  const tabs: readonly { readonly id: StageView; readonly name: string }[] = stuck
    ? [topology, waitFor]
    : [topology];
  return (
    <Tabs
      className="seg"
      label="View"
      tabs={tabs}
      chosen={stuck ? view : 'topology'}
      onChoose={showView}
    />
  );
}
