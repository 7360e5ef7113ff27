// What comes to the program from outside: its standard input, and the signals that are sent to it.
// A change of the input counts at the next run; a signal makes one.

import { clockText, withThousands } from '../../views/labels.ts';
import type { SentSignal } from '../../worker/protocol.ts';
import { changeSettings, runProgram, sendSignal, withdrawSignal } from '../store/running.ts';
import { isStale, usePage } from '../store/store.ts';

/** The signals of the buttons, by their numbers on Linux. */
const signals = [
  { number: 2, name: 'SIGINT', title: 'As Ctrl+C does' },
  { number: 15, name: 'SIGTERM', title: 'As kill does' },
  { number: 1, name: 'SIGHUP', title: 'As closing the terminal does' },
] as const;

/** Longer inputs are shown, not edited. */
const editedLengthMax = 100_000;
const shownLength = 2000;

/** The tab of the console. */
export function ProgramInput() {
  const input = usePage((state) => state.settings.input);
  const isOld = usePage(isStale);
  return (
    <div className="pin">
      {input.length > editedLengthMax ? <LongInput input={input} /> : <InputText input={input} />}
      <div className="pin-row">
        <button type="button" className="btn btn-o" disabled={!isOld} onClick={runProgram}>
          Run with it
        </button>
        <SignalButtons />
      </div>
      <SentSignals />
    </div>
  );
}

function InputText({ input }: { readonly input: string }) {
  return (
    <label className="pin-text">
      <span className="l">Standard input</span>
      <textarea
        value={input}
        spellCheck={false}
        placeholder="What the program reads from os.Stdin"
        onChange={(event) => changeSettings({ input: event.currentTarget.value })}
        onPaste={(event) => {
          // A field would take seconds to lay such a text out.
          const pasted = event.clipboardData.getData('text');
          if (pasted.length <= editedLengthMax) return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          const joined = input.slice(0, selectionStart) + pasted + input.slice(selectionEnd);
          changeSettings({ input: joined.replaceAll('\r\n', '\n') });
        }}
      />
    </label>
  );
}

/** Of a long input one sees how it begins. */
function LongInput({ input }: { readonly input: string }) {
  const beginning = input.slice(0, shownLength);
  return (
    <div className="pin-text">
      <span className="l">
        Standard input: {withThousands(String(input.length))} characters
        <button type="button" className="btn" onClick={() => changeSettings({ input: '' })}>
          Clear
        </button>
      </span>
      <pre className="pin-long">{beginning}…</pre>
    </div>
  );
}

function SignalButtons() {
  const cursor = usePage((state) => state.cursor);
  const hasRun = usePage((state) => state.run !== null);
  return (
    <fieldset className="pin-signals" aria-label="Send a signal" disabled={!hasRun}>
      <span className="l">At step {cursor}</span>
      {signals.map(({ number, name, title }) => (
        <button
          key={number}
          type="button"
          className="btn btn-o"
          title={title}
          onClick={() => sendSignal(number)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function SentSignals() {
  const sent = usePage((state) => state.settings.signals);
  if (sent.length === 0) return null;
  return (
    <ul className="pin-sent" aria-label="Signals that are sent">
      {sent.map((each, index) => (
        <li key={`${each.signal} ${each.atNs}`}>
          {signalText(each)}
          <button
            type="button"
            className="btn"
            aria-label={`Do not send ${signalText(each)}`}
            onClick={() => withdrawSignal(index)}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}

function signalText({ signal, atNs }: SentSignal): string {
  const name = signals.find(({ number }) => number === signal)?.name ?? `signal ${signal}`;
  return `${name} at ${clockText(atNs)}`;
}
