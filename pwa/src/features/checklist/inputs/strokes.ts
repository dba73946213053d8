/** A signature as strokes of points between 0 and 1, drawn black on white whatever the mode of the screen. */
export type Stroke = { x: number; y: number }[];

const WIDTH = 1200;
const HEIGHT = 400;

export function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.lineWidth = 6;
  pen.lineCap = pen.lineJoin = 'round';
  pen.strokeStyle = 'black';
  for (const stroke of strokes) {
    pen.beginPath();
    for (const { x, y } of stroke) pen.lineTo(x * WIDTH, y * HEIGHT);
    const [only] = stroke;
    if (stroke.length === 1 && only) pen.lineTo(only.x * WIDTH + 0.1, only.y * HEIGHT);
    pen.stroke();
  }
}

export async function toPicture(strokes: readonly Stroke[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  draw(canvas, strokes);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the drawing cannot be made into a picture');
  return blob;
}
