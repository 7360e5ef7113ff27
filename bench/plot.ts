// A log-log plot as SVG text: one line per series, a dot per measurement, and a grey line of slope 1
// to hold it against. Colours follow the reader's theme.

export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const size = { width: 640, height: 400, left: 64, right: 150, top: 20, bottom: 48 };
const colours = ['#00698f', '#b45309', '#5b21b6', '#166534', '#9d174d'];

/** The plot; axes run over whole decades. Labels are plain words without markup. */
export function logPlot(
  axes: { readonly x: string; readonly y: string },
  series: readonly Series[],
): string {
  const points = series.flatMap((each) => each.points);
  const x = axis(
    points.map((point) => point.x),
    size.left,
    size.width - size.right,
  );
  const y = axis(
    points.map((point) => point.y),
    size.height - size.bottom,
    size.top,
  );
  const parts = [
    ...x.decades.map((decade) => xTick(decade, x.at(10 ** decade))),
    ...y.decades.map((decade) => yTick(decade, y.at(10 ** decade))),
    label((size.left + size.width - size.right) / 2, size.height - 10, 'middle', axes.x),
    `<text transform="translate(14 ${size.height / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`,
    linear(x, y),
    ...series.map((each, index) => lineOf(each, colours[index % colours.length] ?? '', x, y)),
  ];
  const style =
    'text{font:12px system-ui,sans-serif;fill:#555}.grid{stroke:#8884;stroke-width:1}' +
    '@media(prefers-color-scheme:dark){text{fill:#aaa}}';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    `<title>${axes.y} by ${axes.x}</title><style>${style}</style>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

interface Axis {
  readonly decades: readonly number[];
  readonly at: (value: number) => number;
}

function axis(values: readonly number[], from: number, to: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1);
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const at = (value: number): number =>
    from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { decades, at };
}

function xTick(decade: number, at: number): string {
  const [top, bottom] = [size.top, size.height - size.bottom];
  return `<path class="grid" d="M${round(at)} ${top}V${bottom}"/>${label(at, bottom + 18, 'middle', power(decade))}`;
}

function yTick(decade: number, at: number): string {
  const [left, right] = [size.left, size.width - size.right];
  return `<path class="grid" d="M${left} ${round(at)}H${right}"/>${label(left - 8, at + 4, 'end', power(decade))}`;
}

/** The cost that grows as the size does, through the middle of the plot. */
function linear(x: Axis, y: Axis): string {
  const [x0 = 0] = x.decades;
  const last = x.decades[x.decades.length - 1] ?? 0;
  const middle = (y.decades[0] ?? 0) + (y.decades.length - 1 - (last - x0)) / 2;
  const d = `M${round(x.at(10 ** x0))} ${round(y.at(10 ** middle))}L${round(x.at(10 ** last))} ${round(y.at(10 ** (middle + last - x0)))}`;
  return `<path d="${d}" fill="none" stroke="#888" stroke-dasharray="2 5"/>`;
}

function lineOf({ name, points }: Series, colour: string, x: Axis, y: Axis): string {
  const places = points.map((point) => `${round(x.at(point.x))} ${round(y.at(point.y))}`);
  const last = points[points.length - 1];
  const dots = points.map(
    (point) =>
      `<circle cx="${round(x.at(point.x))}" cy="${round(y.at(point.y))}" r="3" fill="${colour}"/>`,
  );
  const end = last === undefined ? '' : label(x.at(last.x) + 8, y.at(last.y) + 4, 'start', name);
  return `<path d="M${places.join('L')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${end}`;
}

function label(x: number, y: number, anchor: string, text: string): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${text}</text>`;
}

function power(decade: number): string {
  return decade < 0 ? String(10 ** decade) : (10 ** decade).toLocaleString('en-US');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
