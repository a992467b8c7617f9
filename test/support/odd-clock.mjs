/** Loaded before a program: its clock begins years ahead and goes back an hour each time that it is read. */
const HOUR_MS = 3_600_000;
const RealDate = Date;
let now = RealDate.parse('2031-05-05T05:05:05Z');

function tick() {
  now -= HOUR_MS;
  return now;
}

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [tick()] : args));
  }

  static now() {
    return tick();
  }
};
