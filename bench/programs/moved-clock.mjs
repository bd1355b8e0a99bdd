// Loaded before a program of ours: its clock is moved an hour ahead, an hour back and set right again, a step at each SIGUSR2, as
// the operating system may do at any moment.
const Real = Date;
const hour = 3_600_000;
const steps = [hour, -hour, 0];
let by = 0;
let taken = 0;

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length > 0 ? given : [Real.now() + by]));
  }
  static now() {
    return Real.now() + by;
  }
};

process.on('SIGUSR2', () => {
  by = steps[taken % steps.length];
  taken += 1;
});
