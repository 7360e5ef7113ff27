// The page: header, editor, stage and inspector above the transport; output and timeline below.

import type { CSSProperties } from 'react';
import { Header } from './header/header.tsx';
import { KeySheet } from './header/key-sheet.tsx';
import { Console } from './history/console.tsx';
import { SourcePane } from './editor/source-pane.tsx';
import { SidePanel } from './inspector/side-panel.tsx';
import { Stage } from './stage/stage.tsx';
import { usePage } from './store/store.ts';
import { PhoneTabs } from './header/phone-tabs.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { Transport } from './transport/transport.tsx';
import { Splitter } from './widgets/splitter.tsx';
import { Textures } from './widgets/textures.tsx';

/** The whole playground. */
export function App() {
  const sizes = usePage((state) => state.sizes);
  const inspectorOpen = usePage((state) => state.inspectorOpen);
  const activity = usePage((state) => state.activity.kind);
  const runId = usePage((state) => state.run?.id ?? 0);
  const phoneTab = usePage((state) => state.phoneTab);
  const sized: Record<string, string> = {};
  if (sizes.editor !== null) sized['--ed'] = `${sizes.editor}px`;
  if (sizes.inspector !== null) sized['--insp'] = `${sizes.inspector}px`;
  if (sizes.history !== null) sized['--hist'] = `${sizes.history}px`;
  return (
    <>
      <Textures />
      <main
        className={`play tab-${phoneTab}${inspectorOpen ? '' : ' noinsp'}`}
        style={sized as CSSProperties}
        data-activity={activity}
        data-run={runId}
      >
        <Header />
        <SourcePane />
        <Stage />
        <SidePanel />
        <Transport />
        <Console />
        <Timeline />
        <Splitter
          pane="editor"
          label="Width of the editor"
          side="left"
          min={260}
          max={900}
          paneSelector=".p-ed"
        />
        <Splitter
          pane="inspector"
          label="Width of the inspector"
          side="right"
          min={220}
          max={640}
          paneSelector=".p-insp"
        />
        <Splitter
          pane="history"
          label="Height of the history"
          side="below"
          min={110}
          max={560}
          paneSelector=".hist-l"
        />
        <PhoneTabs />
      </main>
      <KeySheet />
    </>
  );
}
