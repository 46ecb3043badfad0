/** The value below which this share of the values is, interpolated between two of them. */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/** The median and the quartiles. */
export const spread = (values) => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/** The slope of the line fitted through the points in log-log: 1 is linear, 2 quadratic. */
export function slope(sizes, times) {
  const [x, y] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  const up = x.reduce((sum, value, index) => sum + (value - middleX) * (y[index] - middleY), 0);
  const across = x.reduce((sum, value) => sum + (value - middleX) ** 2, 0);
  return up / across;
}
