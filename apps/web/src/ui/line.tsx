import css from './line.module.css';

export interface LinePoint {
  /** Place on the way from left to right; only the distances matter. */
  readonly at: number;
  /** Null where only a band is known. */
  readonly value: number | null;
  /** Set for a band: somewhere from nothing up to this. */
  readonly under?: number;
}

interface LineProps {
  /** Points that may be compared, each run on a line of its own: between two runs the line breaks. */
  readonly runs: readonly (readonly LinePoint[])[];
  /** Heights to draw across, dashed: a target. */
  readonly marks: readonly number[];
  readonly highest: string;
  readonly lowest: string;
  readonly first: string;
  readonly last: string;
}

/** A line over time. The table beside it says the same in words, so a screen reader is not told twice. */
export function Line({ runs, marks, highest, lowest, first, last }: LineProps) {
  const points = runs.flat();
  const heights = [...points.map((point) => point.value ?? point.under ?? 0), ...marks];
  const top = Math.max(...heights, 1);
  const bottom = Math.min(...heights, 0);
  const begin = Math.min(...points.map(({ at }) => at));
  const width = Math.max(...points.map(({ at }) => at)) - begin;
  const x = (at: number) => (width === 0 ? 500 : 20 + ((at - begin) / width) * 960);
  const y = (height: number) => 285 - ((height - bottom) / (top - bottom)) * 270;
  const breaks = runs.slice(1).flatMap((run, index) => {
    const before = runs[index]?.at(-1);
    const [after] = run;
    return before === undefined || after === undefined ? [] : [(x(before.at) + x(after.at)) / 2];
  });
  return (
    <div className={css.line} aria-hidden="true">
      <span className={css.top}>{highest}</span>
      <svg viewBox="0 0 1000 300" preserveAspectRatio="none" focusable="false">
        <path className={css.ground} d={`M0 ${y(bottom)}H1000`} />
        {marks.map((mark) => (
          <path key={mark} className={css.mark} d={`M0 ${y(mark)}H1000`} />
        ))}
        {breaks.map((at) => (
          <path key={at} className={css.break} d={`M${at} 0V300`} />
        ))}
        {runs.map((run, index) => (
          <Run key={`${index} ${run[0]?.at ?? 0}`} points={run} x={x} y={y} />
        ))}
      </svg>
      <span className={css.bottom}>{lowest}</span>
      <span className={css.first}>{first}</span>
      <span className={css.last}>{last}</span>
    </div>
  );
}

interface RunProps {
  readonly points: readonly LinePoint[];
  readonly x: (at: number) => number;
  readonly y: (height: number) => number;
}

function Run({ points, x, y }: RunProps) {
  // A band has no height to draw a line to, so the line goes from one known number to the next known one beside it.
  let path = '';
  let drawing = false;
  for (const { at, value } of points) {
    if (value !== null) path += `${drawing ? 'L' : 'M'}${x(at)} ${y(value)}`;
    drawing = value !== null;
  }
  return (
    <>
      <path className={css.run} d={path} />
      {points.map(({ at, value, under = 0 }) =>
        value === null ? (
          <path key={at} className={css.band} d={`M${x(at)} ${y(0)}V${y(under)}`} />
        ) : (
          // A line of no length with round ends: a dot that stays round however the drawing is stretched.
          <path key={at} className={css.dot} d={`M${x(at)} ${y(value)}h0`} />
        ),
      )}
    </>
  );
}
