/**
 * Runs in a page, where it reads a picture: whether a row of its pixels starts dark, and the highest contrast to that.
 *
 * @param {{ png: string, x: number, y: number, width: number }} row the picture in base64, and the row in it
 */
export async function contrastAlong({ png, x, y, width }) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(width, 1).getContext("2d");
  context.drawImage(image, -x, -y);
  const { data } = context.getImageData(0, 0, width, 1);
  const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminances = Array.from({ length: width }, (_, index) => {
    const [red, green, blue] = data.slice(4 * index, 4 * index + 3);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05;
  });
  const contrasts = luminances.map((each) => Math.max(each / luminances[0], luminances[0] / each));
  return { isDark: luminances[0] < 0.1, contrast: Math.max(...contrasts) };
}
