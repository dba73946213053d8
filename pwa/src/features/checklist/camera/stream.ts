/** The rear camera's picture, and the frame now on screen at its full size. */

export function openCamera(): Promise<MediaStream> {
  // Insecure origins have no mediaDevices at all, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return Promise.reject(new DOMException('no camera interface here', 'NotFoundError'));
  const video = { facingMode: { ideal: 'environment' }, width: { ideal: 4096 }, height: { ideal: 3072 } };
  return devices.getUserMedia({ audio: false, video });
}

export async function frame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  if (blob === null) throw new Error('the camera shows no picture yet');
  return blob;
}

export function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
