/** The device's camera inside the app; a camera app of its own may get this page killed behind it. */

export type CameraProblem = 'denied' | 'absent' | 'busy';

/** The rear camera with the most pixels it offers. Rejects with a DOMException; `problemOf` puts it in our words. */
export function openCamera(): Promise<MediaStream> {
  // Insecure origins have no mediaDevices at all, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return Promise.reject(new DOMException('no camera interface here', 'NotFoundError'));
  return devices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 4096 }, height: { ideal: 3072 } },
  });
}

export function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'busy';
}

interface StillCamera {
  takePhoto(): Promise<Blob>;
}

/** A still photo may wake a flash and a focus motor; after this long the picture on screen is worth more. */
const STILL_WITHIN_MS = 2_000;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** One photo as the camera gives it; where it cannot, the frame now on screen at its full size. */
export async function shoot(stream: MediaStream, video: HTMLVideoElement): Promise<Blob> {
  const still = await takeStill(stream);
  return still ?? frameOf(video);
}

async function takeStill(stream: MediaStream): Promise<Blob | null> {
  const make = (globalThis as { ImageCapture?: new (track: MediaStreamTrack) => StillCamera }).ImageCapture;
  const track = stream.getVideoTracks()[0];
  if (!make || track?.readyState !== 'live') return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), STILL_WITHIN_MS));
  const photo = await Promise.race([new make(track).takePhoto().catch(() => null), late]);
  return photo && photo.size > 0 && TYPES.includes(photo.type) ? photo : null;
}

async function frameOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  if (!blob) throw new Error('the camera shows no picture yet');
  return blob;
}

/** Whether the light beside the lens can be switched, and the switch. */
export function torchOf(stream: MediaStream): ((on: boolean) => Promise<void>) | null {
  const track = stream.getVideoTracks()[0];
  const able = track && 'getCapabilities' in track ? (track.getCapabilities() as { torch?: boolean }) : {};
  if (!track || !able.torch) return null;
  return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}

export function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** The device's time, as records write it. */
export const thisMoment = (): string => new Date().toISOString();
